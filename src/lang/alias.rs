//! What a language knows of names: second names, short forms, words that names drop.

use super::Table;
use super::role::Gender;

/// Words inside names. All without full stops and accents, as names are compared.
pub struct NameWords {
    /// Whole names of places and bodies, each with the name under which it is compared.
    pub places: Table<&'static str>,
    /// Words spelled in two ways, each with the one under which both are compared.
    pub spellings: Table<&'static str>,
    /// "Inc", "Ltd": ends that running text leaves away.
    pub legal_forms: Table<()>,
    /// "Airlines", "University": last words that may go.
    pub generic_ends: Table<()>,
    /// "Jr", "II": tells one person from a relative of the same name.
    pub generations: Table<()>,
    /// "of", "and": skipped when a name is made into an acronym.
    pub skipped_in_acronyms: Table<()>,
    /// Given names that tell a gender.
    pub genders: Table<Gender>,
    /// Short given names, each with the form under which they are compared.
    pub short_given: Table<&'static str>,
    /// The definite article, which belongs to no name.
    pub article: &'static str,
}
