//! What a title says of its bearer.

use super::Table;

/// Grammatical gender of a person, where a word gives it away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "Mrs", "spokeswoman", "Natalia".
    Female,
    /// "Mr", "spokesman", "Boris".
    Male,
}

/// What a noun can describe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bearer {
    /// "president", "nurse", "sister"
    Person,
    /// "company", "newspaper", "militia"
    Organization,
    /// "city", "river", "airport"
    Place,
}

/// A noun that says what somebody or something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleNoun {
    /// What it describes.
    pub bearer: Bearer,
    /// The gender, where the word gives it away.
    pub gender: Option<Gender>,
}

/// The words of titles and appositions.
pub struct Titles {
    /// Forms of address, with the gender they tell.
    pub honorifics: Table<Option<Gender>>,
    /// The head nouns: "president", "newspaper".
    pub nouns: Table<RoleNoun>,
    /// Words that stand before the noun: "former", "prime".
    pub modifiers: Table<()>,
}
