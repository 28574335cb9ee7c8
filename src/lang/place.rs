//! The gazetteer: countries, regions, cities and wider areas with a point each, found by name.
//!
//! ```text
//! header   "AApl"  version u16  hash bits u8  steps to a degree u8  payload length u32  checksum u32
//! payload  one stream of bits, the highest of a byte first: countries, areas, regions by country, cities by
//!          region, capitals, other names, peoples
//! ```
//! Names are not stored, only the lowest bits of their hashes, and those sorted and as differences: an
//! unknown name looks like a known one once in four hundred times, and 15,000 cities fit into 97 KB. The file is
//! written by `scripts/prepare-places`, which says what each part holds, and checked before it is believed.
//! It does not decide between namesakes; it has no streets, rivers or buildings.

mod bits;
mod read;

use std::fmt;

use super::Table;

use self::read::Reader;

/// The first bytes of every file.
const MAGIC: [u8; 4] = *b"AApl";
/// The layout that is read here.
const VERSION: u16 = 1;
const HEADER: usize = 16;
/// The part of a hash that is kept.
const HASH_BITS: u32 = 23;
/// To a degree, of every coordinate.
const STEPS: u8 = 20;

/// Words around the names of places, without full stops.
pub struct PlaceWords {
    /// "Ky", "Calif": short for regions, each with its name.
    pub short_regions: Table<&'static str>,
    /// "province", "county", "city": what kind of place bears the name they stand beside.
    pub kinds: Table<PlaceNoun>,
    /// Countries whose counties bear no "county" behind their names.
    pub bare_counties: &'static [&'static str],
    /// "of", which may stand between the two.
    pub of: &'static str,
    /// "northern", "greater": a part of the place, or its surroundings.
    pub parts: Table<()>,
}

/// A noun that stands beside the name of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceNoun {
    /// "province": a region, or the land around its town.
    Region,
    /// "county": too small to be known by a town of its name.
    County,
    /// "city"
    City,
}

/// How large a place is on the map, the largest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// A continent, an ocean, the Middle East.
    Area,
    /// A country.
    Country,
    /// A state, province or county.
    Region,
    /// A city or town.
    City,
}

/// One place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// How large.
    pub extent: Extent,
    /// The region of a city, the country of a region.
    pub within: Option<usize>,
    /// From the south pole, in [`STEPS`].
    south: u16,
    /// From the date line eastwards, in [`STEPS`].
    west: u16,
    /// Whether it is so small that its middle stands for all of it on a map.
    pub is_small: bool,
    /// Inhabitants, rounded; 0 where it is not known.
    pub population: u64,
    /// Whether it is the capital of its country.
    pub is_capital: bool,
}

impl Place {
    /// Degrees north, in hundredths.
    pub fn latitude(&self) -> f64 {
        f64::from(i32::from(self.south) * 5 - 9000) / 100.0
    }

    /// Degrees east, in hundredths.
    pub fn longitude(&self) -> f64 {
        f64::from(i32::from(self.west) * 5 - 18000) / 100.0
    }
}

/// Every place, and the names that lead to them.
#[derive(Debug)]
pub struct Gazetteer {
    places: Vec<Place>,
    /// ISO 3166-1 alpha-2 of the first places, which are the countries.
    codes: Vec<[u8; 2]>,
    /// Key and place, sorted.
    names: Vec<(u32, u16)>,
    /// The same for "Russian".
    peoples: Vec<(u32, u16)>,
}

impl Gazetteer {
    /// From the bytes of a file.
    ///
    /// # Errors
    /// A file that is short, foreign, of another version or damaged.
    pub fn load(file: &[u8]) -> Result<Self, Fault> {
        let payload = checked_payload(file)?;
        Reader::new(payload).read().ok_or(Fault::Content)
    }

    /// How many places there are.
    pub fn count(&self) -> usize {
        self.places.len()
    }

    /// Place number `place`.
    pub fn place(&self, place: usize) -> &Place {
        &self.places[place]
    }

    /// The places that may bear the name with this key.
    pub fn named(&self, key: u32) -> impl Iterator<Item = usize> {
        with_key(&self.names, key)
    }

