//! Which places a name may mean, before the article is asked.

use crate::lang::Language;
use crate::lang::place::{Extent, Gazetteer, PlaceNoun, key};
use crate::text::fold_word;

/// Longer names are of buildings and of mistakes.
const MOST_WORDS: usize = 8;

/// The gazetteer with the words of the language.
#[derive(Clone, Copy)]
pub(super) struct Lookup<'g> {
    pub language: &'g Language,
    pub gazetteer: &'g Gazetteer,
}

/// What a name may mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Candidates {
    /// The places, each once.
    pub places: Vec<usize>,
    /// Whether the name is of a part: "northern Kenya".
    pub is_part: bool,
}

impl Lookup<'_> {
    /// The places that a name may mean.
    pub fn places(&self, name: &str) -> Candidates {
        let words = self.words(name);
        if words.is_empty() || words.len() > MOST_WORDS {
            return Candidates::default();
        }
        let is_part = |word: &String| self.language.place_words.parts.has(word);
        let mut parts = words[..words.len() - 1].iter().take_while(|word| is_part(word)).count();
        let is_of = |word: &String| *word == self.language.place_words.of;
        if parts > 0 && parts + 1 < words.len() && is_of(&words[parts]) {
            parts += 1; // "the south of France"
        }
        // "Northern Ireland" before "northern" and "Ireland".
        let found = (0..=parts).map(|start| (start, self.with_kind(&words[start..])));
        let (start, places) = found.into_iter().find(|(_, places)| !places.is_empty()).unwrap_or_default();
        let is_part = words[..start].iter().any(|word| *word != self.language.name_words.article);
        Candidates { places, is_part }
    }

    /// The country or region of "Russian" and "Russians".
    pub fn people(&self, name: &str) -> Option<usize> {
        let words = self.words(name);
        let of = |words: &[String]| self.gazetteer.people(key(words.iter().map(String::as_str))?);
        of(&words).or_else(|| {
            let (last, before) = words.split_last()?;
            let mut singular = before.to_vec();
            singular.push(last.strip_suffix('s')?.to_owned());
            of(&singular)
        })
    }

    /// The regions, countries and areas that a name may mean when it stands behind the name of a town.
    pub fn around(&self, name: &str) -> Vec<usize> {
        let words = self.words(name);
        let mut places = self.short(&words);
        places.extend(self.places(name).places);
        places.retain(|&place| self.gazetteer.place(place).extent != Extent::City);
        places
    }

    /// The key of a name as it is written.
    pub fn key(&self, name: &str) -> Option<u32> {
        key(self.words(name).iter().map(String::as_str))
    }

    /// The words of a name, as names are compared.
    pub fn words(&self, name: &str) -> Vec<String> {
        let spelled = |word: &str| {
            let plain: String =
                fold_word(&word.to_lowercase()).chars().filter(|c| c.is_alphanumeric()).collect();
            self.language.name_words.spellings.get(&plain).map_or(plain, |&spelling| spelling.to_owned())
        };
        let is_gap = |c: char| {
            !(c.is_alphanumeric()
                || matches!(c, '.' | '\'' | '’' | '‘' | 'ʼ' | '`' | '\u{0300}'..='\u{036F}'))
        };
        name.split(is_gap).map(spelled).filter(|word| !word.is_empty()).collect()
    }

    /// With or without a noun beside it: "Idlib province", "City of Leeds".
    fn with_kind(&self, words: &[String]) -> Vec<usize> {
        let whole = self.whole(words);
        if !whole.is_empty() || words.len() < 2 {
            return whole;
        }
        let of = self.language.place_words.of;
        let (noun, rest) = match words {
            [noun, article, rest @ ..] if article == of && !rest.is_empty() => (noun, rest),
            [rest @ .., noun] => (noun, rest),
            [] => return Vec::new(),
        };
        let Some(&noun) = self.language.place_words.kinds.get(noun) else { return Vec::new() };
        let places = self.whole(rest);
        let of_extent = |extent: Extent| -> Vec<usize> {
            places.iter().copied().filter(|&place| self.gazetteer.place(place).extent == extent).collect()
        };
        let is_county = |place: usize| {
            let code = self.gazetteer.country(place).and_then(|country| self.gazetteer.code(country));
            code.is_some_and(|code| !self.language.place_words.bare_counties.contains(&code))
        };
        match noun {
            PlaceNoun::City => of_extent(Extent::City),
            PlaceNoun::County => {
                of_extent(Extent::Region).into_iter().filter(|&place| is_county(place)).collect()
            }
            PlaceNoun::Region => {
                let regions = of_extent(Extent::Region);
                if regions.is_empty() { of_extent(Extent::City) } else { regions }
            }
        }
    }

    /// The places of exactly this name, of the name under which it is compared, or of what it is short for.
    fn whole(&self, words: &[String]) -> Vec<usize> {
        let mut places = self.named(words.iter().map(String::as_str));
        if let Some(name) = self.language.name_words.places.get(&words.join(" ")) {
            places.extend(self.named(name.split(' ')));
        }
        if places.is_empty() {
            places = self.short(words);
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    fn short(&self, words: &[String]) -> Vec<usize> {
        let [word] = words else { return Vec::new() };
        let Some(name) = self.language.place_words.short_regions.get(word) else { return Vec::new() };
        let mut regions = self.named(name.split(' '));
        regions.retain(|&place| self.gazetteer.place(place).extent == Extent::Region);
        regions
    }

    fn named<'w>(&self, words: impl Iterator<Item = &'w str>) -> Vec<usize> {
        key(words).map_or_else(Vec::new, |key| self.gazetteer.named(key).collect())
    }
}
