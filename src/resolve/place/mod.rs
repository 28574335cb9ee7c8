//! Where the places of the article are.
//!
//! "The fire in **Paris, Texas**": of all the places called Paris, the one in Texas. Every name of a place
//! is looked up in the gazetteer; among namesakes the article decides, by the region or country that stands
//! right behind the name, else by the countries and regions that it speaks of, else the size of the place.
//! A nationality ("Russian") is put where its country is. Regions and countries are points in their middle.
//!
//! A place that is not in the gazetteer, or that the text puts where the gazetteer has none of its name, has no
//! point, unless a small region stands right behind it ("Elmhollow, Kentucky"): no guess is made from the places
//! around it. Streets and buildings have none either, unless they bear
//! the name of a city that the article itself names.

mod evidence;
mod lookup;
mod pair;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use self::evidence::{Evidence, prior};
use self::lookup::{Candidates, Lookup};
use super::{Resolution, ResolvedEntity};
use crate::lang::Language;
use crate::lang::place::{Extent, Gazetteer, key};
use crate::recognize::NameKind;
use crate::text::Document;

/// A point on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct ResolvedPlace {
    /// ISO 3166-1 alpha-2; `None` for what belongs to no country.
    pub country: Option<String>,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Inhabitants.
    pub population: Option<u64>,
    /// Whether the article leaves a doubt.
    pub certainty: Certainty,
    /// What decided.
    pub rule: PlaceRule,
}

/// How sure a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The article leaves no other.
    Sure,
    /// The best of several.
    Likely,
}

/// What decided which place a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceRule {
    /// No other place is known by this name.
    OnlyOne,
    /// The region or country right behind the name: "Paris, Texas".
    SaidBehind,
    /// The countries and regions that the article speaks of.
    Surroundings,
    /// The namesake with the most inhabitants.
    Population,
    /// A part of the place, or its surroundings: "northern Kenya".
    Part,
    /// The country of a nationality: "Kenyan".
    People,
    /// It is not known itself; the point is the middle of the small region that stands behind it.
    Within,
    /// It bears the name of a city that the article names: "Nairobi Hospital".
    NamedAfter,
}

/// In quarters of a doubling: a namesake so much more likely leaves no doubt.
const BEYOND_DOUBT: u32 = 28;
/// Names of one entity beyond these add nothing.
const MOST_FORMS: usize = 6;
/// "San Francisco General Hospital": a city's name has so many words at most.
const LONGEST_CITY: usize = 3;

/// A choice.
#[derive(Clone, Copy)]
struct Choice {
    place: usize,
    certainty: Certainty,
    rule: PlaceRule,
}

/// Adds the places of all entities. Apart from the other passes, because it alone needs a gazetteer.
pub fn locate(document: &Document, language: &Language, gazetteer: &Gazetteer, resolution: &mut Resolution) {
    let lookup = Lookup { language, gazetteer };
    let names = resolution.entities.iter().map(|entity| candidates(lookup, entity)).collect();
    let (around, behind) = pair::around(document, lookup, resolution);
    let reader = Reader { lookup, names, around, behind };
    let evidence = Evidence::gather(lookup, resolution, &reader.names, &reader.around);
    let mut choices: Vec<Option<Choice>> = resolution
        .entities
        .iter()
        .enumerate()
        .map(|(index, entity)| {
            let people = reader.people(entity, index);
            let known = people.or_else(|| reader.choose(index, entity.mentions.len(), &evidence));
            known.or_else(|| reader.within(index))
        })
        .collect();
    reader.name_after(&resolution.entities, &mut choices);
    for (entity, choice) in resolution.entities.iter_mut().zip(choices) {
        entity.place = choice.map(|choice| resolved(gazetteer, choice));
    }
}

/// What the names of an entity may mean: the first of them that is known.
fn candidates(lookup: Lookup, entity: &ResolvedEntity) -> Candidates {
    if entity.kind != NameKind::Place {
        return Candidates::default();
    }
    let found = forms(entity).map(|name| lookup.places(name));
    found.into_iter().find(|found| !found.places.is_empty()).unwrap_or_default()
}

fn forms(entity: &ResolvedEntity) -> impl Iterator<Item = &str> {
    std::iter::once(&entity.name).chain(&entity.aliases).take(MOST_FORMS).map(String::as_str)
}

struct Reader<'g> {
    lookup: Lookup<'g>,
    names: Vec<Candidates>,
    /// By entity: the regions and countries right behind its mentions.
    around: Vec<Vec<usize>>,
    /// By entity: how many of its mentions stand right behind a town.
    behind: Vec<usize>,
}

