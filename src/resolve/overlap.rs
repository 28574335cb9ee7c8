//! Which of two mentions of the same words stands. Decided here and nowhere else.
//!
//! The longer mention knows more: "12 March" over "12", "Second World War" over "second", "Boeing 737"
//! over "737". A figure inside a name is not lost: it stays as a label, which names and does not count.

use super::Mentions;
use crate::recognize::{DateMention, FigureKind, FigureMention, FigureRole, NameMention, Origin};
use crate::text::Span;

/// Leaves at most one reading of every word, and labels.
pub(super) fn settle(mut mentions: Mentions) -> Mentions {
    keep_longer_names(&mut mentions.names);
    settle_dates_and_names(&mut mentions.dates, &mut mentions.names);
    let dates: Vec<Span> = mentions.dates.iter().map(|date| date.span).collect();
    let mut in_date = overlaps(&dates);
    mentions.figures.retain(|figure| in_date(figure.span).is_none());
    settle_figures_and_names(&mut mentions.figures, &mut mentions.names);
    mentions
}

/// Names never overlap each other: of two that do the longer stands, of equals the first.
fn keep_longer_names(names: &mut Vec<NameMention>) {
    let mut kept: Vec<NameMention> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        match kept.last_mut().filter(|last| last.span.overlaps(name.span)) {
            None => kept.push(name),
            Some(last) if name.span.len() > last.span.len() => *last = name,
            Some(_) => {}
        }
    }
    *names = kept;
}

/// "May" in "12 May" is no name; "9/11" in "9/11 Memorial" no date; "May" alone is what the caller has told.
fn settle_dates_and_names(dates: &mut Vec<DateMention>, names: &mut Vec<NameMention>) {
    let told = told(names);
    let mut in_told = overlaps(&told);
    dates.retain(|date| in_told(date.span) != Some(date.span));
    let name_spans: Vec<Span> = names.iter().map(|name| name.span).collect();
    let mut in_name = overlaps(&name_spans);
    dates.retain(|date| in_name(date.span).is_none_or(|name| name.len() <= date.span.len()));
    let date_spans: Vec<Span> = dates.iter().map(|date| date.span).collect();
    let mut in_date = overlaps(&date_spans);
    names.retain(|name| in_date(name.span).is_none());
}

/// "737" in "Boeing 737" is a label; "Australian" in "3 million Australian dollars" no name.
fn settle_figures_and_names(figures: &mut [FigureMention], names: &mut Vec<NameMention>) {
    let name_spans: Vec<Span> = names.iter().map(|name| name.span).collect();
    let mut in_name = overlaps(&name_spans);
    let told = told(names);
    let mut in_told = overlaps(&told);
    let doubted: Vec<Span> = names.iter().filter(|name| is_doubted(name)).map(|name| name.span).collect();
    let mut in_doubted = overlaps(&doubted);
    for figure in figures.iter_mut() {
        let named = in_name(figure.span).filter(|name| name.len() >= figure.span.len());
        // "Kills 4 Militants", which only the capitals of a headline make look like a name
        let inner = |name: &Span| name.start < figure.span.start && figure.span.end < name.end;
        let doubted = in_doubted(figure.span).filter(inner);
        let counts = figure.role == FigureRole::Claim && figure.kind == FigureKind::Cardinal;
        let named = named.filter(|&name| !counts || doubted != Some(name));
        if named.is_some_and(|name| in_told(figure.span) == Some(name) || !is_measured(figure, name)) {
            figure.role = FigureRole::Label;
        }
    }
    let claims = figures.iter().filter(|figure| figure.role == FigureRole::Claim);
    let claims: Vec<Span> = claims.map(|figure| figure.span).collect();
    let mut in_claim = overlaps(&claims);
    names.retain(|name| in_claim(name.span).is_none());
}

/// Whether the model has found the name and hardly believes it itself.
fn is_doubted(name: &NameMention) -> bool {
    /// The headlines that it took for names had less, the names of cups and parties more.
    const LEAST: f64 = 0.35;
    name.origin == Origin::Found && name.chances.iter().copied().fold(0.0, f64::max) < LEAST
}