    /// Every name with a place that may bear it, by key.
    pub fn names(&self) -> impl Iterator<Item = (u32, &Place)> {
        self.names.iter().map(|&(key, place)| (key, &self.places[usize::from(place)]))
    }

    /// The country or region of the people with this key.
    pub fn people(&self, key: u32) -> Option<usize> {
        with_key(&self.peoples, key).next()
    }

    /// The country that a place is or lies in.
    pub fn country(&self, place: usize) -> Option<usize> {
        self.chain(place).last().filter(|&last| self.places[last].extent == Extent::Country)
    }

    /// The two letters of a country.
    pub fn code(&self, country: usize) -> Option<&str> {
        std::str::from_utf8(self.codes.get(country)?).ok()
    }

    /// Whether a place is `outer` or lies in it.
    pub fn is_within(&self, place: usize, outer: usize) -> bool {
        self.chain(place).any(|step| step == outer)
    }

    /// A place, its region, its country.
    fn chain(&self, place: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(place), |&place| self.places[place].within)
    }
}

fn with_key(pairs: &[(u32, u16)], key: u32) -> impl Iterator<Item = usize> {
    let start = pairs.partition_point(|pair| pair.0 < key);
    pairs[start..].iter().take_while(move |pair| pair.0 == key).map(|pair| usize::from(pair.1))
}

/// The key of a name, given its words in lower case and without accents: of its letters and digits alone, so
/// that "Port-au-Prince" and "Port au Prince" are one. `None` where a letter is not Latin.
pub fn key<'w>(words: impl IntoIterator<Item = &'w str>) -> Option<u32> {
    let mut name = NameHash::default();
    words.into_iter().for_each(|word| name.extend(word));
    name.key()
}

/// The hash of a name that comes word by word, for those who ask after each word whether a name ends there.
#[derive(Clone, Copy, Debug)]
pub struct NameHash {
    hash: u32,
    is_empty: bool,
    is_latin: bool,
}

impl Default for NameHash {
    fn default() -> Self {
        Self { hash: 0x811C_9DC5, is_empty: true, is_latin: true }
    }
}

impl NameHash {
    /// Adds the letters and digits of a word.
    pub fn extend(&mut self, word: &str) {
        for letter in word.chars().filter(|letter| letter.is_alphanumeric()) {
            self.hash = (self.hash ^ letter as u32).wrapping_mul(0x0100_0193);
            self.is_empty = false;
            self.is_latin &= letter.is_ascii();
        }
    }

    /// As [`key`] of the words so far.
    pub fn key(self) -> Option<u32> {
        let bits = (1 << HASH_BITS) - 1;
        (self.is_latin && !self.is_empty).then_some((self.hash ^ self.hash >> HASH_BITS) & bits)
    }
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Its length.
    Short(usize),
    /// Its first bytes.
    Foreign,
    /// Its version.
    Version(u16),
    /// Its hash bits and steps.
    Measures(u8, u8),
    /// Its content's length, and the length told.
    Length(usize, usize),
    /// Its checksum.
    Damaged,
    /// What its numbers say.
    Content,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Short(length) => {
                write!(out, "places: {length} bytes are too short for its header of {HEADER}")
            }
            Fault::Foreign => {
                out.write_str("places: this is another kind of file (it does not begin with \"AApl\")")
            }
            Fault::Version(version) => {
                write!(out, "places: version {version}, but this program reads version {VERSION}")
            }
            Fault::Measures(bits, steps) => write!(
                out,
                "places: made with {bits} bits a name and {steps} steps a degree, but this program has {HASH_BITS} and {STEPS}"
            ),
            Fault::Length(length, told) => {
                write!(out, "places: {length} bytes of content, but its header says {told}")
            }
            Fault::Damaged => {
                out.write_str("places: damaged (its checksum does not match); get or build the file again")
            }
            Fault::Content => {
                out.write_str("places: the content does not fit its own counts; rebuild the file")
            }
        }
    }
}