impl Reader<'_> {
    /// "Russian", where it is not also the name of a place.
    fn people(&self, entity: &ResolvedEntity, index: usize) -> Option<Choice> {
        let may_be = matches!(entity.kind, NameKind::Other | NameKind::Place);
        if !may_be || !self.names[index].places.is_empty() {
            return None;
        }
        let place = forms(entity).find_map(|name| self.lookup.people(name))?;
        Some(Choice { place, certainty: Certainty::Sure, rule: PlaceRule::People })
    }

    /// One of the places that the name may mean.
    fn choose(&self, index: usize, mentions: usize, evidence: &Evidence) -> Option<Choice> {
        let gazetteer = self.lookup.gazetteer;
        let is_wide = |&place: &usize| gazetteer.place(place).extent != Extent::City;
        let mut places = self.names[index].places.clone();
        if 2 * self.behind[index] >= mentions && places.iter().any(is_wide) {
            places.retain(is_wide);
        }
        let outer = |&place: &usize| {
            self.around[index].iter().any(|&outer| outer != place && gazetteer.is_within(place, outer))
        };
        let inside: Vec<usize> = places.iter().copied().filter(outer).collect();
        if let Some((place, _)) = self.best(index, &inside, evidence) {
            return Some(Choice { place, certainty: Certainty::Sure, rule: PlaceRule::SaidBehind });
        }
        let (place, lead) = self.best(index, &places, evidence)?;
        let is_region = |&outer: &usize| gazetteer.place(outer).extent == Extent::Region;
        if !is_wide(&place) && self.around[index].iter().any(is_region) {
            return None; // "Paris, Ohio" is none of those that are known
        }
        let (certainty, rule) = self.judge(index, &places, (place, lead), evidence);
        Some(Choice { place, certainty, rule })
    }

    /// How sure the best of some places is, and why.
    fn judge(
        &self,
        index: usize,
        places: &[usize],
        (place, lead): (usize, Option<u32>),
        evidence: &Evidence,
    ) -> (Certainty, PlaceRule) {
        let gazetteer = self.lookup.gazetteer;
        let support = |place: usize| evidence.support(gazetteer, place, index);
        let is_supported = places.iter().all(|&other| other == place || support(other) < support(place));
        let is_narrowed = places.len() < self.names[index].places.len();
        match lead {
            _ if self.names[index].is_part => (Certainty::Likely, PlaceRule::Part),
            None if !is_narrowed => (Certainty::Sure, PlaceRule::OnlyOne),
            None => (Certainty::Sure, PlaceRule::Surroundings),
            Some(_) if is_supported => (Certainty::Sure, PlaceRule::Surroundings),
            Some(lead) if lead >= BEYOND_DOUBT && gazetteer.place(place).extent == Extent::Country => {
                (Certainty::Sure, PlaceRule::Population)
            }
            Some(_) => (Certainty::Likely, PlaceRule::Population),
        }
    }

    /// The region behind an unknown name: "Elmhollow, Kentucky".
    fn within(&self, index: usize) -> Option<Choice> {
        let gazetteer = self.lookup.gazetteer;
        let mut regions = self.around[index].iter().map(|&place| (place, gazetteer.place(place)));
        let (place, _) = regions.find(|(_, place)| place.extent == Extent::Region && place.is_small)?;
        Some(Choice { place, certainty: Certainty::Likely, rule: PlaceRule::Within })
    }

    /// The most likely of some places, and by how much it leads the next.
    fn best(&self, index: usize, places: &[usize], evidence: &Evidence) -> Option<(usize, Option<u32>)> {
        let gazetteer = self.lookup.gazetteer;
        let score =
            |place: usize| prior(gazetteer, place, places) + evidence.support(gazetteer, place, index);
        let best = *places.iter().max_by_key(|&&place| (score(place), std::cmp::Reverse(place)))?;
        let next = places.iter().filter(|&&place| place != best).map(|&place| score(place)).max();
        Some((best, next.map(|next| score(best) - next)))
    }

    /// "Benghazi hospital" is where Benghazi is, if the article names Benghazi.
    fn name_after(&self, entities: &[ResolvedEntity], choices: &mut [Option<Choice>]) {
        let mut cities: Vec<(u32, u16)> = Vec::new();
        for (entity, choice) in entities.iter().zip(choices.iter()) {
            let Some(choice) = choice.filter(|choice| choice.rule != PlaceRule::People) else { continue };
            if self.lookup.gazetteer.place(choice.place).extent == Extent::City {
                let keys = forms(entity).filter_map(|name| self.lookup.key(name));
                cities.extend(keys.filter_map(|key| Some((key, u16::try_from(choice.place).ok()?))));
            }
        }
        cities.sort_unstable();
        let named = |key: u32| {
            let at = cities.partition_point(|city| city.0 < key);
            cities.get(at).filter(|city| city.0 == key).map(|city| usize::from(city.1))
        };
        for (entity, choice) in entities.iter().zip(choices) {
            if choice.is_none() && entity.kind == NameKind::Place {
                let words = self.lookup.words(&entity.name);
                let start = |count: usize| key(words[..count].iter().map(String::as_str));
                let counts = (1..words.len().min(LONGEST_CITY + 1)).rev();
                let city = counts.filter_map(start).find_map(named);
                *choice = city.map(|place| Choice {
                    place,
                    certainty: Certainty::Likely,
                    rule: PlaceRule::NamedAfter,
                });
            }
        }
    }
}

fn resolved(gazetteer: &Gazetteer, choice: Choice) -> ResolvedPlace {
    let place = gazetteer.place(choice.place);
    let code = gazetteer.country(choice.place).and_then(|country| gazetteer.code(country));
    let counted = matches!(place.extent, Extent::City | Extent::Country) && place.population > 0;
    let whole = !matches!(choice.rule, PlaceRule::Part | PlaceRule::NamedAfter | PlaceRule::People);
    ResolvedPlace {
        country: code.map(str::to_owned),
        lat: place.latitude(),
        lon: place.longitude(),
        population: (counted && whole).then_some(place.population),
        certainty: choice.certainty,
        rule: choice.rule,
    }
}
