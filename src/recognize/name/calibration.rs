//! How often names of a chance were right: what a reader is told instead of the model's own opinion.
//!
//! Measured by the trainer on texts that nothing was learned from, and kept beside the model as a table:
//!
//! ```text
//! # from this chance on | per cent that were right | names measured
//! model 5e2a01c9
//! 0.000000 28 132
//! 0.954212 83 132
//! ```
//! The second line names the model by the checksum of its file: the chances of another mean something else.

use crate::error::Error;

/// A share of names that were right, from a chance on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// The least chance it holds for.
    pub from: f64,
    /// Per cent that were right.
    pub percent: u8,
    /// How many were measured.
    pub names: usize,
}

/// The steps, by rising chance; none where nothing was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration(Vec<Step>);

impl Calibration {
    /// Nothing was measured.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// From the table of the model with this checksum.
    ///
    /// # Errors
    /// A table of another model, or of another shape; the message names the line.
    pub fn read(table: &str, model: u32) -> Result<Self, Error> {
        let mut steps: Vec<Step> = Vec::new();
        let mut owner = None;
        for (number, line) in table.lines().enumerate().filter(|(_, line)| is_content(line)) {
            let fault =
                || Error::new(format!("names confidence: line {} cannot be read: {line:?}", number + 1));
            if owner.is_none() {
                let sum = line.strip_prefix("model ").and_then(|sum| u32::from_str_radix(sum, 16).ok());
                owner = Some(sum.ok_or_else(fault)?);
                continue;
            }
            let step = step(line).ok_or_else(fault)?;
            if steps.last().is_some_and(|last| last.from >= step.from) {
                return Err(fault());
            }
            steps.push(step);
        }
        match owner {
            Some(owner) if owner == model && !steps.is_empty() => Ok(Self(steps)),
            Some(owner) if owner != model => Err(Error::new(format!(
                "names confidence: measured on model {owner:08x}, but this model is {model:08x}; measure it \
                 anew: cargo run --release --features train --bin train -- calibrate"
            ))),
            _ => Err(Error::new("names confidence: the table is empty")),
        }
    }

    /// What a name of this chance is worth, from 0 to 1, to the hundredth; the chance itself where nothing
    /// was measured.
    pub fn confidence(&self, chance: f64) -> f64 {
        let above = self.0.partition_point(|step| step.from <= chance);
        match self.0.get(above.saturating_sub(1)) {
            Some(step) => f64::from(step.percent) / 100.0,
            None => chance,
        }
    }
}

#[cfg(any(test, feature = "train"))]
impl Calibration {
    /// From measured steps, by rising chance.
    pub fn new(steps: Vec<Step>) -> Self {
        Self(steps)
    }

    /// The table, for the model with this checksum.
    pub fn to_table(&self, model: u32) -> String {
        let mut table = String::from("# from this chance on | per cent that were right | names measured\n");
        table.push_str(&format!("model {model:08x}\n"));
        for Step { from, percent, names } in &self.0 {
            table.push_str(&format!("{from:.6} {percent} {names}\n"));
        }
        table
    }
}

fn is_content(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with('#')
}

fn step(line: &str) -> Option<Step> {
    let mut parts = line.split_ascii_whitespace();
    let from = parts.next()?.parse().ok().filter(|from| (0.0..=1.0).contains(from))?;
    let percent = parts.next()?.parse().ok().filter(|percent| *percent <= 100)?;
    let names = parts.next()?.parse().ok()?;
    parts.next().is_none().then_some(Step { from, percent, names })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calibration() -> Calibration {
        let step = |from, percent| Step { from, percent, names: 100 };
        Calibration::new(vec![step(0.0, 20), step(0.5, 45), step(0.99, 96)])
    }

    #[test]
    fn reads_what_was_written() {
        let table = calibration().to_table(0xAB);
        assert_eq!(Calibration::read(&table, 0xAB), Ok(calibration()));
    }

    #[test]
    fn tells_a_chance_by_the_step_below_it() {
        let told = [0.0, 0.499, 0.5, 0.98, 0.99, 1.0].map(|chance| calibration().confidence(chance));
        assert_eq!(told, [0.2, 0.2, 0.45, 0.45, 0.96, 0.96]);
        assert_eq!(Calibration::none().confidence(0.4321), 0.4321);
    }

    #[test]
    fn refuses_another_models_table_and_names_the_line_that_is_wrong() {
        let told = |table: &str| Calibration::read(table, 0xAB).err().map(|error| error.to_string());
        let message = told("model ac\n0 20 1\n").expect("another model");
        assert!(message.contains("000000ac") && message.contains("calibrate"), "{message}");
        for (table, part) in [
            ("", "empty"),
            ("model ab\n", "empty"),
            ("0.1 20 1\n", "line 1"),
            ("# x\nmodel ab\n\n0.1 101 1\n", "line 4"),
            ("model ab\n0.5 20 1\n0.5 30 1\n", "line 3"),
            ("model ab\n0.5 20\n", "line 2"),
            ("model ab\nNaN 20 1\n", "line 2"),
        ] {
            let message = told(table).expect("a bad table");
            assert!(message.contains(part), "{table:?}: {message}");
        }
    }
}
