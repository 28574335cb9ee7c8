//! Annotated texts to examples: stretches of tokens with their features and allowed labels.

use super::corpus::{Annotated, allowed, read};
use crate::recognize::name::attribute;
use crate::recognize::name::feature::{self, BUCKET_BITS, Extractor};
use crate::recognize::name::label::{self, COUNT};
use crate::recognize::name::lexicon::Lexicon;
use crate::recognize::name::memory::{self, Taken};

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
    /// What of it is put in capitals.
    pub shouted: Shouted,
}

impl View<'_> {
    /// As it is.
    pub fn plain(weight: f32) -> Self {
        Self { weight, memory: None, shouted: Shouted::Nothing }
    }
}

/// What of a text is put in capitals: headlines and photo credits are written so, and corpora hold few.
#[derive(Clone, Copy, PartialEq)]
pub enum Shouted {
    /// As it is.
    Nothing,
    /// Names only, as in photo credits.
    Names,
    /// As in headlines.
    Everything,
    /// The contrary: no capitals at all, as some people write on the web.
    Whispered,
}

/// One text in ten is also shown with its names in capitals, one in twenty all in capitals, one in ten
/// without any.
pub fn shouted(number: usize) -> Option<Shouted> {
    match number % 20 {
        3 | 13 => Some(Shouted::Names),
        7 => Some(Shouted::Everything),
        1 | 11 => Some(Shouted::Whispered),
        _ => None,
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
    for (token, &set) in attributes.iter_mut().zip(&sets) {
        let is_name = set & 1 << label::OUTSIDE == 0;
        if view.shouted == Shouted::Everything || (view.shouted == Shouted::Names && is_name) {
            token.shout();
        }
        if view.shouted == Shouted::Whispered {
            token.whisper();
        }
    }
    for sentence in &document.sentences {
        let tokens = &attributes[sentence.tokens.clone()];
        let sets = &sets[sentence.tokens.clone()];
        let extractor = Extractor::new(tokens);
        for stretch in feature::stretches(tokens) {
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
