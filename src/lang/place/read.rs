//! The content of a gazetteer's file, part by part, as `scripts/prepare-places` writes it.

use super::bits::Bits;
use super::{Extent, Gazetteer, HASH_BITS, Place, STEPS};

/// A box has half of them.
const BOX: u32 = 2;
/// The height and width of a region, in [`BOX`] steps, from whose middle no town is far: Kentucky, but not Texas.
const SMALL: (u32, u32) = (60, 80);
/// Places have numbers of 16 bits. Regions can be as short as a quarter of a bit, so that without an end a small file
/// would ask for much memory.
const MOST: usize = 1 << 16;
/// "No country" of an area.
const NOWHERE: u32 = 255;

/// The corner, height and width that hold all towns of a region, in [`BOX`] steps.
#[derive(Clone, Copy)]
struct Bounds {
    south: u32,
    west: u32,
    height: u32,
    width: u32,
}

/// Reads the payload; `None` as soon as something does not fit.
pub(super) struct Reader<'f> {
    bits: Bits<'f>,
    places: Vec<Place>,
    codes: Vec<[u8; 2]>,
    names: Vec<(u32, u16)>,
    /// Of every region, in order, with its number.
    regions: Vec<(usize, Bounds)>,
}

impl<'f> Reader<'f> {
    pub(super) fn new(payload: &'f [u8]) -> Self {
        Self {
            bits: Bits::new(payload, HASH_BITS),
            places: Vec::new(),
            codes: Vec::new(),
            names: Vec::new(),
            regions: Vec::new(),
        }
    }

    pub(super) fn read(mut self) -> Option<Gazetteer> {
        self.countries()?;
        self.areas()?;
        for country in 0..self.codes.len() {
            self.regions(country)?;
        }
        let wide = self.places.len().checked_sub(1)?;
        for region in std::mem::take(&mut self.regions) {
            self.cities(region)?;
        }
        self.capitals()?;
        let other = self.pairs(width_of(wide))?;
        self.names.extend(other);
        let other = self.pairs(width_of(self.places.len()))?;
        self.names.extend(other);
        let peoples = self.pairs(width_of(self.places.len()))?;
        self.names.sort_unstable();
        Some(Gazetteer { places: self.places, codes: self.codes, names: self.names, peoples })
    }

    fn countries(&mut self) -> Option<()> {
        for _ in 0..self.bits.fixed(8)? {
            let code = [self.bits.fixed(5)?, self.bits.fixed(5)?];
            code.iter().all(|&letter| letter < 26).then_some(())?;
            self.codes.push(code.map(|letter| b'A' + letter as u8));
            let mut place = self.point(Extent::Country)?;
            place.population = population(self.bits.fixed(7)?);
            self.places.push(place);
        }
        Some(())
    }

    fn areas(&mut self) -> Option<()> {
        for _ in 0..self.bits.fixed(8)? {
            let country = self.bits.fixed(8)?;
            let mut place = self.point(Extent::Area)?;
            if country != NOWHERE {
                place.within = Some(country as usize).filter(|&country| country < self.codes.len());
                place.within?;
            }
            self.places.push(place);
        }
        Some(())
    }

    fn point(&mut self, extent: Extent) -> Option<Place> {
        let (south, west) = (self.bits.fixed(12)?, self.bits.fixed(13)?);
        Some(located(extent, None, (south, west)))
    }

    fn regions(&mut self, country: usize) -> Option<()> {
        let (own, nameless) = (self.bits.rice(4)? as usize, self.bits.rice(2)? as usize);
        let keys = self.bits.keys(own)?;
        let start = self.places.len();
        self.note(&keys, start)?;
        if own + nameless == 0 {
            return Some(());
        }
        let corner = (self.bits.fixed(11)?, self.bits.fixed(12)?);
        let mut widths = [0; 4];
        for width in &mut widths {
            *width = self.bits.fixed(4)?;
        }
        self.has_room(own + nameless)?;
        for _ in 0..own + nameless {
            let bounds = Bounds {
                south: corner.0 + self.bits.fixed(widths[0])?,
                west: corner.1 + self.bits.fixed(widths[1])?,
                height: self.bits.fixed(widths[2])?,
                width: self.bits.fixed(widths[3])?,
            };
            let middle = (bounds.south * BOX + bounds.height, bounds.west * BOX + bounds.width);
            self.regions.push((self.places.len(), bounds));
            let mut region = located(Extent::Region, Some(country), middle);
            region.is_small = bounds.height <= SMALL.0 && bounds.width <= SMALL.1;
            self.places.push(region);
        }
        Some(())
    }

