//! The model file: checked before it is believed, then laid out for fast scoring.
//!
//! ```text
//! header   "AAnm"  version u16  labels u8  bucket bits u8  payload length u32  checksum u32
//! payload  transitions   labels * labels i16: score of label `next` right after label `label`
//!          themes        count u32, then two columns: key gaps (varint), theme u8; group of every theme u8
//!          given names   count u32, then key gaps (varint)
//!          features      count u32, then four columns: bucket gaps (varint), weights in the bucket u8,
//!                        labels u8, weights i8, both of buckets with one weight first, then of those with two, ...
//! ```
//! All numbers little-endian. Columns of one kind stand together because they compress better so.
//! Weights are integers: the same text scores the same on every machine.

use super::chance::Factors;
use super::feature::BUCKET_BITS;
use super::label;
use super::lexicon::{Lexicon, THEMES};
use super::weights::Weights;
use crate::error::Error;
use crate::lang::place::Gazetteer;

/// The first bytes of every model file.
const MAGIC: [u8; 4] = *b"AAnm";
/// The layout above, and the features that `feature.rs` makes: a change to either is a new version.
const VERSION: u16 = 5;
const HEADER: usize = 16;

/// Scores of all labels for one token.
pub type Scores = [i32; label::COUNT];

/// A weight: which label it speaks for, and how strongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// See `label.rs`.
    pub label: u8,
    /// In the model's own unit.
    pub value: i8,
}

/// What was learned, ready to score.
pub struct Model {
    /// Of the file's content: what the model is known by. 0 where there is no file.
    pub checksum: u32,
    /// `transitions[label][next]`
    pub transitions: [[i32; label::COUNT]; label::COUNT],
    /// Those between labels that leave no name open: `closed[c][s]` for `STARTS[s]` after `CLOSED[c]`.
    pub closed: [[i32; label::STARTS.len()]; label::CLOSED.len()],
    /// All transitions, as factors.
    pub factors: Factors,
    /// Themes and lists.
    pub lexicon: Lexicon,
    /// What every feature says of the labels.
    pub weights: Weights,
}

/// What the trainer hands over: the same content in a form that is easy to build.
pub struct Parts {
    /// `transitions[label][next]`
    pub transitions: [[i16; label::COUNT]; label::COUNT],
    /// (key of the word in lower case, theme), sorted by key, no doubles.
    pub themes: Vec<(u32, u8)>,
    /// The group of every theme.
    pub groups: [u8; THEMES],
    /// Keys of given names, sorted, no doubles.
    pub given: Vec<u32>,
    /// What was learned of features.
    pub features: Features,
}

/// Weights of features, in three columns: no list a bucket, because there are many buckets with few.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    /// Buckets that have weights, sorted, no doubles.
    pub buckets: Vec<u32>,
    /// How many weights each has; at least one.
    pub counts: Vec<u8>,
    /// The weights, bucket by bucket.
    pub weights: Vec<Weight>,
}

#[cfg(any(test, feature = "train"))]
impl Features {
    /// Adds a bucket, which must be greater than the last.
    pub fn push(&mut self, bucket: u32, weights: impl Iterator<Item = Weight>) {
        let before = self.weights.len();
        self.weights.extend(weights);
        let count = self.weights.len() - before;
        if count > 0 {
            self.buckets.push(bucket);
            self.counts.push(u8::try_from(count).expect("a bucket has at most a weight a label"));
        }
    }
}

impl Model {
    /// From the bytes of a model file, which knows places by the gazetteer that it learned with.
    ///
    /// # Errors
    /// A file that is short, foreign, of another version or damaged, each with its own message.
    pub fn load(file: &[u8], gazetteer: &Gazetteer) -> Result<Self, Error> {
        let payload = checked_payload(file)?;
        let parts = Reader { rest: payload }.parts().ok_or_else(|| {
            Error::new("names model: the content does not fit its own counts; rebuild the file")
        })?;
        Ok(Self { checksum: checksum(payload), ..Self::new(&parts, gazetteer) })
    }

    /// From the trainer's parts.
    pub fn new(parts: &Parts, gazetteer: &Gazetteer) -> Self {
        let transitions = parts.transitions.map(|row| row.map(i32::from));
        Model {
            checksum: 0,
            transitions,
            closed: label::CLOSED.map(|label| label::STARTS.map(|next| transitions[label][next])),
            factors: Factors::new(&transitions),
            lexicon: Lexicon::new(&parts.themes, parts.groups, &parts.given, gazetteer),
            weights: Weights::new(&parts.features),
        }
    }
}

