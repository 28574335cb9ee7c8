//! Names of people: full name, surname, given name, initials.
//!
//! The fullest names are taken first and become bearers; every shorter name looks for the bearers it
//! fits. One bearer: joined. None: a bearer of its own. Several ("Smith" where John and Mary Smith are
//! known): decided mention by mention, by form of address, title and who was called so before.

use std::collections::HashMap;

use super::{Groups, Names};
use crate::lang::Language;
use crate::lang::role::Gender;
use crate::recognize::NameKind;

/// Of a surname with more bearers than this the latest are looked at: keeps lists of names linear.
const MOST_BEARERS: usize = 24;

/// Where in a full name a single word stands: the order in which a short name prefers them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Surname,
    Given,
    Middle,
}

/// A person known by the fullest form of the name.
struct Bearer {
    form: usize,
    gender: Option<Gender>,
    /// "Jr": a bare surname rather means the elder.
    is_younger: bool,
}

#[derive(Default)]
struct Bearers {
    list: Vec<Bearer>,
    by_word: HashMap<String, Vec<(usize, Part)>>,
}

/// Joins the forms that name one person.
pub(super) fn join(names: &mut Names, groups: &mut Groups) {
    let mut order: Vec<usize> = (0..names.forms.len()).collect();
    order.retain(|&form| names.forms[form].kind == NameKind::Person);
    order.sort_by_key(|&form| (std::cmp::Reverse(names.forms[form].words.len()), form));
    let mut bearers = Bearers::default();
    let mut doubtful: HashMap<usize, Vec<usize>> = HashMap::new();
    for form in order {
        let fitting = bearers.fitting(names, form);
        match fitting.as_slice() {
            [] if has_two_genders(names, form) => {
                doubtful.insert(form, fitting);
            }
            [] => bearers.add(names, form),
            &[only] if agrees(names, form, bearers.list[only].gender) => {
                groups.join(form, bearers.list[only].form);
                bearers.index(&names.forms[form].words, names.language, only);
            }
            _ => {
                doubtful.insert(form, fitting);
            }
        }
    }
    settle(names, groups, &bearers, &doubtful);
}

impl Bearers {
    /// The bearers that a form can mean, each once.
    fn fitting(&self, names: &Names, form: usize) -> Vec<usize> {
        let words = &names.forms[form].words;
        let found = self.fitting_words(names, words);
        match words.as_slice() {
            // A title that was taken for a given name; "Dean" and "Earl" are both.
            [title, surname] if found.is_empty() && is_title(title, names.language) => {
                self.fitting_words(names, std::slice::from_ref(surname))
            }
            _ => found,
        }
    }

    fn fitting_words(&self, names: &Names, words: &[String]) -> Vec<usize> {
        let (base, _) = split_generation(words, names.language);
        let mut found: Vec<(Part, usize)> = Vec::new();
        let ends = if base.len() > 1 { vec![&base[base.len() - 1], &base[0]] } else { vec![&base[0]] };
        for word in ends {
            let known = self.by_word.get(word).map_or(&[][..], Vec::as_slice);
            for &(bearer, part) in known.iter().rev().take(MOST_BEARERS) {
                let full = &names.forms[self.list[bearer].form].words;
                if fits(words, full, names.language) {
                    found.push((if base.len() > 1 { Part::Surname } else { part }, bearer));
                }
            }
        }
        let best = found.iter().map(|&(part, _)| part).min();
        let mut bearers: Vec<usize> =
            found.into_iter().filter(|&(part, _)| Some(part) == best).map(|(_, bearer)| bearer).collect();
        bearers.sort_unstable();
        bearers.dedup();
        bearers
    }

    fn add(&mut self, names: &Names, form: usize) {
        let words = &names.forms[form].words;
        let (base, generation) = split_generation(words, names.language);
        let by_name = if base.len() > 1 { gender_of_given(&base[0], names.language) } else { None };
        let by_address = names.forms[form].mentions.iter().find_map(|&mention| gender_before(names, mention));
        let gender = by_address.or(by_name);
        self.list.push(Bearer { form, gender, is_younger: generation.is_some() });
        self.index(words, names.language, self.list.len() - 1);
    }

