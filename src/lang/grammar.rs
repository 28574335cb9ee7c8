//! As much grammar as a figure needs to find what it counts.

use super::Table;

/// The class of a word, for the walk from a figure to a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// "the", "each": opens a noun phrase.
    Determiner,
    /// "its", "'s": opens one or goes on with one.
    Possessive,
    /// "who", "because": opens a clause.
    Relative,
    /// "it": a noun phrase of its own that says nothing.
    Pronoun,
    /// "in", "than"
    Preposition,
    /// "and", "but"
    Conjunction,
    /// "have", "will"
    Auxiliary,
    /// "ago", "also"
    Adverb,
    /// "said", "died"
    Verb,
}

/// A word of the closed classes, or a common one of the open ones, and what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FunctionWord {
    /// The class it mostly has next to a figure; `None` for nouns, adjectives and numbers.
    pub class: Option<WordClass>,
    /// Capitalised after an abbreviation, it shows that a new sentence has begun.
    pub opens: bool,
    /// No sentence of the language is built without such words, and few other languages share it.
    pub tells: bool,
    /// It holds other words together and is no noun: a number before it counts nothing by name.
    pub binds: bool,
}

impl FunctionWord {
    /// A word that only has a class.
    pub const fn of(class: Option<WordClass>) -> Self {
        Self { class, opens: false, tells: false, binds: false }
    }

    /// The same, and it opens sentences.
    pub const fn opens(self) -> Self {
        Self { opens: true, ..self }
    }

    /// The same, and it tells the language.
    pub const fn tells(self) -> Self {
        Self { tells: true, ..self }
    }

    /// The same, and it binds.
    pub const fn binds(self) -> Self {
        Self { binds: true, ..self }
    }
}

impl Grammar {
    /// The class of `word` (in lower case).
    pub fn class(&self, word: &str) -> Option<WordClass> {
        self.classes.get(word)?.class
    }

    /// Whether `word` (in lower case), capitalised after an abbreviation, opens a sentence.
    pub fn opens(&self, word: &str) -> bool {
        self.classes.get(word).is_some_and(|word| word.opens)
    }

    /// Whether `word` (in lower case) tells that a text is in this language.
    pub fn tells(&self, word: &str) -> bool {
        self.classes.get(word).is_some_and(|word| word.tells)
    }

    /// Whether `word` (in lower case) only binds others and is no noun.
    pub fn binds(&self, word: &str) -> bool {
        self.classes.get(word).is_some_and(|word| word.binds)
    }
}

