//! A number that stands right after a person's name, set off, is his or her age.
//!
//! "Chidinma Okafor, 29, said", "Tom O'Dowd (58)": nothing in the words says "years", so no grammar of
//! figures can see it; it takes the name. "In Germany, 12, and France, 9" stays a count: no person is named.

use super::ResolvedName;
use crate::lang::Language;
use crate::recognize::{Decimal, FigureKind, FigureMention, NameKind};
use crate::text::Document;

/// Nobody of whom news is written has been older.
const OLDEST: i64 = 122;

/// Turns such numbers into ages. Both lists are in text order.
pub(super) fn recognize(
    document: &Document,
    language: &Language,
    names: &[ResolvedName],
    figures: &mut [FigureMention],
) {
    let text = document.text;
    let mut people = names.iter().filter(|name| name.kind == NameKind::Person).peekable();
    let mut last = None;
    for figure in figures.iter_mut().filter(|figure| could_be_age(figure)) {
        while let Some(person) = people.next_if(|person| person.span.end <= figure.span.start) {
            last = Some(person);
        }
        let Some(person) = last else { continue };
        let between = &text[person.span.end..figure.span.start];
        let rest = &text[figure.span.end..];
        let after = rest.chars().next();
        // "Ana Pohl, 26 -- a nurse -- said"
        let dash = [" -", " –", " —", "—"].iter().any(|dash| rest.starts_with(dash));
        let commas = between == ", "
            && (dash || matches!(after, None | Some(',' | '.' | ';' | '\n' | '\r' | '”' | ')')));
        let brackets = between == " (" && matches!(after, Some(')' | ','));
        if commas || brackets {
            figure.kind = FigureKind::Age;
            figure.unit = Some(language.figures.age_unit.to_owned());
        }
    }
}

fn could_be_age(figure: &FigureMention) -> bool {
    let years = figure.value.and_then(Decimal::to_whole);
    figure.kind == FigureKind::Cardinal
        && figure.high.is_none()
        && figure.span == figure.qualified
        && years.is_some_and(|years| (1..=OLDEST).contains(&years))
}

#[cfg(test)]
mod tests {
    use crate::analysis::FigureKind;
    use crate::{Analyzer, Options};

    fn kinds(text: &str) -> Vec<FigureKind> {
        let analysis = Analyzer::english().analyze(text, &Options::default());
        analysis.figures.iter().map(|figure| figure.kind).collect()
    }

    #[test]
    fn takes_a_number_after_a_person_for_an_age() {
        assert_eq!(kinds("Maria Gonzalez, 29, said she was lucky."), [FigureKind::Age]);
        assert_eq!(kinds("His brother David Miller (58) agreed."), [FigureKind::Age]);
        assert_eq!(kinds("“It was loud,” said John Smith, 41."), [FigureKind::Age]);
    }

    #[test]
    fn leaves_counts_alone() {
        assert_eq!(kinds("The Red Cross, 12 in all, left."), [FigureKind::Cardinal]);
        assert_eq!(kinds("John Smith, 41 minutes late, said so."), [FigureKind::Duration]);
        assert_eq!(kinds("John Smith, about 40, said so."), [FigureKind::Cardinal]);
    }
}