fn checked_payload(file: &[u8]) -> Result<&[u8], Fault> {
    let (header, payload) = file.split_at_checked(HEADER).ok_or(Fault::Short(file.len()))?;
    let told = |at: usize| u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let version = u16::from_le_bytes([header[4], header[5]]);
    if header[..4] != MAGIC {
        return Err(Fault::Foreign);
    }
    if version != VERSION {
        return Err(Fault::Version(version));
    }
    if u32::from(header[6]) != HASH_BITS || header[7] != STEPS {
        return Err(Fault::Measures(header[6], header[7]));
    }
    if told(8) as usize != payload.len() {
        return Err(Fault::Length(payload.len(), told(8) as usize));
    }
    if told(12) != checksum(payload) {
        return Err(Fault::Damaged);
    }
    Ok(payload)
}

/// FNV-1a over the bytes: catches what transport does to files, not what an attacker does.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum: u32, &byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::en;

    fn english() -> Gazetteer {
        Gazetteer::load(en::PLACES).expect("the file in the library is whole")
    }

    fn found(name: &str) -> Vec<(Extent, i64, i64, String)> {
        let gazetteer = english();
        let key = key(name.split(' ')).expect("Latin letters");
        let mut found: Vec<_> = gazetteer.named(key).collect();
        found.sort_by_key(|&place| std::cmp::Reverse(gazetteer.place(place).population));
        let told = |place: usize| {
            let at = gazetteer.place(place);
            let code = gazetteer.country(place).and_then(|country| gazetteer.code(country)).unwrap_or("");
            (at.extent, at.latitude().round() as i64, at.longitude().round() as i64, code.to_owned())
        };
        found.into_iter().map(told).collect()
    }

    #[test]
    fn knows_countries_regions_cities_and_seas() {
        for (name, expected) in [
            ("kenya", (Extent::Country, 1, 38, "KE")),
            ("queensland", (Extent::Region, -20, 146, "AU")),
            ("kyiv", (Extent::City, 50, 31, "UA")),
            ("kiev", (Extent::City, 50, 31, "UA")),
            ("suva", (Extent::City, -18, 178, "FJ")),
            ("pacific ocean", (Extent::Area, 0, -160, "")),
        ] {
            let (extent, latitude, longitude, code) = found(name).swap_remove(0);
            assert_eq!((extent, latitude, longitude, code.as_str()), expected, "{name}");
        }
        assert_eq!(found("no such town at all"), []);
    }

    #[test]
    fn knows_peoples_and_capitals() {
        let gazetteer = english();
        let russian = gazetteer.people(key(["russian"]).expect("Latin")).expect("known");
        assert_eq!(gazetteer.code(russian), Some("RU"));
        let paris = gazetteer.named(key(["paris"]).expect("Latin"));
        let capitals: Vec<_> = paris.filter(|&place| gazetteer.place(place).is_capital).collect();
        assert_eq!(capitals.len(), 1);
    }

    #[test]
    fn makes_one_key_of_all_spellings_and_none_of_other_scripts() {
        assert_eq!(key(["port", "au", "prince"]), key(["port-au-prince"]));
        assert_ne!(key(["port"]), key(["ports"]));
        assert_eq!((key([]), key(["-"]), key(["київ"])), (None, None, None));
    }

    #[test]
    fn tells_each_fault_by_its_own_message() {
        let message = |file: &[u8]| Gazetteer::load(file).expect_err("a bad file").to_string();
        let good = en::PLACES.to_vec();
        let changed = |at: usize, value: u8| {
            let mut bad = good.clone();
            bad[at] = value;
            message(&bad)
        };
        assert!(message(&good[..9]).contains("too short"));
        assert!(message(b"<!doctype html> a page").contains("another kind of file"));
        assert!(changed(4, 9).contains("version 9"));
        assert!(changed(6, 24).contains("24 bits a name"));
        assert!(message(&good[..good.len() - 1]).contains("header says"));
        assert!(changed(good.len() / 2, !good[good.len() / 2]).contains("damaged"));
    }

    #[test]
    fn survives_content_that_lies_behind_a_right_checksum() {
        let good = &en::PLACES[HEADER..];
        for at in (0..good.len()).step_by(97).chain(0..40) {
            let mut bad = good.to_vec();
            bad[at] ^= 0xA5;
            let _ = Reader::new(&bad).read();
            let _ = Reader::new(&good[..at]).read();
        }
        assert_eq!(Reader::new(&[]).read().map(|_| ()), None);
        assert_eq!(Reader::new(&[0xFF; 4096]).read().map(|_| ()), None);
    }
}
