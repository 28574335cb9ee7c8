//! Mentions without a name: whom "the president" and "she" mean.
//!
//! "Ada Moss, the **mayor** of Lund, spoke on Friday. **She** said ..., **the mayor** added." Two passes: by role,
//! to one that the article itself has given that role; and by pronoun, as a second and less certain
//! tier. Each reference says which rule found it. What means nobody named gets no reference.

mod gender;
pub mod pronoun;
mod role;
pub mod scene;
pub mod sign;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::Resolution;
use crate::lang::Language;
use crate::text::{Document, Span};

/// A mention without a name, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResolvedReference {
    /// Its words.
    pub span: Span,
    /// How it refers.
    pub form: ReferenceForm,
    /// What found it.
    pub rule: ReferenceRule,
}

/// How a mention without a name refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceForm {
    /// "the president"
    Role,
    /// "she"
    Pronoun,
}

/// What says whom a reference means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceRule {
    /// The words of a role that the article has given to one bearer.
    SameRole,
    /// A wider word for such a role: "the leader" for a president.
    WiderRole,
    /// A pronoun, and somebody mentioned before it in its sentence.
    SameSentence,
    /// A pronoun, and somebody mentioned in a sentence before.
    EarlierSentence,
    /// A pronoun, and somebody whom its sentence names only after it.
    LaterName,
}

/// Adds the references of all entities, in text order.
pub(super) fn attach(document: &Document, language: &Language, resolution: &mut Resolution) {
    let mut scene = scene::Scene::of(document, language, resolution);
    let genders = gender::genders(&scene, resolution);
    let mut found = role::resolve(&scene, resolution);
    scene.add_people(&found, resolution); // "the mayor" is somebody whom "she" can mean
    let weights = &language.references.weights;
    found.extend(pronoun::resolve(&scene, genders, weights, &mut pronoun::NoTeacher));
    found.sort_by_key(|(_, reference)| reference.span);
    for (entity, reference) in found {
        resolution.entities[entity].references.push(reference);
    }
}

/// Shows a teacher every pronoun with the candidates for whom it means.
#[cfg(feature = "train")]
pub fn teach(
    document: &Document,
    language: &Language,
    resolution: &Resolution,
    weights: &[i32],
    teacher: &mut dyn pronoun::Teacher,
) {
    let mut scene = scene::Scene::of(document, language, resolution);
    let genders = gender::genders(&scene, resolution);
    let roles = role::resolve(&scene, resolution);
    scene.add_people(&roles, resolution);
    pronoun::resolve(&scene, genders, weights, teacher);
}