/// The words by which a figure finds its noun.
pub struct Grammar {
    /// Words that are not plain nouns or adjectives.
    pub classes: Table<FunctionWord>,
    /// Countable nouns without a plural ending.
    pub plurals: Table<()>,
    /// Words that end like plurals and are none.
    pub not_plural: Table<()>,
    /// The ending of a plural.
    pub plural_ending: &'static str,
    /// Endings that look like it.
    pub never_plural_endings: &'static [&'static str],
    /// The ending of most past participles.
    pub participle_ending: &'static str,
    /// Endings that a word in lower case before a title has as a verb or adverb rather than as a noun.
    pub verbal_endings: &'static [&'static str],
    /// What a bare number has become: "wounded".
    pub participles: Table<()>,
    /// Verbs whose subject is a quantity.
    pub level_verbs: Table<()>,
    /// Words between subject and verb.
    pub verb_group: Table<()>,
    /// Words between verb and figure.
    pub links: Table<()>,
    /// "total", "number"
    pub weak_heads: Table<()>,
    /// Plurals that mostly stand before the noun they describe.
    pub modifiers: Table<()>,
    /// Nouns that glued to a number only describe.
    pub glued_describers: Table<()>,
    /// Endings of adjectives and participles glued to a number: "two-**legged** robots".
    pub describing_endings: &'static [&'static str],
    /// Endings that adjectives have more often than nouns.
    pub adjective_endings: &'static [&'static str],
    /// Before "of" and a level they say nothing of whose it is: "to a **record** of $5".
    pub marks: Table<()>,
    /// Verbs that are nouns after a number: "two *wins*".
    pub nominal_verbs: Table<()>,
    /// Prepositions that may stand inside a noun phrase: "ten *outside* directors".
    pub inner_prepositions: Table<()>,
    /// Nouns that end a phrase after an ordinal: "the first *time* officials have".
    pub closing_nouns: Table<()>,
    /// Determiners that only plurals follow.
    pub plural_determiners: Table<()>,
    /// The word before "of" in "six *out* of ten".
    pub out: &'static str,
    /// Nouns after "in" that are no content of a sum: "$3 million in *exchange*".
    pub money_manners: Table<()>,
    /// Plurals that after another plural are the next subject: "in two towns *police* said".
    pub next_subjects: Table<()>,
    /// Between a number and its noun: "twelve *such* cases".
    pub after_numbers: Table<()>,
    /// The determiner that may also open a clause after its noun.
    pub that: &'static str,
    /// Pronouns that open a clause about the noun before them.
    pub relatives: Table<()>,
    /// Adjectives after an amount: "99 percent *certain*", "two metres *wider*".
    pub adjectives_after: Table<()>,
    /// Adjectives between a measure and its noun that belong to the measure.
    pub dimensions: Table<()>,
    /// The ending of present participles.
    pub participle_of_doing: &'static str,
    /// Words with the ending of past participles that are none.
    pub not_participles: Table<()>,
    /// Words with the ending of present participles that are nouns.
    pub doing_nouns: Table<()>,
    /// Prepositions before a level: "to", "at".
    pub level_openers: Table<()>,
    /// What opens a clause without a finite verb: "*with* prices hitting $300".
    pub absolute_openers: Table<()>,
    /// The ending of adverbs of manner.
    pub adverb_ending: &'static str,
    /// Nouns and others that end like them.
    pub not_adverbs: Table<()>,
    /// Those after "of" whose number is another's: "a *mother* of two".
    pub parents: Table<()>,
    /// What fills the place of the subject and is none: "**there** may be 12".
    pub existential: &'static str,
    /// Between a noun and a figure that counts it too: "a week **or** two".
    pub either: &'static str,
    /// What stands after "of" for something named before.
    pub pronouns: Table<()>,
    /// Before a duration that only tells how far off something is.
    pub unreaching: Table<()>,
    /// The preposition between an amount and what it is an amount of.
    pub of: &'static str,
    /// The one between a sum of money and what it consists of: "$3 million **in** aid".
    pub money_in: &'static str,
    /// "$3 million **worth** of drugs"
    pub worth: &'static str,
    /// What stands before a verb in its bare form.
    pub infinitive: &'static str,
    /// Before a bare number that counts what the number before counts: "40 cars, **from** 12".
    pub ellipsis_openers: Table<()>,
    /// Indefinite articles.
    pub indefinite: Table<()>,
    /// Verbs of giving money, with what it is for behind it: "*paid* $40 for a pram".
    pub givers: Table<()>,
    /// What leads to that: "for", "on".
    pub aims: Table<()>,
    /// What stands before a price: "sold *for* $3".
    pub price: &'static str,
    /// Verbs whose object has a price: "*ordered* 24 jets for $3 billion".
    pub traders: Table<()>,
    /// Verbs that set a level for their object: "*puts* the toll at 30".
    pub raters: Table<()>,
    /// Verbs that tell what something comes to: "**gives** its length as 20 km".
    pub tellers: Table<()>,
    /// How it is kept there: "kept the rate *steady* at 2 %".
    pub steady: Table<()>,
    /// Between people and their age: "children *aged* 5 to 17".
    pub aged: Table<()>,
    /// Between a plural and its bound: "voters *under* 25".
    pub bounds: Table<()>,
    /// Between a comma and a level: "the rate, *now* 4 %".
    pub asides: Table<()>,
    /// Adjectives after a measure of the noun before it: "a cable 2 mm *thick*".
    pub extents: Table<()>,
    /// The word that compares: "twice *as* large".
    pub equal: &'static str,
    /// Prepositions before what something is compared with: "*like* your kids".
    pub likenesses: Table<()>,
    /// What is compared after it, of things that were counted: "twice as *many*".
    pub quantities: Table<()>,
    /// Auxiliaries that have an object where they stand alone: "we *have* 40".
    pub having: Table<()>,
    /// What a number of events is counted in: "hit 14 *times*".
    pub times: &'static str,
    /// Weak heads that are counted in an order where no "of" follows: "the second-lowest *figure*".
    pub weak_nouns: Table<()>,
    /// Weak heads that a share may be of: "72 % of the *total*".
    pub wholes: Table<()>,
    /// Weak heads that a level after "of" is said of: "a *majority* of 0.8 points".
    pub majorities: Table<()>,
    /// Verbs between a share and its "of": "20 percent *remains* of the land".
    pub remaining: Table<()>,
}
