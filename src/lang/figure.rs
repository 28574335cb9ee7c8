//! The words around figures: those that bound them, change them, name with them.

use super::Table;

/// Everything a language must say about the words around figures.
pub struct FigureWords {
    /// Before the amount: "more than", "nearly". Words with single spaces between.
    pub bounds_before: Table<Limit>,
    /// After the amount: "or more", "or so".
    pub bounds_after: Table<Limit>,
    /// Between a number and its unit: "40 *odd* years".
    pub bounds_inside: Table<Limit>,
    /// Between two amounts that are both bounded: "more than 10 *but* fewer than 20".
    pub bound_joiners: Table<()>,
    /// Before the amount, between it and the words that bound it: "a total of", "just".
    pub fillers: Table<()>,
    /// What opens a range, with what then joins its ends: "between" with "and".
    pub range_openers: Table<&'static str>,
    /// Between the ends of a range that has no opener: "to", "or".
    pub range_joiners: Table<Joiner>,
    /// Verbs, nouns and adverbs of change: "rose", "drop", "down".
    pub changes: Table<Direction>,
    /// After the amount: "higher", "drop".
    pub changes_after: Table<Direction>,
    /// Between a word of change and the amount: "by", "another".
    pub change_links: Table<()>,
    /// Words of change that are also parts of verbs: "gave up one run".
    pub change_particles: Table<()>,
    /// Verbs whose particle says no direction: "*made* up 12 %".
    pub phrasal_verbs: Table<()>,
    /// After a percentage they compare it with what was before: "3 % *fewer*".
    pub comparing: Table<Direction>,
    /// Words of change that lead anywhere, but up where it is told by how much: "*raised* it by 3 %".
    pub raisers: Table<()>,
    /// Words of change that before a count or an article only take an object: "**added** a goal".
    pub gathering: Table<()>,
    /// After particles of change these show that they are none: "shares up **for** sale".
    pub particle_closers: Table<()>,
    /// Of the words of change after an amount those that stand right behind it: "3 % **higher**".
    pub comparatives: Table<()>,
    /// After a comparative they say with what: "14 peaks higher *than*".
    pub comparers: Table<()>,
    /// Words that open a clause of time, whose date is that of the clause before: "fell **since** tolls began in May".
    pub time_relatives: Table<()>,
    /// What leads to the time or amount that a figure is compared with: "down **from** a year earlier".
    pub bases: Table<()>,
    /// Words that bound, and after a word of change lead to a level: "fell **below** 3 %".
    pub passing: Table<()>,
    /// Before the level that a direction led to: "3 points up **at** 150".
    pub arriving: Table<()>,
    /// Verbs after which "up to" leads to a level: "it *edged* up to 3 %".
    pub movers: Table<()>,
    /// Before a margin of error, which is no less than nothing: "plus or minus 3".
    pub margins: Table<()>,
    /// Plurals after metres of a race: "the 60m *hurdles*".
    pub races: Table<()>,
    /// Words that take "to" for themselves: "**according** to 12 people".
    pub level_takers: Table<()>,
    /// Between an amount and the same in another unit: "3 metres, **or** 10 feet".
    pub restaters: Table<()>,
    /// Words that open a clause, which words of change do not reach across.
    pub clause_openers: Table<()>,
    /// Words that bound, but before a duration may only say how long: "over three years".
    pub spanning: Table<()>,
    /// Verbs that such a word belongs to: "*handed* over $5".
    pub handing: Table<()>,
    /// "by": before a difference, also where no word of change is near.
    pub difference_links: Table<()>,
    /// "to" and "from", before a level.
    pub levels: Table<Level>,
    /// Words before a number that make it a name: "row", "flight", "no.".
    pub namers: Table<()>,
    /// Words after a number that make it a name: "zip code".
    pub namers_after: Table<()>,
    /// Before a time they end it before a number: "*last* week 12 died".
    pub time_openers: Table<()>,
    /// Words before a year: "in", "since", "the".
    pub year_openers: Table<()>,
    /// Words after a number that make it a time of day: "pm".
    pub clock: Table<()>,
    /// Before "one" they make it a pronoun: "this", "no".
    pub pronoun_openers: Table<()>,
    /// Phrases with an ordinal that name no place: "at first".
    pub ordinal_idioms: Table<()>,
    /// After "one" they make it a pronoun: "one **another**".
    pub pronoun_closers: Table<()>,
    /// "one": the numeral that is also a pronoun.
    pub pronouns: Table<()>,
    /// After "one-" they make a word that counts nothing: "one-off".
    pub one_compounds: Table<()>,
    /// Beside a score: "win", "beat", "lead".
    pub scores: Table<()>,
    /// Beside a ratio: "odds", "margin".
    pub ratios: Table<()>,
    /// "aged", "the age of": before an age.
    pub age_openers: Table<()>,
    /// Those of whom a bound says an age: "*people* over 65".
    pub age_bearers: Table<()>,
    /// Verbs after which a bare number is an age, whoever it is: "Ms Day *turned* 100".
    pub aging: Table<()>,
    /// Before a bare number that is then an age: "younger than".
    pub ages_before: Table<()>,
    /// The same, after it: "and older".
    pub ages_after: Table<()>,
    /// Verbs between a person and a bare number that is an age: "who **was** 10".
    pub age_verbs: Table<()>,
    /// What may stand before such a verb: "she **will** be 35".
    pub age_auxiliaries: Table<()>,
    /// Pronouns of a person.
    pub age_subjects: Table<()>,
    /// What may follow such an age: "he was 14 **when**".
    pub age_closers: Table<()>,
    /// Words for streets, after the name of one.
    pub streets: Table<()>,
    /// "in", "out of": between the two numbers of a proportion.
    pub proportions: Table<Proportion>,
    /// Words that are a multiple by themselves: "doubled", "threefold".
    pub multiples: Table<Multiple>,
    /// After "half" and a third: "of", "the", what a part is taken of.
    pub wholes: Table<()>,
    /// Before a time with an article that is an amount: "for a year", "within a week".
    pub duration_openers: Table<()>,
    /// After a time with an article that is a date: "a year *ago*".
    pub date_closers: Table<()>,
    /// After "a year" behind an amount they make it a date and no rate.
    pub date_ends: Table<()>,
    /// Words that say that degrees are of a circle.
    pub angles: Table<()>,
    /// Words that say that degrees are of heat: "heatwave".
    pub heat: Table<()>,
    /// Prefixes glued to a number that bound it: "sub-300".
    pub bound_prefixes: Table<Limit>,
    /// The unit of an age that is a bare number.
    pub age_unit: &'static str,
    /// How plural nouns end: what follows a number that counts.
    pub plural_endings: &'static [&'static str],
}

/// On which side of the amount the truth lies, and how near.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// "about"
    About,
    /// "more than"
    MoreThan,
    /// "at least"
    AtLeast,
    /// "less than"
    LessThan,
    /// "at most"
    AtMost,
    /// "nearly"
    Nearly,
    /// "exactly", "only": said, and no bound
    Exact,
}

/// What may stand between the ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joiner {
    /// "to": any two rising amounts.
    To,
    /// "or": neighbours, "three or four".
    Or,
}

/// What the words between two numbers make of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proportion {
    /// "in", "out of": so many of so many.
    Part,
    /// "per": so many for so many others.
    Rate,
    /// "for every": one or the other.
    Either,
}

/// Which way something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// "rose"
    Up,
    /// "fell"
    Down,
    /// "changed", "went": only with "to" and "from"
    Either,
}

/// Which level a word stands before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// "to": the new one.
    To,
    /// "from": the old one.
    From,
}

/// A word that is a multiple by itself, in hundredths: "doubled" is 200.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Multiple {
    /// Times a hundred.
    pub hundredths: u32,
}
