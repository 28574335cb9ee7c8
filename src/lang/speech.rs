//! How a language reports what somebody said.

use super::Table;

/// The form of a verb, as far as it decides what may stand around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "say": after a plural, a pronoun or an auxiliary.
    Base,
    /// "says"
    Present,
    /// "said"
    Past,
    /// "saying": the subject stands further away.
    Doing,
}

/// A verb of saying or thinking in one of its forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeechVerb {
    /// Which of its forms.
    pub form: Form,
    /// It tags a quotation: "Yes," she *said*.
    pub quote: bool,
    /// "that" and a clause may follow.
    pub that: bool,
    /// A clause may follow without "that".
    pub bare: bool,
    /// A question may follow: "asked *whether*".
    pub question: bool,
    /// The one spoken to may follow: "told *her*".
    pub addressee: bool,
    /// "to" and a verb may follow: "vowed *to fight*".
    pub infinitive: bool,
    /// A noun phrase may follow that stands for what was said: "praised *the plan*".
    pub object: bool,
    /// A figure with what it counts may follow: "documented *39 deaths*".
    pub figure: bool,
    /// So it may, but what one has achieved as well: "recorded *39 deaths*", "*3 wins*".
    pub record: bool,
    /// What is set at a figure may follow: "put *the toll at 39*".
    pub level: bool,
    /// The word is a noun as often: "claims".
    pub nominal: bool,
}

impl SpeechVerb {
    /// A verb that nothing may follow.
    pub const fn new(form: Form) -> Self {
        Self {
            form,
            quote: false,
            that: false,
            bare: false,
            question: false,
            addressee: false,
            infinitive: false,
            object: false,
            figure: false,
            record: false,
            level: false,
            nominal: false,
        }
    }

    /// Whether only a figure makes it a verb of saying.
    pub const fn needs_figure(&self) -> bool {
        let says = self.quote || self.that || self.bare || self.question || self.addressee;
        !(says || self.infinitive || self.object) && (self.figure || self.record || self.level)
    }
}

/// The words around quotations and reported speech.
pub struct SpeechWords {
    /// Verbs in all their forms, some with a particle: "said", "pointed out".
    pub verbs: Table<SpeechVerb>,
    /// Nouns that "that" and what was said may follow: "claim".
    pub nouns: Table<()>,
    /// Nouns of those who keep records of what happens to others: "ministry".
    pub recorders: Table<()>,
    /// Between what is set at a figure and the figure: "put the toll *at* 39".
    pub levels: Table<()>,
    /// Nouns of what speaks by being read: "letter".
    pub documents: Table<()>,
    /// Phrases before a source: "according to".
    pub sources: Table<()>,
    /// What opens a reported clause.
    pub that: &'static str,
    /// What opens a reported question: "whether".
    pub questions: Table<()>,
    /// What opens an infinitive.
    pub infinitive: &'static str,
    /// Auxiliaries of the passive.
    pub copulas: Table<()>,
    /// Pronouns that are a subject wherever they stand: "he".
    pub subjects: Table<()>,
    /// Pronouns that may speak.
    pub speakers: Table<()>,
    /// Pronouns of a woman.
    pub female: Table<()>,
    /// Pronouns of a man.
    pub male: Table<()>,
    /// With a verb of saying: nothing was said.
    pub negations: Table<()>,
    /// Between one clause and the next: "and".
    pub coordinators: Table<()>,
    /// The subject of a clause about the noun before it: "who".
    pub relatives: Table<()>,
    /// Prepositions inside the description of somebody: "a spokesman *for* the ministry".
    pub chains: Table<()>,
    /// Before the one spoken to: "said *to* her".
    pub recipient: &'static str,
    /// Before the speaker of a passive: "was announced *by* the bank".
    pub agent: &'static str,
    /// Words that begin with an apostrophe, without it.
    pub elided: Table<()>,
    /// Before what somebody is told of: "told her *about* the plan".
    pub topics: Table<()>,
    /// Before a subject and its verb, where what is said stands outside: "*as* Moss put it".
    pub manner: &'static str,
    /// "a", "the": outside the description of a speaker.
    pub articles: Table<()>,
    /// The ending of most adverbs.
    pub adverb_ending: &'static str,
}
