//! The table of figures in words, for documents that a person reads.
//!
//! Only figures that count something; "Boeing 737" does not. Values are exact and written out, with separators;
//! the article's own words stand beside them.

use super::Doc;
use super::serialize::word;
use crate::analysis::{Figure, FigureRole};

/// The headings of the columns.
pub const HEADINGS: [&str; 7] =
    ["In the text", "Value", "Unit", "What it counts", "Precision", "Said by", "As of"];

/// Decimals shown of a fraction that does not end.
const DECIMALS: usize = 4;

/// The number of each figure with its cells; what the text does not say is empty.
pub fn rows(doc: &Doc) -> Vec<(usize, [String; 7])> {
    let claims =
        doc.analysis.figures.iter().enumerate().filter(|(_, figure)| figure.role == FigureRole::Claim);
    claims.map(|(index, figure)| (index, row(doc, figure))).collect()
}

fn row(doc: &Doc, figure: &Figure) -> [String; 7] {
    let speaker = figure.said_by.and_then(|index| doc.analysis.attributions[index].speaker.as_ref());
    let date = figure.as_of.map(|index| &doc.analysis.dates[index]);
    let counts = figure.counts.as_ref().map(|counts| doc.words(counts.start, counts.end));
    let mut precision = word(&figure.bound).replace('_', " ");
    if let Some(change) = &figure.change {
        precision.push_str(", ");
        precision.push_str(&word(change));
    }
    [
        doc.words_of(figure.outer),
        value(figure, grouped).unwrap_or_default(),
        unit(figure).unwrap_or_default(),
        counts.unwrap_or_default(),
        precision,
        speaker.map(|party| doc.party(party)).unwrap_or_default(),
        date.map(|date| doc.words(date.start, date.end)).unwrap_or_default(),
    ]
}

/// "at least 3500000 EUR per day"; None where the article is vague.
pub fn amount(figure: &Figure) -> Option<String> {
    let mut amount = word(&figure.bound).replace('_', " ");
    if amount == "exact" {
        amount.clear();
    } else {
        amount.push(' ');
    }
    amount.push_str(&value(figure, str::to_owned)?);
    if let Some(unit) = unit(figure) {
        amount.push(' ');
        amount.push_str(&unit);
    }
    Some(amount)
}

/// "10 to 15"
fn value(figure: &Figure, written: impl Fn(&str) -> String) -> Option<String> {
    let mut value = written(figure.value.as_deref()?);
    if let Some(high) = &figure.high {
        value.push_str(" to ");
        value.push_str(&written(high));
    }
    Some(value)
}

/// "EUR per day"
fn unit(figure: &Figure) -> Option<String> {
    let per = figure.per.as_ref().map(|per| ["per ", per].concat());
    let parts: Vec<&str> = figure.unit.as_deref().into_iter().chain(per.as_deref()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// "1500000.25" -> "1,500,000.25"
fn grouped(value: &str) -> String {
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    let digits = whole.trim_start_matches('-');
    let mut shown = String::from(if digits.len() < whole.len() { "−" } else { "" });
    let many = digits.chars().count();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (many - index) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    if !decimals.is_empty() {
        shown.push('.');
        shown.extend(decimals.chars().take(DECIMALS));
        if decimals.chars().nth(DECIMALS).is_some() {
            shown.push('…');
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn writes_values_with_separators() {
        for (value, shown) in [
            ("0", "0"),
            ("999", "999"),
            ("1500000.25", "1,500,000.25"),
            ("-1234", "−1,234"),
            ("0.333333", "0.3333…"),
            ("100000", "100,000"),
        ] {
            assert_eq!(grouped(value), shown);
        }
    }
}
