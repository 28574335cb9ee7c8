//! What values a figure leaves possible, by its bound and by how it is rounded.

use crate::recognize::{Bound, Decimal, FigureMention};

/// "about 40" may be so many hundredths off.
const ABOUT: i64 = 15;

/// What is told in round numbers may be so many hundredths off, however round it is: nobody writes 3 million
/// for 3.4.
const MOST_ROUNDED: i64 = 5;

/// The lowest and the highest value that a figure leaves possible; `None` is no end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    low: Option<Decimal>,
    high: Option<Decimal>,
}

impl Reach {
    /// Of an amount; nothing for the vague ones.
    pub fn of(figure: &FigureMention) -> Option<Self> {
        let value = figure.value?;
        let slack = rounding(value)?;
        let (low, high) = (value.plus(slack.negated())?, value.plus(slack)?);
        let about = share(value, ABOUT)?;
        Some(match figure.bound {
            Bound::Exact => Self { low: Some(low), high: Some(high) },
            Bound::About => Self { low: Some(value.plus(about.negated())?), high: Some(value.plus(about)?) },
            Bound::Nearly => Self { low: Some(value.plus(about.negated())?), high: Some(high) },
            Bound::MoreThan | Bound::AtLeast => Self { low: Some(low), high: None },
            Bound::LessThan | Bound::AtMost => Self { low: None, high: Some(high) },
            Bound::Between => Self { low: Some(low), high: figure.high },
        })
    }

    /// Of values as exact as they are written.
    pub fn between(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(low), high: Some(high) }
    }

    /// Whether some value is possible for both.
    pub fn meets(self, other: Self) -> bool {
        let is_below = |high: Option<Decimal>, low: Option<Decimal>| match (high, low) {
            (Some(high), Some(low)) => high < low,
            _ => false,
        };
        !is_below(self.high, other.low) && !is_below(other.high, self.low)
    }
}

/// By how much a value may be rounded: half of its last place that is not zero, if that is a small part of it.
/// "1,200" may be 1,187; "40" is not 38, and nobody counts to a half.
fn rounding(value: Decimal) -> Option<Decimal> {
    let step = value.step();
    if step <= Decimal::whole(10) && value.is_whole() && value < Decimal::whole(100) {
        return Some(Decimal::whole(0));
    }
    let half = step.over(Decimal::whole(2))?;
    let most = share(value, MOST_ROUNDED)?;
    Some(if half < most { half } else { most })
}

/// So many hundredths of a value, without its sign.
fn share(value: Decimal, hundredths: i64) -> Option<Decimal> {
    let share = value.times(Decimal::new(i128::from(hundredths), 2))?;
    Some(if share < Decimal::whole(0) { share.negated() } else { share })
}
