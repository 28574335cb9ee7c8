//! Annotated texts to examples: stretches of tokens with their features and allowed labels.

use super::corpus::{Annotated, allowed, read};
use crate::lang::en;
use crate::recognize::name::attribute::{self, Attributes};
use crate::recognize::name::feature::{BUCKET_BITS, Extractor};
use crate::recognize::name::label::{self, COUNT};
use crate::recognize::name::lexicon::Lexicon;
use crate::recognize::name::memory::{self, Taken};
use crate::recognize::name::stretch::stretches;
use crate::text::Document;

/// One stretch of tokens near capitals; before and after it stands "outside".
pub struct Example {
    /// Buckets of all tokens, end to end.
    pub buckets: Vec<u32>,
    /// Where each token's buckets end.
    pub ends: Vec<u32>,
    /// Labels that each token may have, one bit each.
    pub allowed: Vec<u32>,
    /// How much it counts.
    pub weight: f32,
}

impl Example {
    /// The buckets of one token.
    pub fn features(&self, token: usize) -> &[u32] {
        let start = if token == 0 { 0 } else { self.ends[token - 1] as usize };
        &self.buckets[start..self.ends[token] as usize]
    }
}

/// How a text is shown to the learner.
#[derive(Clone, Copy)]
pub struct View<'m> {
    /// How much it counts.
    pub weight: f32,
    /// What a first look took every token for, to be learned from as a second look.
    pub memory: Option<&'m [Taken]>,
    /// Where it has capitals.
    pub capitals: Capitals,
}

impl View<'_> {
    /// As it is.
    pub fn plain(weight: f32) -> Self {
        Self { weight, memory: None, capitals: Capitals::AsWritten }
    }
}

/// Where a text is shown with capitals: corpora hold few headlines, photo credits and careless posts.
#[derive(Clone, Copy, PartialEq)]
pub enum Capitals {
    /// As it is.
    AsWritten,
    /// Every letter of names, as in photo credits.
    Names,
    /// Every letter.
    Everywhere,
    /// The first letter of every word of weight, as in headlines.
    Headline,
    /// Nowhere, as some people write on the web.
    Nowhere,
}

/// Every text is shown as written; some also otherwise, in these shares of twenty.
pub fn other_capitals(number: usize) -> Option<Capitals> {
    match number % 20 {
        3 | 13 => Some(Capitals::Names),
        7 => Some(Capitals::Everywhere),
        5 | 15 => Some(Capitals::Headline),
        1 | 11 => Some(Capitals::Nowhere),
        _ => None,
    }
}

fn dress(document: &Document, sets: &[u32], capitals: Capitals, tokens: &mut [Attributes]) {
    for (index, (token, set)) in tokens.iter_mut().zip(sets).enumerate() {
        let is_name = set & 1 << label::OUTSIDE == 0;
        match capitals {
            Capitals::Names if is_name => token.shout(),
            Capitals::Everywhere => token.shout(),
            Capitals::Headline if !en::LANGUAGE.grammar.opens(document.normal(index)) => token.entitle(),
            Capitals::Nowhere => token.whisper(),
            _ => {}
        }
    }
}

/// Adds the stretches of one text.
pub fn add(annotated: &Annotated, view: View, lexicon: &Lexicon, examples: &mut Vec<Example>) {
    let document = read(&annotated.text);
    let mut attributes = attribute::read(&document, lexicon);
    if let Some(taken) = view.memory {
        memory::recall(&mut attributes, taken);
    }
    let sets = allowed(&document, annotated);
    dress(&document, &sets, view.capitals, &mut attributes);
    for sentence in &document.sentences {
        let tokens = &attributes[sentence.tokens.clone()];
        let sets = &sets[sentence.tokens.clone()];
        let extractor = Extractor::new(tokens);
        for stretch in stretches(tokens) {
            let mut example = Example {
                buckets: Vec::new(),
                ends: Vec::new(),
                allowed: sets[stretch.clone()].to_vec(),
                weight: view.weight,
            };
            for index in stretch {
                extractor.features(index, &mut example.buckets);
                if view.memory.is_some() {
                    extractor.memory_features(index, &mut example.buckets);
                }
                example.ends.push(example.buckets.len() as u32);
            }
            if has_path(&example.allowed) {
                examples.push(example);
            }
        }
    }
}

/// Whether some legal path goes through the allowed sets: a name cut by the end of a stretch has none.
fn has_path(allowed: &[u32]) -> bool {
    let follow = |reached: u32, set: u32| -> u32 {
        (0..COUNT as u8)
            .filter(|next| set >> next & 1 == 1)
            .filter(|&next| {
                (0..COUNT as u8).any(|label| reached >> label & 1 == 1 && label::may_follow(label, next))
            })
            .map(|next| 1 << next)
            .sum()
    };
    let end = allowed.iter().fold(1, |reached, &set| follow(reached, set));
    follow(end, 1) != 0
}

/// Removes features that occur in fewer than `least` tokens.
pub fn drop_rare(examples: &mut [Example], least: u8) {
    let mut counts = vec![0u8; 1 << BUCKET_BITS];
    for bucket in examples.iter().flat_map(|example| &example.buckets) {
        let count = &mut counts[*bucket as usize];
        *count = count.saturating_add(1);
    }
    for example in examples {
        let mut kept = Vec::with_capacity(example.buckets.len());
        let mut start = 0;
        for end in &mut example.ends {
            let features = &example.buckets[start..*end as usize];
            start = *end as usize;
            kept.extend(features.iter().filter(|&&bucket| counts[bucket as usize] >= least));
            *end = kept.len() as u32;
        }
        kept.shrink_to_fit();
        example.buckets = kept;
    }
}