/// Whether the figure is an amount though a name was seen around it: no name is made of money or of percents,
/// and none ends in what is measured ("Tylenol 500mg"); "60 Minutes" and "Six Feet Under" are names.
fn is_measured(figure: &FigureMention, name: Span) -> bool {
    let never_names =
        matches!(figure.kind, FigureKind::Money | FigureKind::Percent | FigureKind::PercentagePoint);
    let ends_name = figure.span.start > name.start && figure.span.end == name.end;
    figure.unit.is_some() && (never_names || ends_name)
}

/// What the caller has told to be names, in text order.
fn told(names: &[NameMention]) -> Vec<Span> {
    names.iter().filter(|name| name.origin == Origin::Added).map(|name| name.span).collect()
}

/// For one walk in text order: the first of `spans` (sorted, disjoint) that shares words with a mention.
fn overlaps(spans: &[Span]) -> impl FnMut(Span) -> Option<Span> {
    let mut next = 0;
    move |span| {
        while next < spans.len() && spans[next].end <= span.start {
            next += 1;
        }
        spans.get(next).copied().filter(|other| other.overlaps(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognize::{Bound, DateKind, NameKind};

    fn name(start: usize, end: usize) -> NameMention {
        NameMention::found(Span::new(start, end), NameKind::Other)
    }

    fn figure(start: usize, end: usize) -> FigureMention {
        let span = Span::new(start, end);
        FigureMention {
            span,
            qualified: span,
            kind: FigureKind::Cardinal,
            value: None,
            high: None,
            unit: None,
            per: None,
            bound: Bound::Exact,
            change: None,
            role: FigureRole::Claim,
        }
    }

    fn date(start: usize, end: usize) -> DateMention {
        DateMention {
            span: Span::new(start, end),
            kind: DateKind::Date,
            value: None,
            high: None,
            bound: Bound::Exact,
            resolved: false,
        }
    }

    fn settled(names: Vec<NameMention>, figures: Vec<FigureMention>, dates: Vec<DateMention>) -> Mentions {
        settle(Mentions { names, figures, dates })
    }

    #[test]
    fn drops_names_and_figures_inside_dates() {
        let left = settled(vec![name(3, 6)], vec![figure(0, 2)], vec![date(0, 6)]);
        assert!(left.names.is_empty() && left.figures.is_empty() && left.dates.len() == 1);
    }

    #[test]
    fn drops_a_date_inside_a_longer_name() {
        let left = settled(vec![name(0, 13)], vec![], vec![date(0, 4)]);
        assert_eq!((left.names.len(), left.dates.len()), (1, 0));
    }

    #[test]
    fn keeps_a_figure_inside_a_name_as_a_label() {
        let left = settled(vec![name(0, 10)], vec![figure(7, 10), figure(20, 22)], vec![]);
        let roles: Vec<FigureRole> = left.figures.iter().map(|figure| figure.role).collect();
        assert_eq!(roles, [FigureRole::Label, FigureRole::Claim]);
    }

    #[test]
    fn keeps_what_is_measured_at_the_end_of_a_name() {
        let mut dose = figure(8, 13);
        dose.unit = Some("milligram".to_owned());
        let left = settled(vec![name(0, 13), name(20, 30)], vec![dose, figure(26, 30)], vec![]);
        assert_eq!(left.figures[0].role, FigureRole::Claim);
        assert_eq!((left.figures[1].role, left.names.len()), (FigureRole::Label, 1));
    }

    #[test]
    fn drops_a_name_inside_a_longer_figure() {
        let left = settled(vec![name(2, 6)], vec![figure(0, 12)], vec![]);
        assert_eq!((left.names.len(), left.figures[0].role), (0, FigureRole::Claim));
    }

    #[test]
    fn keeps_the_longer_of_two_overlapping_names() {
        let left = settled(vec![name(0, 5), name(3, 12), name(13, 15)], vec![], vec![]);
        assert_eq!(left.names, [name(3, 12), name(13, 15)]);
    }
}
