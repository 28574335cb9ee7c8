//! What a language must say of words that refer to somebody without a name.

use super::Table;
use super::role::Gender;

/// The place in a clause that the form of a pronoun shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// "he"
    Subject,
    /// "him"
    Object,
    /// "his"
    Possessive,
    /// "himself"
    Reflexive,
    /// "her": possessive before a noun, object elsewhere.
    ObjectOrPossessive,
}

/// A pronoun that stands for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    /// Of the person.
    pub gender: Gender,
    /// What the form shows.
    pub case: Case,
}

/// How many things the choice of an antecedent weighs.
pub const WEIGHTS: usize = 59;

/// The words that refer, and those that show where one clause ends and the next begins.
pub struct ReferenceWords {
    /// Pronouns of one person.
    pub pronouns: Table<Pronoun>,
    /// "when", "who", "that": a clause begins with them.
    pub clause_openers: Table<()>,
    /// Words that open a clause or phrase before the one it belongs to: "**after** he left, Ann spoke".
    pub leading: Table<()>,
    /// Past forms of verbs that do not end like participles.
    pub past_forms: Table<()>,
    /// Conjunctions between equals: "Ann **and** Bo".
    pub coordinators: Table<()>,
    /// Nouns for what other nouns say more exactly: "leader" for "president", each with what it can stand for.
    pub wider_nouns: Table<&'static [&'static str]>,
    /// Modifiers after which a role is no longer, or not yet, held.
    pub past_roles: Table<()>,
    /// How much each sign speaks for or against an antecedent; learned, see `train::reference`.
    pub weights: [i32; WEIGHTS],
}