#[cfg(any(test, feature = "train"))]
impl Parts {
    /// The bytes of a model file.
    pub fn to_file(&self) -> Vec<u8> {
        let mut payload = Vec::new();
        for score in self.transitions.iter().flatten() {
            payload.extend(score.to_le_bytes());
        }
        write_entries(&self.themes, &mut payload);
        payload.extend(self.groups);
        payload.extend((self.given.len() as u32).to_le_bytes());
        write_gaps(self.given.iter().copied(), &mut payload);
        let Features { buckets, counts, weights } = &self.features;
        payload.extend((buckets.len() as u32).to_le_bytes());
        write_gaps(buckets.iter().copied(), &mut payload);
        payload.extend(counts);
        let groups = by_count(counts);
        payload.extend(places_of_labels(&groups).map(|place| weights[place].label));
        payload.extend(places_of_values(&groups).map(|place| weights[place].value as u8));
        let mut file = Vec::from(MAGIC);
        file.extend(VERSION.to_le_bytes());
        file.extend([label::COUNT as u8, BUCKET_BITS as u8]);
        file.extend((payload.len() as u32).to_le_bytes());
        file.extend(checksum(&payload).to_le_bytes());
        file.extend(payload);
        file
    }
}

fn checked_payload(file: &[u8]) -> Result<&[u8], Error> {
    let Some((header, payload)) = file.split_at_checked(HEADER) else {
        return Err(Error::new(format!(
            "names model: {} bytes are too short for its header of {HEADER}",
            file.len()
        )));
    };
    if header[..4] != MAGIC {
        return Err(Error::new(
            "names model: this is another kind of file (it does not begin with \"AAnm\")",
        ));
    }
    let version = u16::from_le_bytes([header[4], header[5]]);
    if version != VERSION {
        return Err(Error::new(format!(
            "names model: version {version}, but this program reads version {VERSION}"
        )));
    }
    if usize::from(header[6]) != label::COUNT || u32::from(header[7]) != BUCKET_BITS {
        return Err(Error::new(format!(
            "names model: made for {} labels and {} bucket bits, but this program has {} and {BUCKET_BITS}",
            header[6],
            header[7],
            label::COUNT
        )));
    }
    let length = u32::from_le_bytes([header[8], header[9], header[10], header[11]]) as usize;
    if length != payload.len() {
        return Err(Error::new(format!(
            "names model: {} bytes of content, but its header says {length}",
            payload.len()
        )));
    }
    let sum = u32::from_le_bytes([header[12], header[13], header[14], header[15]]);
    if sum != checksum(payload) {
        return Err(Error::new(
            "names model: damaged (its checksum does not match); get or build the file again",
        ));
    }
    Ok(payload)
}

/// FNV-1a over the bytes: catches what transport does to files, not what an attacker does.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811C_9DC5, |sum: u32, &byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A count, the keys, and what belongs to each.
#[cfg(any(test, feature = "train"))]
fn write_entries(entries: &[(u32, u8)], out: &mut Vec<u8>) {
    out.extend((entries.len() as u32).to_le_bytes());
    write_gaps(entries.iter().map(|entry| entry.0), out);
    out.extend(entries.iter().map(|entry| entry.1));
}

/// Where the weights of buckets begin, by how many weights a bucket has.
fn by_count(counts: &[u8]) -> Vec<Vec<usize>> {
    let mut groups = vec![Vec::new(); usize::from(u8::MAX) + 1];
    let mut start = 0;
    for &count in counts {
        groups[usize::from(count)].push(start);
        start += usize::from(count);
    }
    groups
}

/// The order of labels in the file: the first ones of all buckets with two weights, then the second ones, ... Labels
/// rise within a bucket, so that those of one place are alike, which saves a twentieth of the file.
fn places_of_labels(groups: &[Vec<usize>]) -> impl Iterator<Item = usize> {
    groups.iter().enumerate().flat_map(|(count, starts)| {
        (0..count).flat_map(move |nth| starts.iter().map(move |start| start + nth))
    })
}

/// The order of values in the file: bucket by bucket, since those with many weights have larger ones.
fn places_of_values(groups: &[Vec<usize>]) -> impl Iterator<Item = usize> {
    groups
        .iter()
        .enumerate()
        .flat_map(|(count, starts)| starts.iter().flat_map(move |&start| start..start + count))
}

/// Sorted numbers as differences, seven bits a byte.
#[cfg(any(test, feature = "train"))]
fn write_gaps(sorted: impl Iterator<Item = u32>, out: &mut Vec<u8>) {
    let mut last = 0;
    for number in sorted {
        let mut gap = number - last;
        while gap >= 0x80 {
            out.push(gap as u8 | 0x80);
            gap >>= 7;
        }
        out.push(gap as u8);
        last = number;
    }
}

/// Reads the payload; `None` as soon as something does not fit.
struct Reader<'f> {
    rest: &'f [u8],
}

