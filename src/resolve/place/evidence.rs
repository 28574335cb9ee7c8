//! What the article says of where it plays: the countries and regions that it speaks of.

use super::lookup::{Candidates, Lookup};
use crate::lang::place::{Extent, Gazetteer};
use crate::recognize::NameKind;
use crate::resolve::Resolution;

/// In quarters of a doubling of inhabitants, as all numbers here: what a country's name is worth beside its
/// inhabitants. Towns and regions named like a country are meant more rarely than their size tells.
const COUNTRY: u32 = 12;
/// What a capital is worth beside its inhabitants.
const CAPITAL: u32 = 16;
/// What a region is worth at least: as much as a town of half a million.
const REGION: u32 = 76;
/// An area has no inhabitants of its own: as many as a large country.
const AREA: u32 = 108;
/// What it is worth to lie in the one country that the article speaks of.
const IN_COUNTRY: u32 = 24;
/// What it is worth to lie in a region that the article speaks of. Both together make up for a namesake a thousand
/// times as large: London in Ontario is found, but Paris in Texas must be called so.
const IN_REGION: u32 = 16;
/// A city that has so large a part of the people of the region of its name is what the name means.
const MAIN_CITY: u64 = 4;
/// A region whose name means its city is worth less than any town.
const BACK: u32 = 40;
/// A mention of a country or region says more of where the article plays than one of a town.
const WIDE: u32 = 2;
/// A namesake so much larger is what the name means, before the article is asked.
const CLEAR: u32 = 16;
/// More mentions of one name say no more of where the article plays.
const MOST_MENTIONS: usize = 4;
/// "New South Wales Police": a region's name has so many words at most.
const LONGEST_REGION: usize = 3;

/// How often the article speaks of countries and regions.
pub(super) struct Evidence {
    /// By place: countries and regions.
    weights: Vec<u32>,
    /// Of all countries.
    total: u32,
    /// What each entity has added: its country, its region and how much.
    own: Vec<Contribution>,
}

/// What one entity says of where the article plays; its own names are chosen without it.
#[derive(Clone, Copy, Default)]
struct Contribution {
    country: Option<usize>,
    region: Option<usize>,
    weight: u32,
}

impl Evidence {
    /// From the names that leave no doubt, from those that stand behind others, and from the first words of
    /// organisations ("Texas Rangers").
    pub fn gather(
        lookup: Lookup,
        resolution: &Resolution,
        names: &[Candidates],
        around: &[Vec<usize>],
    ) -> Self {
        let mut evidence = Self { weights: vec![0; lookup.gazetteer.count()], total: 0, own: Vec::new() };
        for (index, entity) in resolution.entities.iter().enumerate() {
            let weight = entity.mentions.len().min(MOST_MENTIONS) as u32;
            let place = match entity.kind {
                NameKind::Place => clear(lookup.gazetteer, &names[index].places),
                NameKind::Other => lookup.people(&entity.name),
                NameKind::Organization => first_words(lookup, &entity.name),
                NameKind::Person => None,
            };
            let own =
                place.map(|place| Contribution::of(lookup.gazetteer, place, weight)).unwrap_or_default();
            evidence.add(own);
            evidence.own.push(own);
            if let Some(&outer) = around[index].first() {
                evidence.add(Contribution::of(lookup.gazetteer, outer, weight));
            }
        }
        evidence
    }

    fn add(&mut self, said: Contribution) {
        if let Some(country) = said.country {
            self.weights[country] += said.weight;
            self.total += said.weight;
        }
        if let Some(region) = said.region {
            self.weights[region] += said.weight;
        }
    }

    /// How much the rest of the article speaks for a place that entity `index` may be.
    pub fn support(&self, gazetteer: &Gazetteer, place: usize, index: usize) -> u32 {
        let (own, asked) = (self.own[index], Contribution::of(gazetteer, place, 0));
        let weight = |of: Option<usize>, own: Option<usize>, less: u32| {
            let weight = of.map_or(0, |of| self.weights[of]);
            if of.is_some() && of == own { weight - less } else { weight }
        };
        let total = self.total - if own.country.is_some() { own.weight } else { 0 };
        let country = weight(asked.country, own.country, own.weight);
        let region = weight(asked.region, own.region, own.weight);
        (IN_COUNTRY * country).checked_div(total).unwrap_or(0) + if region > 0 { IN_REGION } else { 0 }
    }
}

impl Contribution {
    fn of(gazetteer: &Gazetteer, place: usize, mentions: u32) -> Self {
        let entry = gazetteer.place(place);
        let region = if entry.extent == Extent::City { entry.within } else { Some(place) };
        Self {
            country: gazetteer.country(place),
            region: region.filter(|&region| gazetteer.place(region).extent == Extent::Region),
            weight: if entry.extent == Extent::City { mentions } else { WIDE * mentions },
        }
    }
}

/// How likely a place is meant by its name, before the article is asked.
pub(super) fn prior(gazetteer: &Gazetteer, place: usize, namesakes: &[usize]) -> u32 {
    let entry = gazetteer.place(place);
    let inhabitants = quarters(entry.population);
    match entry.extent {
        Extent::Area => AREA,
        Extent::Country => inhabitants + COUNTRY,
        Extent::City if entry.is_capital => inhabitants + CAPITAL,
        Extent::City => inhabitants,
        Extent::Region => {
            let is_main = |&other: &usize| {
                let other = gazetteer.place(other);
                other.within == Some(place) && other.population * MAIN_CITY >= entry.population
            };
            if namesakes.iter().any(is_main) { BACK } else { inhabitants.max(REGION) }
        }
    }
}

/// Four times the logarithm to the base of two, as a whole number, so that all machines agree.
fn quarters(inhabitants: u64) -> u32 {
    u128::from(inhabitants.clamp(1, 1 << 31)).pow(4).ilog2()
}

/// The place that a name means by far, if there is one.
fn clear(gazetteer: &Gazetteer, places: &[usize]) -> Option<usize> {
    let score = |&place: &usize| prior(gazetteer, place, places);
    let best = *places.iter().max_by_key(|&place| (score(place), std::cmp::Reverse(*place)))?;
    let rivals = places.iter().filter(|&&place| place != best);
    rivals.into_iter().all(|rival| score(rival) + CLEAR <= score(&best)).then_some(best)
}

/// The country or region that an organisation is named after: "Kentucky State Police".
fn first_words(lookup: Lookup, name: &str) -> Option<usize> {
    let words = lookup.words(name);
    let counts = (1..=words.len().min(LONGEST_REGION)).rev();
    counts.into_iter().find_map(|count| {
        let start = words[..count].join(" ");
        let is_wide =
            |&place: &usize| matches!(lookup.gazetteer.place(place).extent, Extent::Country | Extent::Region);
        let places: Vec<usize> = lookup.places(&start).places.into_iter().filter(is_wide).collect();
        clear(lookup.gazetteer, &places).or_else(|| lookup.people(&start))
    })
}
