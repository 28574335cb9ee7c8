//! How often names were right, by how sure the model was of them: measured on sets that nothing was
//! learned from, on what the whole analyzer makes of a text.
//!
//! Names are put in the order of their chances and cut into steps of equal size; a step whose share does not
//! rise is pooled with the one before (isotonic regression), so that more sure never means less often right.

use super::corpus::{Corpus, gazetteer};
use crate::error::Error;
use crate::recognize::name::calibration::Step;
use crate::recognize::name::{Calibration, Model};
use crate::text::Span;
use crate::{Analyzer, Options};

/// Names in a step before pooling: a share of so many is uncertain by three or four in a hundred.
const STEP: usize = 125;

/// Where the report cuts: the least confidence that a reader may ask for.
const CUTS: [f64; 7] = [0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/// A name that was found.
#[derive(Clone, Copy)]
struct Found {
    /// Number of its text.
    text: usize,
    /// How sure the analyzer was, from 0 to 1.
    sure: f64,
    /// Whether both ends and the kind agree with the annotation.
    is_right: bool,
}

/// The table of a model, to be kept beside it.
///
/// # Errors
/// A file that is no model.
pub fn table(model: &[u8], development: &[Corpus]) -> Result<String, Error> {
    let analyzer = Analyzer::with_names_model(model)?;
    let mut found = Vec::new();
    for corpus in development {
        found.extend(find(&analyzer, corpus)?);
    }
    Ok(calibrate(found).to_table(Model::load(model, &gazetteer()?)?.checksum))
}

/// What the table is worth, in lines for the card: each half of the texts is told by a table of the other.
///
/// # Errors
/// A file that is no model.
pub fn report(model: &[u8], development: &[Corpus]) -> Result<String, Error> {
    let analyzer = Analyzer::with_names_model(model)?;
    let sets = development.iter().map(|set| find(&analyzer, set)).collect::<Result<Vec<_>, Error>>()?;
    let halves: [Calibration; 2] = [0, 1].map(|half| {
        calibrate(sets.iter().flatten().copied().filter(|found| found.text % 2 == half).collect())
    });
    let told: Vec<Vec<Found>> = sets
        .iter()
        .map(|set| {
            let tell =
                |found: &Found| Found { sure: halves[1 - found.text % 2].confidence(found.sure), ..*found };
            set.iter().map(tell).collect()
        })
        .collect();
    Ok(format!("{}\n{}", shares(&told), cuts(&told, development)))
}

/// Names by their confidence, and how many of those were right.
fn shares(told: &[Vec<Found>]) -> String {
    let mut lines = String::from("| confidence | names | right |\n");
    let tops = CUTS.iter().skip(1).copied().chain([f64::INFINITY]);
    for (least, top) in CUTS.into_iter().zip(tops) {
        let those = told.iter().flatten().filter(|found| found.sure >= least && found.sure < top);
        let (names, right) = count(those);
        lines.push_str(&format!(
            "| {least:.1} to {:.1} | {names} | {} |\n",
            top.min(1.0),
            percent(right, names)
        ));
    }
    lines
}

/// Precision and recall of each set where less sure names are left out.
fn cuts(told: &[Vec<Found>], development: &[Corpus]) -> String {
    let mut lines = String::from("| least confidence | precision, recall of each set |\n");
    for least in CUTS {
        let of_set = |(found, corpus): (&Vec<Found>, &Corpus)| {
            let (names, right) = count(found.iter().filter(|found| found.sure >= least));
            let gold = corpus
                .texts
                .iter()
                .flat_map(|text| text.names.iter().filter(|(_, kind)| text.kinds.contains(kind)));
            format!("{}, {}", percent(right, names), percent(right, gold.count()))
        };
        let sets: Vec<String> = told.iter().zip(development).map(of_set).collect();
        lines.push_str(&format!("| {least:.1} | {} |\n", sets.join(" | ")));
    }
    lines
}

fn count<'f>(found: impl Iterator<Item = &'f Found>) -> (usize, usize) {
    found.fold((0, 0), |(names, right), found| (names + 1, right + usize::from(found.is_right)))
}

fn percent(part: usize, whole: usize) -> String {
    format!("{:.1}", 100.0 * part as f64 / whole.max(1) as f64)
}

/// Every name that the analyzer finds in the set, of a kind that was annotated there.
fn find(analyzer: &Analyzer, corpus: &Corpus) -> Result<Vec<Found>, Error> {
    let options = Options::default().with_offsets("bytes")?;
    let mut found = Vec::new();
    for (text, annotated) in corpus.texts.iter().enumerate() {
        let analysis = analyzer.analyze(&annotated.text, &options);
        let measured = analysis.names.iter().filter(|name| annotated.kinds.contains(&name.kind));
        found.extend(measured.map(|name| Found {
            text,
            sure: name.confidence,
            is_right: annotated.names.contains(&(Span::new(name.start, name.end), name.kind)),
        }));
    }
    Ok(found)
}

/// The share of right ones among names as sure, from the least sure to the surest.
fn calibrate(mut found: Vec<Found>) -> Calibration {
    found.sort_by(|left, right| left.sure.total_cmp(&right.sure));
    let mut pools: Vec<Pool> = Vec::new();
    for names in found.chunks(STEP) {
        let (count, right) = count(names.iter());
        let mut pool = Pool { from: names[0].sure, names: count, right };
        while let Some(before) = pools.pop_if(|before| before.takes(&pool)) {
            pool = Pool {
                from: before.from,
                names: before.names + pool.names,
                right: before.right + pool.right,
            };
        }
        pools.push(pool);
    }
    if let Some(first) = pools.first_mut() {
        first.from = 0.0;
    }
    let step = |pool: &Pool| Step { from: pool.from, percent: pool.percent(), names: pool.names };
    Calibration::new(pools.iter().map(step).collect())
}

/// Neighbours in the order of chances, taken together.
struct Pool {
    from: f64,
    names: usize,
    right: usize,
}

impl Pool {
    /// Whether the pool above it must be taken into it: one that is no better, too small, or no surer.
    fn takes(&self, above: &Pool) -> bool {
        self.percent() >= above.percent() || above.names < STEP || self.from >= above.from
    }

    /// As if one right and one wrong name more had been seen: no share is certain.
    fn percent(&self) -> u8 {
        let (right, names) = (self.right + 1, self.names + 2);
        u8::try_from((200 * right + names) / (2 * names)).unwrap_or(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sure: f64, is_right: bool) -> Found {
        Found { text: 0, sure, is_right }
    }

    #[test]
    fn never_tells_a_surer_name_to_be_worse() {
        // Right in two of three, then in half, then in nine of ten: the middle is pooled with the first.
        let shares = [(3, 2), (2, 1), (10, 9)];
        let names = shares.iter().enumerate().flat_map(|(nth, &(of, right))| {
            (0..2 * STEP).map(move |n| found(nth as f64 / 3.0 + n as f64 * 1e-4, n % of < right))
        });
        let calibration = calibrate(names.collect());
        let told = [0.0, 0.4, 0.7, 1.0].map(|chance| calibration.confidence(chance));
        assert!(told.is_sorted(), "{told:?}");
        assert!((0.5..0.65).contains(&told[0]) && told[0] == told[1], "{told:?}");
        assert!((0.85..0.95).contains(&told[2]), "{told:?}");
    }

    #[test]
    fn calls_nothing_certain_however_right_it_was() {
        let calibration = calibrate((0..STEP).map(|_| found(1.0, true)).collect());
        assert_eq!(calibration.confidence(1.0), 0.99);
        assert_eq!(calibration.confidence(0.3), 0.99);
    }
}
