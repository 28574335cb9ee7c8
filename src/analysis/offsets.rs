//! A result in another unit, and whether it fits its text at all.
//!
//! ```
//! # use article_analyzer::{Analyzer, Options};
//! let text = "🚢 3 ships";
//! let analysis = Analyzer::english().analyze(text, &Options::default()); // utf16
//! let bytes = analysis.in_unit(text, "bytes")?;
//! assert_eq!(&text[bytes.figures[0].start..bytes.figures[0].end], "3");
//! # Ok::<(), article_analyzer::Error>(())
//! ```
//!
//! A result may come from anywhere: a file, a page, an older text. What does not fit is told in words,
//! with its place. Whether its facts are true is not asked.

use super::{Analysis, OffsetMap, Party, Range, SCHEMA, Unit};
use crate::error::Error;

/// What is done with the list's name, the place in it, and a start and an end.
type Visit<'v> = dyn FnMut(&str, usize, &mut usize, &mut usize) -> Result<(), Error> + 'v;

impl Analysis {
    /// The same result with its offsets in `unit`: "utf16", "bytes" or "chars".
    ///
    /// # Errors
    /// A unit or a schema that is not known; an offset outside the text or inside a character; an index that
    /// leads nowhere. The message names the place.
    pub fn in_unit(&self, text: &str, unit: &str) -> Result<Analysis, Error> {
        if self.schema != SCHEMA {
            return Err(Error::new(format!(
                "schema {} is not known; this program reads {SCHEMA}",
                self.schema
            )));
        }
        self.check_indices()?;
        let (from, to) = (read_unit(&self.offsets)?, read_unit(unit)?);
        let (before, after) = (OffsetMap::new(text, from), OffsetMap::new(text, to));
        let mut converted = self.clone();
        unit.clone_into(&mut converted.offsets);
        converted.each_range(&mut |list, index, start, end| {
            let fault = |at: usize| {
                let unit = from.as_str();
                Error::new(format!(
                    "{list}[{index}]: no character of the text begins or ends at {unit} offset {at}"
                ))
            };
            if start > end {
                return Err(Error::new(format!(
                    "{list}[{index}] ends at {end}, before its start at {start}"
                )));
            }
            for at in [start, end] {
                *at = after.convert(before.invert(*at).ok_or_else(|| fault(*at))?);
            }
            Ok(())
        })?;
        Ok(converted)
    }

    /// Every span with its place.
    fn each_range(&mut self, see: &mut Visit) -> Result<(), Error> {
        for (index, name) in self.names.iter_mut().enumerate() {
            see("names", index, &mut name.start, &mut name.end)?;
        }
        for (index, entity) in self.entities.iter_mut().enumerate() {
            for Range { start, end } in &mut entity.roles {
                see("entities", index, start, end)?;
            }
            for reference in &mut entity.references {
                see("entities", index, &mut reference.start, &mut reference.end)?;
            }
        }
        for (index, figure) in self.figures.iter_mut().enumerate() {
            see("figures", index, &mut figure.start, &mut figure.end)?;
            see("figures", index, &mut figure.outer.start, &mut figure.outer.end)?;
            if let Some(counts) = &mut figure.counts {
                see("figures", index, &mut counts.start, &mut counts.end)?;
                see("figures", index, &mut counts.head.start, &mut counts.head.end)?;
            }
        }
        for (index, date) in self.dates.iter_mut().enumerate() {
            see("dates", index, &mut date.start, &mut date.end)?;
        }
        for (index, attribution) in self.attributions.iter_mut().enumerate() {
            for Range { start, end } in attribution.spans.iter_mut().chain(&mut attribution.cue) {
                see("attributions", index, start, end)?;
            }
            for Party { start, end, .. } in attribution.speaker.iter_mut().chain(&mut attribution.addressee) {
                see("attributions", index, start, end)?;
            }
        }
        Ok(())
    }

    /// Whoever reads the result follows these without asking again.
    fn check_indices(&self) -> Result<(), Error> {
        let check = |list: &str, index: usize, target: &str, given: usize, many: usize| {
            if given < many {
                return Ok(());
            }
            Err(Error::new(format!("{list}[{index}] points to {target}[{given}], but there are only {many}")))
        };
        let (names, entities, figures) = (self.names.len(), self.entities.len(), self.figures.len());
        for (index, name) in self.names.iter().enumerate() {
            check("names", index, "entities", name.entity, entities)?;
        }
        for (index, entity) in self.entities.iter().enumerate() {
            for &mention in &entity.mentions {
                check("entities", index, "names", mention, names)?;
            }
        }
        for (index, figure) in self.figures.iter().enumerate() {
            if let Some(said_by) = figure.said_by {
                check("figures", index, "attributions", said_by, self.attributions.len())?;
            }
            if let Some(as_of) = figure.as_of {
                check("figures", index, "dates", as_of, self.dates.len())?;
            }
        }
        for (index, attribution) in self.attributions.iter().enumerate() {
            for party in attribution.speaker.iter().chain(&attribution.addressee) {
                if let Some(entity) = party.entity {
                    check("attributions", index, "entities", entity, entities)?;
                }
            }
        }
        for (index, conflict) in self.conflicts.iter().enumerate() {
            for &figure in &conflict.figures {
                check("conflicts", index, "figures", figure, figures)?;
            }
        }
        Ok(())
    }
}

fn read_unit(name: &str) -> Result<Unit, Error> {
    let found = Unit::ALL.into_iter().find(|unit| unit.as_str() == name);
    found.ok_or_else(|| {
        Error::new(format!("offsets {name:?}: allowed are \"utf16\", \"bytes\" and \"chars\""))
    })
}