    fn cities(&mut self, (region, bounds): (usize, Bounds)) -> Option<()> {
        let count = self.bits.rice(1)? as usize;
        let keys = self.bits.keys(count)?;
        let start = self.places.len();
        self.note(&keys, start)?;
        self.has_room(count)?;
        for _ in 0..count {
            let south = bounds.south * BOX + self.bits.fixed(width_of((bounds.height * BOX) as usize))?;
            let west = bounds.west * BOX + self.bits.fixed(width_of((bounds.width * BOX) as usize))?;
            let mut place = located(Extent::City, Some(region), (south, west));
            place.population = population(self.bits.rice(3)? + 1);
            self.places[region].population += place.population;
            self.places.push(place);
        }
        Some(())
    }

    fn capitals(&mut self) -> Option<()> {
        let width = width_of(self.places.len());
        for _ in 0..self.codes.len() {
            let capital = self.bits.fixed(width)? as usize;
            if capital > 0 {
                self.places.get_mut(capital)?.is_capital = true;
            }
        }
        Some(())
    }

    fn has_room(&self, more: usize) -> Option<()> {
        (self.places.len() + more <= MOST).then_some(())
    }

    /// Notes that the places from `start` on have these keys.
    fn note(&mut self, keys: &[u32], start: usize) -> Option<()> {
        for (index, &key) in keys.iter().enumerate() {
            self.names.push((key, u16::try_from(start + index).ok()?));
        }
        Some(())
    }

    fn pairs(&mut self, width: u32) -> Option<Vec<(u32, u16)>> {
        let count = self.bits.fixed(16)? as usize;
        let keys = self.bits.keys(count)?;
        let mut pairs = Vec::with_capacity(keys.len());
        for key in keys {
            let place = self.bits.fixed(width)? as usize;
            (place < self.places.len()).then_some(())?;
            pairs.push((key, u16::try_from(place).ok()?));
        }
        Some(pairs)
    }
}

/// A place whose position may lie beyond the edges of the map, as regions across the date line do.
fn located(extent: Extent, within: Option<usize>, (south, west): (u32, u32)) -> Place {
    let steps = u32::from(STEPS);
    let (south, west) = (south.min(180 * steps), west % (360 * steps));
    Place {
        extent,
        within,
        south: south as u16,
        west: west as u16,
        is_small: extent == Extent::City,
        population: 0,
        is_capital: false,
    }
}

/// How many bits a number up to `most` takes.
fn width_of(most: usize) -> u32 {
    usize::BITS - most.leading_zeros()
}

/// The inhabitants of a bucket: 15,000 in the first, twice as many four buckets on; two digits of it.
fn population(bucket: u32) -> u64 {
    if bucket == 0 {
        return 0;
    }
    let doubled = 15_000u64 << ((bucket - 1) / 4).min(30);
    let exact = doubled * [1000, 1189, 1414, 1682][((bucket - 1) % 4) as usize] / 1000;
    let unit = 10u64.pow(exact.ilog10().saturating_sub(1));
    (exact + unit / 2) / unit * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One country, no area, no region by name, and then ones: regions without a name and without an end.
    #[test]
    fn takes_no_more_places_than_have_numbers() {
        let bits =
            ["00000001", &"0".repeat(10 + 25 + 7), "00000000", "00000", &"1".repeat(1 << 14), "000"].concat();
        let end = ["0".repeat(23), "0".repeat(16), "0".repeat(100)].concat();
        let bytes = |bits: &str| -> Vec<u8> {
            let padded = [bits, &"0".repeat(8)].concat();
            let byte = |byte: &[u8]| byte.iter().fold(0, |sum, &bit| sum << 1 | (bit - b'0'));
            padded.as_bytes().chunks_exact(8).map(byte).collect()
        };
        // So many regions, and one country, are one more than fits.
        let file = bytes(&[&*bits, &*end].concat());
        assert!(Reader::new(&file).read().is_none());
        let mut reader = Reader::new(&file);
        reader.countries().and_then(|()| reader.areas()).expect("they fit");
        assert_eq!((reader.regions(0), reader.places.len()), (None, 1));
    }

    #[test]
    fn rounds_inhabitants_to_two_digits() {
        assert_eq!([0, 1, 2, 5, 41].map(population), [0, 15_000, 18_000, 30_000, 15_000_000]);
    }
}