    /// Makes a bearer findable by every word of a form.
    fn index(&mut self, words: &[String], language: &Language, bearer: usize) {
        let (base, _) = split_generation(words, language);
        for (position, word) in base.iter().enumerate() {
            let part = match position {
                last if last + 1 == base.len() => Part::Surname,
                0 => Part::Given,
                _ => Part::Middle,
            };
            let known = self.by_word.entry(word.clone()).or_default();
            if !known.contains(&(bearer, part)) || known.len() > MOST_BEARERS {
                known.push((bearer, part));
            }
        }
    }
}

/// Decides the doubtful forms mention by mention, in text order.
fn settle(names: &mut Names, groups: &mut Groups, bearers: &Bearers, doubtful: &HashMap<usize, Vec<usize>>) {
    if doubtful.is_empty() {
        return;
    }
    let by_group: HashMap<usize, usize> =
        bearers.list.iter().enumerate().map(|(bearer, known)| (groups.find(known.form), bearer)).collect();
    let mut trace = Trace { latest: vec![None; bearers.list.len()], ..Trace::default() };
    for mention in 0..names.mentions.len() {
        let form = names.mentions[mention].form;
        let Some(candidates) = doubtful.get(&form) else {
            if let Some(&bearer) = by_group.get(&groups.find(form)) {
                trace.latest[bearer] = Some(mention);
                if let Some(role) = role_before(names, mention) {
                    trace.roles.entry(role.to_owned()).or_insert(bearer);
                }
            }
            continue;
        };
        if let Some(bearer) = trace.choose(names, bearers, mention, candidates) {
            names.mentions[mention].form = bearers.list[bearer].form;
            trace.holders.insert(form, bearer);
        } else if let Some(gender) = gender_before(names, mention) {
            let apart = *trace.apart.entry((form, gender == Gender::Female)).or_insert_with(|| {
                names.forms.push(super::form::Form {
                    words: names.forms[form].words.clone(),
                    kind: NameKind::Person,
                    mentions: Vec::new(),
                    is_told: false,
                });
                groups.add()
            });
            names.forms[apart].mentions.push(mention);
            names.mentions[mention].form = apart;
        }
    }
}

/// What the walk over the mentions remembers.
#[derive(Default)]
struct Trace {
    /// The latest mention of each bearer.
    latest: Vec<Option<usize>>,
    /// Who was last meant by a doubtful form.
    holders: HashMap<usize, usize>,
    /// Who was introduced with this title.
    roles: HashMap<String, usize>,
    /// Forms made for namesakes of whom only the gender is known.
    apart: HashMap<(usize, bool), usize>,
}

impl Trace {
    fn choose(
        &self,
        names: &Names,
        bearers: &Bearers,
        mention: usize,
        candidates: &[usize],
    ) -> Option<usize> {
        let said = gender_before(names, mention);
        let mut left: Vec<usize> = candidates.to_vec();
        left.retain(|&bearer| {
            said.is_none() || bearers.list[bearer].gender.is_none_or(|known| Some(known) == said)
        });
        if said.is_some() && left.iter().any(|&bearer| bearers.list[bearer].gender == said) {
            left.retain(|&bearer| bearers.list[bearer].gender == said);
        }
        let titled = role_before(names, mention).and_then(|role| self.roles.get(role));
        if let Some(bearer) = titled.filter(|bearer| left.contains(bearer)) {
            return Some(*bearer);
        }
        if left.iter().any(|&bearer| !bearers.list[bearer].is_younger) {
            left.retain(|&bearer| !bearers.list[bearer].is_younger);
        }
        let holder = self.holders.get(&names.mentions[mention].form).filter(|holder| left.contains(holder));
        if let Some(&holder) = holder.filter(|_| said.is_none()) {
            return Some(holder);
        }
        let latest = left.iter().copied().filter(|&bearer| self.latest[bearer].is_some());
        latest
            .max_by_key(|&bearer| self.latest[bearer])
            .or_else(|| left.iter().copied().min_by_key(|&bearer| bearers.list[bearer].form))
    }
}

