//! Exact decimals: what a figure is worth, to the last digit that the text gives.
//!
//! "0.1" has no binary floating-point value and "1.762bn" must come out as 1762000000, so figures are
//! an integer and a count of decimal places. Not a general arithmetic: the one division serves fractions
//! and rounds those that never end, and what does not fit (about 38 digits) is `None`.

use std::fmt;

/// As many as every reader of the result can hold in a double: a third is 0.333333333333333.
const PLACES_OF_A_FRACTION: u32 = 15;

/// `digits / 10^places`, kept without trailing zeros after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: i128,
    places: u32,
}

impl Decimal {
    /// A whole number.
    pub const fn whole(value: i64) -> Self {
        Self { digits: value as i128, places: 0 }
    }

    /// `digits / 10^places`.
    pub fn new(digits: i128, places: u32) -> Self {
        Self { digits, places }.trimmed()
    }

    /// From plain digits with at most one point and an optional leading minus: "-12.50".
    pub fn parse(plain: &str) -> Option<Self> {
        let (negative, unsigned) = match plain.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, plain),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let mut digits: i128 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            if !byte.is_ascii_digit() {
                return None;
            }
            digits = append(digits, byte)?;
        }
        let places = u32::try_from(fraction.len()).ok()?;
        Some(Self::new(if negative { -digits } else { digits }, places))
    }

    /// From the digits of `text` alone, whatever separates them; those after the last `point` are decimals.
    pub fn of_digits(text: &str, point: Option<u8>) -> Option<Self> {
        let point = point.and_then(|point| text.bytes().rposition(|byte| byte == point));
        let mut digits: i128 = 0;
        let mut places = 0;
        for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
            digits = append(digits, byte)?;
            places += u32::from(point.is_some_and(|point| at > point));
        }
        Some(Self::new(digits, places))
    }

    /// The sum, unless it does not fit.
    pub fn plus(self, other: Self) -> Option<Self> {
        let places = self.places.max(other.places);
        Some(Self::new(self.at(places)?.checked_add(other.at(places)?)?, places))
    }

    /// The product, unless it does not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self::new(self.digits.checked_mul(other.digits)?, self.places + other.places))
    }

    /// The quotient, unless it does not fit or `divisor` is zero. What never ends is rounded to
    /// [`PLACES_OF_A_FRACTION`] decimal places.
    pub fn over(self, divisor: Self) -> Option<Self> {
        let places = self.places.max(divisor.places);
        let (top, bottom) = (self.at(places + PLACES_OF_A_FRACTION)?, divisor.at(places)?);
        if bottom == 0 {
            return None;
        }
        let (quotient, rest) = (top / bottom, top % bottom);
        let away = if top.is_negative() == bottom.is_negative() { 1 } else { -1 };
        let rounds_up = rest.unsigned_abs() >= bottom.unsigned_abs() - rest.unsigned_abs();
        Some(Self::new(quotient + if rounds_up { away } else { 0 }, PLACES_OF_A_FRACTION))
    }

    /// Times ten to the `power`, unless it does not fit.
    pub fn scaled(self, power: i32) -> Option<Self> {
        if power == 0 {
            return Some(self);
        }
        if power < 0 {
            return Some(Self::new(self.digits, self.places + power.unsigned_abs()));
        }
        self.times(Self::new(10i128.checked_pow(power.unsigned_abs())?, 0))
    }

    /// To the `power`, unless it does not fit.
    pub fn powered(self, power: i32) -> Option<Self> {
        let mut product = Self::whole(1);
        for _ in 0..power.unsigned_abs() {
            product = product.times(self)?;
        }
        if power < 0 { Self::whole(1).over(product) } else { Some(product) }
    }

    /// What its last place that is not zero stands for: 100 of 1200, 0.01 of 3.25, 1 of zero.
    pub fn step(self) -> Self {
        let mut step = Self { digits: 1, places: self.places };
        let mut digits = self.digits;
        while digits != 0 && digits % 10 == 0 {
            digits /= 10;
            step.digits *= 10;
        }
        step.trimmed()
    }

    /// Whether it has no decimals.
    pub fn is_whole(self) -> bool {
        self.places == 0
    }

    /// With the other sign.
    pub fn negated(self) -> Self {
        Self { digits: -self.digits, places: self.places }
    }

    /// The value as a whole number, if it is one and fits.
    pub fn to_whole(self) -> Option<i64> {
        if self.places == 0 { i64::try_from(self.digits).ok() } else { None }
    }

    /// The digits as if it had `places` decimal places (at least its own).
    fn at(self, places: u32) -> Option<i128> {
        if places == self.places {
            return Some(self.digits);
        }
        self.digits.checked_mul(10i128.checked_pow(places - self.places)?)
    }

    fn trimmed(mut self) -> Self {
        // Dividing what fits in a machine word is many times faster.
        while let (1.., Ok(small)) = (self.places, i64::try_from(self.digits)) {
            if small % 10 != 0 {
                return self;
            }
            self.digits = i128::from(small / 10);
            self.places -= 1;
        }
        while self.places > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.places -= 1;
        }
        self
    }
}

