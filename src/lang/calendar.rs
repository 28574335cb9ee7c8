//! Words of dates and times, each by the part that it plays in one.

use super::Table;

/// Everything a language must say about dates and times.
pub struct Calendar {
    /// Words that stand in dates, without a final full stop.
    pub words: Table<Word>,
    /// Words before a date, and what they make of it: "since", "by", "in".
    pub leads: Table<Lead>,
    /// Time zones, in minutes east of Greenwich; `None` where that changes with the season.
    pub zones: Table<Option<i16>>,
    /// Days with a name of their own, by its first word: what follows that word, the longest first.
    pub feasts: Table<&'static [Named]>,
    /// What stands between the two ends of a range: "to", "through".
    pub range_words: Table<()>,
    /// "and", between the two ends of a range that "between" opens, and in lists.
    pub joiners: Table<()>,
    /// "the": outside every date, but allowed inside: "the 3rd of the month".
    pub articles: Table<()>,
    /// "a", "an": one.
    pub ones: Table<()>,
    /// Vague counts: "few", "several".
    pub vague_counts: Table<()>,
    /// "couple", which counts two.
    pub couples: Table<()>,
    /// "of", between the parts of a date: "3rd of March", "end of 2015".
    pub partitives: Table<()>,
    /// "at", between a day and an hour.
    pub clock_leads: Table<()>,
    /// Days that are known by their numbers, and in which year: "9/11".
    pub marked_days: Table<i16>,
    /// "on", which only days follow.
    pub day_leads: Table<()>,
    /// "now", after "two weeks from" and as the end of a range.
    pub nows: Table<()>,
    /// "in", "within", before so many days that are still to pass.
    pub aheads: Table<Ahead>,
    /// Words that may stand between that and the number: "in just two days".
    pub softeners: Table<()>,
    /// "beginning", "of" after "the week": the week that a day is in; "ending": the one that ends with it.
    pub week_marks: Table<WeekMark>,
    /// The first and the second of two words that say every second one: "every other".
    pub others: Table<&'static str>,
    /// "past", "to" between minutes and an hour: 1 after it, -1 before it.
    pub minute_links: Table<i8>,
    /// The ending of superlatives, which say that "in three years" looks back.
    pub superlative_ending: &'static str,
    /// "would": what follows may never be.
    pub conditionals: Table<()>,
    /// "time" after "in two weeks'".
    pub time_words: Table<()>,
    /// Words that say the same: "for the first time in three years".
    pub looking_back: Table<()>,
    /// Lower-case letters after the minutes that stand for the half of the day: "5:30p".
    pub short_meridiems: Table<i8>,
    /// Words that say that what follows is still to come: "will", "scheduled".
    pub future: Table<()>,
    /// The first and the second of two words that say so together: "is to", "are to".
    pub future_pairs: Table<&'static str>,
    /// Verbs of what has happened, which end the reach of such a word: "will rise, he said on Friday".
    pub past_verbs: Table<()>,
    /// The ending of most of them.
    pub past_ending: &'static str,
    /// Words that end so and are no past: "need".
    pub no_past: Table<()>,
    /// After these that ending is no past: "will be released on Friday".
    pub infinitives: Table<()>,
    /// Words that are counted, so that a number before them is not a year: "people".
    pub counted: Table<()>,
    /// Verbs that may follow a year which begins a sentence: "2014 was".
    pub year_verbs: Table<()>,
    /// The second and the first of two words that may stand between a lead and its date: "since [at least] 1982".
    pub hedges: Table<&'static str>,
    /// Words before the preposition that compares with a year, or goes back to it: "compared [to 2003]".
    pub comparers: Table<()>,
    /// Edges of an event, before "of": "beginning"; whether "by" leads to them, too, rather than to who did it.
    pub event_edges: Table<bool>,
    /// Events that "since" dates by their noun alone: "election".
    pub events: Table<()>,
    /// Verbs that tell that something came about: "since the strike *began*".
    pub event_verbs: Table<()>,
    /// With these a word of the calendar is part of a name: "Sunday Times".
    pub name_parts: Table<()>,
    /// Which number of "3/4/2024" is the day where nothing else says so.
    pub order: Order,
    /// The same by region (ISO 3166, UN M.49), in lower case; `None` where both orders are in use.
    pub regions: Table<Option<Order>>,
    /// The same in all regions that are not listed.
    pub order_elsewhere: Order,
}

/// The order of day and month in "3/4/2024".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The fourth of March.
    MonthFirst,
    /// The third of April.
    DayFirst,
}

/// The words after the first of a day's name, the day, and how many days it goes on.
pub type Named = (&'static [&'static str], Feast, i8);