impl<'f> Reader<'f> {
    fn parts(mut self) -> Option<Parts> {
        let mut transitions = [[0; label::COUNT]; label::COUNT];
        for score in transitions.iter_mut().flatten() {
            *score = i16::from_le_bytes(self.take(2)?.try_into().ok()?);
        }
        let themes = self.entries()?;
        let groups = self.take(THEMES)?.try_into().ok()?;
        let given = self.gaps(u32::MAX)?;
        let features = self.features()?;
        self.rest.is_empty().then_some(Parts { transitions, themes, groups, given, features })
    }

    fn entries(&mut self) -> Option<Vec<(u32, u8)>> {
        let keys = self.gaps(u32::MAX)?;
        let values = self.take(keys.len())?.to_vec();
        Some(keys.into_iter().zip(values).collect())
    }

    fn features(&mut self) -> Option<Features> {
        let buckets = self.gaps((1 << BUCKET_BITS) - 1)?;
        let counts = self.take(buckets.len())?.to_vec();
        let total = counts.iter().map(|&count| usize::from(count)).sum();
        let labels = self.take(total)?;
        if labels.iter().any(|&label| usize::from(label) >= label::COUNT) {
            return None;
        }
        let values = self.take(total)?;
        let groups = by_count(&counts);
        let mut weights = vec![Weight { label: 0, value: 0 }; total];
        for (place, &label) in places_of_labels(&groups).zip(labels) {
            weights[place].label = label;
        }
        for (place, &value) in places_of_values(&groups).zip(values) {
            weights[place].value = value as i8;
        }
        Some(Features { buckets, counts, weights })
    }

    /// A count and that many sorted numbers, none above `most`.
    fn gaps(&mut self, most: u32) -> Option<Vec<u32>> {
        let count = u32::from_le_bytes(self.take(4)?.try_into().ok()?) as usize;
        // Each takes a byte at least, so a wrong count cannot ask for more memory than the file has.
        if count > self.rest.len() {
            return None;
        }
        let mut numbers = Vec::with_capacity(count);
        let mut last = 0u32;
        for nth in 0..count {
            let gap = self.varint()?;
            if nth > 0 && gap == 0 {
                return None;
            }
            last = last.checked_add(gap).filter(|&number| number <= most)?;
            numbers.push(last);
        }
        Some(numbers)
    }

    fn varint(&mut self) -> Option<u32> {
        let mut number = 0u32;
        for shift in (0..32).step_by(7) {
            let byte = self.take(1)?[0];
            number |= u32::from(byte & 0x7F).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn take(&mut self, length: usize) -> Option<&'f [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::en;

    fn load(file: &[u8]) -> Result<Model, Error> {
        Model::load(file, &Gazetteer::load(en::PLACES).expect("the file in the library is whole"))
    }

    fn parts() -> Parts {
        let mut transitions = [[0; label::COUNT]; label::COUNT];
        transitions[0][4] = -7;
        let mut features = Features::default();
        features.push(3, [Weight { label: 4, value: -9 }].into_iter());
        features.push(900, [Weight { label: 0, value: 2 }; 2].into_iter());
        Parts {
            transitions,
            themes: vec![(5, 1), (4_000_000_000, 2)],
            groups: [3; THEMES],
            given: vec![7],
            features,
        }
    }

    fn message(file: &[u8]) -> String {
        load(file).err().expect("a bad file").to_string()
    }

    #[test]
    fn reads_what_was_written() {
        let model = load(&parts().to_file()).expect("a good file");
        let mut scores = [0; label::COUNT];
        model.weights.score(&[3, 4, 900], &mut scores);
        assert_eq!((scores[4], scores[0], model.transitions[0][4]), (-9, 4, -7));
    }

    #[test]
    fn tells_each_fault_by_its_own_message() {
        let good = parts().to_file();
        assert!(message(&good[..9]).contains("too short"));
        assert!(message(b"<!doctype html> a page").contains("another kind of file"));
        let mut other = good.clone();
        other[4] = 9;
        assert!(message(&other).contains("version 9"));
        assert!(message(&good[..good.len() - 1]).contains("header says"));
        let mut damaged = good.clone();
        *damaged.last_mut().expect("not empty") ^= 1;
        assert!(message(&damaged).contains("damaged"));
    }

    #[test]
    fn survives_every_cut_and_every_flipped_byte() {
        let good = parts().to_file();
        for at in 0..good.len() {
            assert!(load(&good[..at]).is_err());
            let mut bad = good.clone();
            bad[at] ^= 0x55;
            assert!(load(&bad).is_err(), "byte {at}");
            // The checksum right and the content wrong: an answer of either kind, but no panic.
            if at >= HEADER {
                let sum = checksum(&bad[HEADER..]);
                bad[12..16].copy_from_slice(&sum.to_le_bytes());
                let _ = load(&bad);
            }
        }
    }
}
