//! One name spelled in two ways within the article: "Zelensky" and "Zelenskyy", "Untied Nations".
//!
//! Only names that no other rule could place, only one letter more, less, other or swapped, and only in
//! long words: "Hanson" and "Hansen" are two people. A bare surname that is longer still may have two odd letters.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{Groups, Names};
use crate::recognize::NameKind;

/// A word in which one odd letter is more likely a variant than another word.
const LONG_WORD: usize = 7;
/// A surname in which two odd letters are.
const VERY_LONG_WORD: usize = 9;
/// Longer names are not compared; bounds the variants made of one name.
const LONGEST_NAME: usize = 60;

/// Joins forms whose names differ by one letter.
pub(super) fn join(names: &mut Names, groups: &mut Groups) {
    let mut known: HashMap<u64, usize> = HashMap::new();
    let mut order: Vec<usize> = (0..names.forms.len()).collect();
    order.sort_by_key(|&form| (std::cmp::Reverse(names.forms[form].words.len()), form));
    for form in order {
        for shape in shapes(names, form) {
            for variant in variants(&shape) {
                let mark = hash(&(variant, names.forms[form].kind == NameKind::Person));
                let other = *known.entry(mark).or_insert(form);
                if other != form && is_variant(names, groups, form, other) {
                    groups.join(form, other);
                }
            }
        }
    }
}

/// The words under which a form is compared: the whole name; the surname too, where the form can be met
/// by its surname alone.
fn shapes(names: &Names, form: usize) -> Vec<String> {
    let words = &names.forms[form].words;
    let key = words.join(" ");
    let last = words.last().filter(|_| words.len() > 1 && names.forms[form].kind == NameKind::Person);
    let shapes = [Some(&key), last].into_iter().flatten();
    shapes.filter(|shape| shape.len() >= LONG_WORD && shape.len() <= LONGEST_NAME).cloned().collect()
}

/// The shape itself and every string that lacks one of its letters but the first.
fn variants(shape: &str) -> Vec<String> {
    let letters: Vec<char> = shape.chars().collect();
    let without = |skipped: usize| {
        letters.iter().enumerate().filter(|&(index, _)| index != skipped).map(|(_, &letter)| letter).collect()
    };
    let mut variants: Vec<String> = (1..letters.len()).map(without).collect();
    variants.push(shape.to_owned());
    variants.sort();
    variants.dedup();
    variants
}

/// Whether two forms that share a variant are one name: as many words, which agree but for one long word;
/// or a bare surname beside a full name.
fn is_variant(names: &Names, groups: &mut Groups, form: usize, other: usize) -> bool {
    if groups.find(form) == groups.find(other) {
        return false;
    }
    let (left, right) = (&names.forms[form], &names.forms[other]);
    if left.kind == NameKind::Person && left.words.len() == 1 && right.words.len() > 1 {
        let (surname, full) = (&left.words[0], &right.words[right.words.len() - 1]);
        return is_alone(names, groups, form)
            && (differ_slightly(surname, full) || differ_twice(surname, full));
    }
    // A single word that is no person is a common noun or a place, where one letter makes another word.
    let enough = left.words.len() > 1 || left.kind == NameKind::Person;
    let mut unequal = left.words.iter().zip(&right.words).filter(|(left, right)| left != right);
    enough
        && left.kind == right.kind
        && left.words.len() == right.words.len()
        && unequal.next().is_some_and(|(left, right)| differ_slightly(left, right))
        && unequal.next().is_none()
}

/// Whether no rule joined the form with another.
fn is_alone(names: &Names, groups: &mut Groups, form: usize) -> bool {
    let group = groups.find(form);
    group == form && names.forms[form].mentions.iter().all(|&mention| names.mentions[mention].form == form)
}

fn differ_slightly(left: &str, right: &str) -> bool {
    let long = |word: &str| {
        word.chars().count() + 1 >= LONG_WORD && !word.contains(|letter: char| letter.is_ascii_digit())
    };
    left != right
        && long(left)
        && long(right)
        && left.chars().next() == right.chars().next()
        && is_one_edit_apart(left, right)
}

/// Each with one letter that the other lacks: "Brachtmann" and "Brauchtman".
fn differ_twice(left: &str, right: &str) -> bool {
    let long = |word: &str| word.chars().count() >= VERY_LONG_WORD;
    let shared = |left: &str| variants(left).into_iter().any(|variant| variants(right).contains(&variant));
    long(left) && long(right) && left.chars().next() == right.chars().next() && shared(left)
}

/// One letter more, less, other, or two neighbours swapped.
fn is_one_edit_apart(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    if left.len().abs_diff(right.len()) > 1 {
        return false;
    }
    let same_start = left.iter().zip(&right).take_while(|(left, right)| left == right).count();
    let rest = left.len().min(right.len()) - same_start;
    let same_end = left
        .iter()
        .rev()
        .zip(right.iter().rev())
        .take(rest)
        .take_while(|(left, right)| left == right)
        .count();
    let (left, right) =
        (&left[same_start..left.len() - same_end], &right[same_start..right.len() - same_end]);
    match (left, right) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([first, second], [third, fourth]) => first == fourth && second == third,
        _ => false,
    }
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