/// How a day with a name of its own is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// The same every year: month and day.
    Fixed(i8, i8),
    /// A weekday of a month, -1 the last one: its number, the weekday, the month, and days from there.
    Nth(i8, i8, i8, i8),
    /// Days from Easter Sunday.
    Easter(i16),
    /// Days from Easter Sunday of the Orthodox churches.
    Orthodox(i16),
    /// Days from the Jewish New Year, the first of Tishri.
    Jewish(i16),
    /// Days from the 25th of Kislev, which is not always as far from the New Year.
    Kislev(i16),
    /// Month and day of the Islamic calendar, as it is reckoned; the moon that is seen may be a day off.
    Islamic(i8, i8),
}

/// The part that a word plays in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// January is 1.
    Month(i8),
    /// A month that is also an ordinary word or a name: "may", "march", "mar".
    MaybeMonth(i8),
    /// Monday is 1.
    Weekday(i8),
    /// "Mondays": every one.
    Weekdays(i8),
    /// "weekends": every one.
    Weekends,
    /// A weekday that is also an ordinary word: "sun", "sat", "wed".
    MaybeWeekday(i8),
    /// As in EDTF: spring is 21, winter 24.
    Season(i8),
    /// "week", "years"; whether it is one of many.
    Unit(Unit),
    /// "weekend".
    Weekend,
    /// "last", "past", "this", "next".
    Shift(Shift),
    /// "today" is 0, "yesterday" -1.
    Day(i8),
    /// "tonight"
    Tonight,
    /// "to", between minutes and an hour.
    To,
    /// "morning" is 0, "afternoon" 12: it narrows a day, but ISO 8601 has no word for it; the number is
    /// what it adds to an hour.
    PartOfDay(i8),
    /// The part of the night that began on the day before: "last night".
    Night,
    /// "noon" is 12, "midnight" 0.
    Hour(i8),
    /// "am" is 0, "pm" 12: hours to add.
    Meridiem(i8),
    /// "o'clock".
    Clock,
    /// "ago" -1, "hence" 1: counted from now.
    Ago(i8),
    /// "earlier" -1, "later" 1: counted from another date of the text.
    Away(i8),
    /// "sixties": the tens of its years.
    Decade(i16),
    /// "early", "late", "mid".
    Edge,
    /// "beginning", "end": before "of".
    EdgeOf(Edge),
    /// "EOM", "EOY": the end of the present one, in capitals.
    EndOf(Unit),
    /// "every", "each".
    Each,
    /// "quarter" as a part of the year; also what a number may count.
    Quarter,
    /// "Q1" to "Q4".
    QuarterNumber(i8),
    /// "H1" and "H2": halves of a year.
    HalfNumber(i8),
    /// "half" of a year.
    Half,
    /// "fiscal", "financial".
    Fiscal,
    /// "daily", "weekly": every such unit.
    Often(Unit),
    /// "AD", "CE" and "BC", "BCE".
    Era(bool),
}

/// What a word makes of so many days that are still to pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// "in": the day when they have passed.
    Then,
    /// "within": all of them.
    Within,
}

/// Which week a day tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekMark {
    /// "of", "beginning"
    Around,
    /// "ending"
    Ending,
}

/// A part of a longer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// "beginning of"
    Start,
    /// "middle of"
    Middle,
    /// "end of"
    End,
}

/// Which one of a row of days, weeks, years ...
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// "last"
    Last,
    /// "past": the stretch that ends now.
    Past,
    /// "this", "current"
    This,
    /// "next"
    Next,
    /// "coming": the stretch that begins now.
    Coming,
    /// "previous": counted from another date of the text.
    Previous,
    /// "following": counted from another date of the text.
    Following,
    /// "same"
    Same,
}

/// Units of the calendar and the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// "second"
    Second,
    /// "minute"
    Minute,
    /// "hour"
    Hour,
    /// "day"
    Day,
    /// "week"
    Week,
    /// "fortnight"
    Fortnight,
    /// "month"
    Month,
    /// "quarter"
    Quarter,
    /// "year"
    Year,
    /// "decade"
    Decade,
    /// "century"
    Century,
}

/// What a word before a date makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// "in", "during": a time may follow, and hardly anything else after a four-digit number.
    In,
    /// "on", "at", "of": a date may follow, but other things as well.
    At,
    /// "since": from then on.
    Since,
    /// "by", "until": up to then.
    Until,
    /// "before"
    Before,
    /// "after"
    After,
    /// "around", "circa"
    About,
    /// "from": the first end of a range.
    From,
    /// "between": the first end of a range whose ends "and" joins.
    Between,
}