/// Whether the shorter of two names can be the other one: the same surname and given names that do not
/// contradict, words that stand side by side in the fuller name ("von der Leyen"), or the same two words with
/// the surname first.
fn fits(short: &[String], long: &[String], language: &Language) -> bool {
    let (short_base, short_generation) = split_generation(short, language);
    let (long_base, long_generation) = split_generation(long, language);
    if short_generation != long_generation && (short_base.len() > 1 || short_generation.is_some()) {
        return false;
    }
    let swapped =
        short_base.len() == 2 && long_base.len() == 2 && short_base.iter().eq(long_base.iter().rev());
    swapped
        || is_same_person(short_base, long_base, language)
        || long_base.windows(short_base.len().min(long_base.len())).any(|window| window == short_base)
}

fn is_same_person(left: &[String], right: &[String], language: &Language) -> bool {
    let ([left @ .., left_surname], [right @ .., right_surname]) = (left, right) else { return false };
    let (Some(left_given), Some(right_given)) = (left.first(), right.first()) else { return false };
    left_surname == right_surname
        && is_same_given(left_given, right_given, language)
        && left[1..].iter().zip(&right[1..]).all(|(left, right)| is_same_given(left, right, language))
}

/// Equal, an initial of the other, or short for it.
fn is_same_given(left: &str, right: &str, language: &Language) -> bool {
    let long = |given: &str| {
        language.name_words.short_given.get(given).map_or(given.to_owned(), |&long| long.to_owned())
    };
    let is_initial = |initial: &str, of: &str| initial.chars().count() == 1 && of.starts_with(initial);
    left == right || is_initial(left, right) || is_initial(right, left) || long(left) == long(right)
}

/// "Jr." apart from the name before it.
fn split_generation<'w>(words: &'w [String], language: &Language) -> (&'w [String], Option<&'w str>) {
    match words {
        [base @ .., last] if !base.is_empty() && language.name_words.generations.has(last) => {
            (base, Some(last))
        }
        _ => (words, None),
    }
}

fn is_title(word: &str, language: &Language) -> bool {
    language.titles.nouns.has(word) && !language.name_words.genders.has(word)
}

fn gender_of_given(given: &str, language: &Language) -> Option<Gender> {
    language.name_words.genders.get(given).copied()
}

/// The gender that the word before a mention tells: "Mrs", "spokesman".
fn gender_before(names: &Names, mention: usize) -> Option<Gender> {
    let words = &names.language.titles;
    let tell = |word: &str| {
        words
            .honorifics
            .get(word)
            .copied()
            .flatten()
            .or_else(|| words.nouns.get(word).and_then(|noun| noun.gender))
    };
    let first = names.document.normal(names.mentions[mention].tokens.start).trim_end_matches('.');
    tell(names.word_before(mention)).or_else(|| words.honorifics.get(first).copied().flatten())
}

/// The title right before a mention.
fn role_before<'n>(names: &'n Names, mention: usize) -> Option<&'n str> {
    let word = names.word_before(mention);
    names.language.titles.nouns.has(word).then_some(word)
}

fn has_two_genders(names: &Names, form: usize) -> bool {
    let mut genders = names.forms[form].mentions.iter().filter_map(|&mention| gender_before(names, mention));
    let first = genders.next();
    genders.any(|gender| Some(gender) != first)
}

/// Whether no mention of the form contradicts the gender.
fn agrees(names: &Names, form: usize, gender: Option<Gender>) -> bool {
    gender.is_none()
        || names.forms[form]
            .mentions
            .iter()
            .all(|&mention| gender_before(names, mention).is_none_or(|said| Some(said) == gender))
}