/// The number with one digit more. Most numbers are small, and small ones multiply faster.
fn append(digits: i128, digit: u8) -> Option<i128> {
    match i64::try_from(digits).ok().and_then(|small| small.checked_mul(10)) {
        Some(small) => Some(i128::from(small) + i128::from(digit - b'0')),
        None => digits.checked_mul(10)?.checked_add(i128::from(digit - b'0')),
    }
}

impl PartialOrd for Decimal {
    /// By value; `None` only where the two are too far apart in size to be brought to one scale.
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        let places = self.places.max(other.places);
        Some(self.at(places)?.cmp(&other.at(places)?))
    }
}

impl fmt::Display for Decimal {
    /// Plain digits with a point, never an exponent.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let plain = self.digits.unsigned_abs().to_string();
        let places = self.places as usize;
        if places == 0 {
            return write!(f, "{sign}{plain}");
        }
        let padded = format!("{plain:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(plain: &str) -> Decimal {
        Decimal::parse(plain).expect("a plain decimal")
    }

    #[test]
    fn prints_what_was_written() {
        for plain in ["0", "1.5", "-0.6", "39000", "0.001", "12345678901234567890.5"] {
            assert_eq!(decimal(plain).to_string(), plain);
        }
        assert_eq!(decimal("007.50").to_string(), "7.5");
    }

    #[test]
    fn knows_its_last_place() {
        for (plain, step) in [("1200", "100"), ("3.25", "0.01"), ("0", "1"), ("-40", "10"), ("7", "1")] {
            assert_eq!(decimal(plain).step(), decimal(step), "{plain}");
        }
    }

    #[test]
    fn scales_without_rounding() {
        assert_eq!(decimal("1.762").scaled(9), Some(decimal("1762000000")));
        assert_eq!(decimal("325").scaled(-2), Some(decimal("3.25")));
        assert_eq!(decimal("0.1").plus(decimal("0.2")), Some(decimal("0.3")));
    }

    #[test]
    fn divides_and_rounds_what_never_ends() {
        assert_eq!(decimal("3").over(decimal("4")), Some(decimal("0.75")));
        assert_eq!(decimal("2").over(decimal("3")), Some(decimal("0.666666666666667")));
        assert_eq!(decimal("-1").over(decimal("0.3")), Some(decimal("-3.333333333333333")));
        assert_eq!(decimal("1").over(decimal("0")), None);
    }

    #[test]
    fn refuses_what_does_not_fit_and_what_is_no_number() {
        assert_eq!(Decimal::parse(&"9".repeat(60)), None);
        assert_eq!(decimal("9").scaled(60), None);
        for wrong in ["", "-", ".", "1,5", "1.2.3", "٣"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong:?}");
        }
    }
}
