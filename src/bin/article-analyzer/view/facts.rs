//! What an analysis found, as rows of words.

use article_analyzer::Analysis;
use article_analyzer::analysis::{
    Bound, Change, DateMention, Entity, Figure, FigureKind, FigureRole, NameKind,
};

use super::article::Kind;
use super::table::{Align, Column, Table};
use super::{Style, plain};

/// No reporter writes more digits than these after the point.
const MOST_DECIMALS: usize = 6;
/// What is shown of more.
const SHOWN_DECIMALS: usize = 3;
/// What stands where the text says nothing.
const NOTHING: &str = "—";

const FIGURES: &[Column] = &[
    Column { title: "Value", align: Align::Right },
    Column { title: "Unit", align: Align::Left },
    Column { title: "Precision", align: Align::Left },
    Column { title: "Counts", align: Align::Left },
    Column { title: "In the text", align: Align::Left },
];

const ENTITIES: &[Column] = &[
    Column { title: "Name", align: Align::Left },
    Column { title: "Mentions", align: Align::Right },
    Column { title: "Also called", align: Align::Left },
    Column { title: "Role", align: Align::Left },
];

const DATES: &[Column] = &[
    Column { title: "Date", align: Align::Left },
    Column { title: "Precision", align: Align::Left },
    Column { title: "In the text", align: Align::Left },
];

/// All tables, figures first; those without rows too.
pub fn tables(text: &str, analysis: &Analysis) -> Vec<Table> {
    let claims = analysis.figures.iter().filter(|figure| figure.role == FigureRole::Claim);
    let figures = claims.map(|figure| figure_row(text, figure)).collect();
    let entities = |title, kind| Table {
        title,
        code: Kind::Name(kind).code(),
        columns: ENTITIES,
        rows: analysis
            .entities
            .iter()
            .filter(|entity| entity.kind == kind)
            .map(|entity| entity_row(text, entity))
            .collect(),
    };
    vec![
        Table { title: "Figures", code: Kind::Figure.code(), columns: FIGURES, rows: figures },
        entities("People", NameKind::Person),
        entities("Organisations", NameKind::Organization),
        entities("Places", NameKind::Place),
        entities("Other names", NameKind::Other),
        Table {
            title: "Dates",
            code: Kind::Date.code(),
            columns: DATES,
            rows: analysis.dates.iter().map(|date| date_row(text, date)).collect(),
        },
    ]
}

/// "12 figures · 7 people · 5 places", each in the colour of its marks: the legend of the article.
pub fn overview(tables: &[Table], style: Style) -> String {
    let counts: Vec<String> = tables
        .iter()
        .filter(|table| !table.rows.is_empty())
        .map(|table| {
            let words = match (table.rows.len(), table.title) {
                (1, "People") => "1 person".to_owned(),
                (1, title) => format!("1 {}", title.to_lowercase().trim_end_matches('s')),
                (count, title) => format!("{count} {}", title.to_lowercase()),
            };
            style.paint(&words, table.code)
        })
        .collect();
    if counts.is_empty() {
        return "No names, figures or dates found".to_owned();
    }
    counts.join(" · ")
}

/// What a reader must know to judge the tables.
pub fn notes(analysis: &Analysis) -> Vec<String> {
    let mut notes = Vec::new();
    if analysis.language == "und" {
        notes.push("The text does not look English: only figures and dates were looked for.".to_owned());
    }
    if analysis.published.is_none() && analysis.dates.iter().any(|date| !date.resolved) {
        notes.push("Relative dates stay open: --published YYYY-MM-DD resolves them.".to_owned());
    }
    notes
}

fn figure_row(text: &str, figure: &Figure) -> Vec<String> {
    let counts =
        figure.counts.as_ref().map_or(String::new(), |counts| plain(&text[counts.start..counts.end]));
    vec![
        interval(figure.value.as_deref(), figure.high.as_deref()),
        unit(figure),
        precision(figure.bound, figure.change),
        counts,
        plain(&text[figure.outer.start..figure.outer.end]),
    ]
}

fn entity_row(text: &str, entity: &Entity) -> Vec<String> {
    let roles: Vec<String> = entity.roles.iter().map(|role| plain(&text[role.start..role.end])).collect();
    let aliases: Vec<String> = entity.aliases.iter().map(|alias| plain(alias)).collect();
    vec![plain(&entity.name), entity.mentions.len().to_string(), aliases.join(", "), roles.join(", ")]
}

fn date_row(text: &str, date: &DateMention) -> Vec<String> {
    let value = match (&date.value, &date.high) {
        (Some(value), Some(high)) => format!("{value} to {high}"),
        (Some(value), None) => value.clone(),
        (None, Some(high)) => format!("to {high}"),
        (None, None) => NOTHING.to_owned(),
    };
    vec![value, precision(date.bound, None), plain(&text[date.start..date.end])]
}

/// "39,000", "10–15"
fn interval(value: Option<&str>, high: Option<&str>) -> String {
    match (value, high) {
        (Some(value), Some(high)) => format!("{}–{}", grouped(value), grouped(high)),
        (Some(value), None) => grouped(value),
        (None, Some(high)) => format!("–{}", grouped(high)),
        (None, None) => NOTHING.to_owned(),
    }
}

/// "39000.5" as "39,000.5"
fn grouped(value: &str) -> String {
    let (whole, fraction) = value.split_once('.').map_or((value, None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let mut out = sign.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    match fraction {
        // A third has no end as a decimal; nobody reads it to the last digit.
        Some(fraction) if fraction.len() > MOST_DECIMALS => {
            out.extend([".", &fraction[..SHOWN_DECIMALS], "…"])
        }
        Some(fraction) => out.extend([".", fraction]),
        None => {}
    }
    out
}

/// The unit, with what it is counted by; where there is none, the kind that makes it no plain count.
fn unit(figure: &Figure) -> String {
    let own = figure.unit.clone().unwrap_or_else(|| {
        let kind = match figure.kind {
            FigureKind::Ordinal => "in order",
            FigureKind::Fraction => "fraction",
            FigureKind::Multiple => "times",
            FigureKind::Ratio => "ratio",
            FigureKind::Score => "score",
            FigureKind::PercentagePoint => "points",
            _ => "",
        };
        kind.to_owned()
    });
    match &figure.per {
        Some(per) => format!("{own} per {per}").trim_start().to_owned(),
        None => own,
    }
}

fn precision(bound: Bound, change: Option<Change>) -> String {
    let bound = match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::MoreThan => "more than",
        Bound::AtLeast => "at least",
        Bound::LessThan => "less than",
        Bound::AtMost => "at most",
        Bound::Nearly => "nearly",
        Bound::Between => "between",
    };
    let change = match change {
        None => return bound.to_owned(),
        Some(Change::Up) => "up",
        Some(Change::Down) => "down",
        Some(Change::To) => "to",
        Some(Change::From) => "from",
    };
    if bound == "exact" { change.to_owned() } else { format!("{change} {bound}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_digits_in_threes() {
        for (value, shown) in [
            ("5", "5"),
            ("-1234.5", "−1,234.5"),
            ("39000", "39,000"),
            ("1000000", "1,000,000"),
            ("0.333333333333333", "0.333…"),
        ] {
            assert_eq!(grouped(value), shown);
        }
    }

    #[test]
    fn says_how_exact_in_words() {
        assert_eq!(precision(Bound::MoreThan, None), "more than");
        assert_eq!(precision(Bound::Exact, Some(Change::Up)), "up");
        assert_eq!(precision(Bound::About, Some(Change::To)), "to about");
    }
}
