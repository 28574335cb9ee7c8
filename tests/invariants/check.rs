//! The promises of an analysis, asked of any text: spans, order, indices, values, units, and that the same text
//! gives the same result.

#[path = "together.rs"]
mod together;

use article_analyzer::analysis::{
    Analysis, Bound, DateKind, DateMention, Figure, FigureKind, Name, NameKind, Range,
};
use article_analyzer::{Analyzer, Options};

const UNITS: [&str; 3] = ["bytes", "utf16", "chars"];

fn analyze(analyzer: &Analyzer, text: &str, unit: &str) -> Analysis {
    let options = Options::default().with_offsets(unit).expect("a known unit");
    analyzer.analyze(text, &options.with_published("2025-02-08").expect("a day of the calendar"))
}

/// The words of a range, sliced as a reader of that unit would; `None` where it splits a character.
fn slice(text: &str, unit: &str, range: Range) -> Option<String> {
    match unit {
        "bytes" => text.get(range.start..range.end).map(str::to_owned),
        "chars" => {
            let chars: Vec<char> = text.chars().collect();
            chars.get(range.start..range.end).map(|chars| chars.iter().collect())
        }
        _ => {
            let units: Vec<u16> = text.encode_utf16().collect();
            units.get(range.start..range.end).and_then(|units| String::from_utf16(units).ok())
        }
    }
}

/// Every range of the result with what it is for, in the order of the fields.
fn ranges(analysis: &Analysis) -> Vec<(&'static str, Range)> {
    let range = |start, end| Range { start, end };
    let mut all = Vec::new();
    all.extend(analysis.names.iter().map(|name| ("name", range(name.start, name.end))));
    for entity in &analysis.entities {
        all.extend(entity.roles.iter().map(|&role| ("role", role)));
        all.extend(
            entity.references.iter().map(|reference| ("reference", range(reference.start, reference.end))),
        );
    }
    for figure in &analysis.figures {
        all.extend([("figure", range(figure.start, figure.end)), ("outer", figure.outer)]);
        if let Some(counts) = &figure.counts {
            all.extend([("counts", range(counts.start, counts.end)), ("head", counts.head)]);
        }
    }
    all.extend(analysis.dates.iter().map(|date| ("date", range(date.start, date.end))));
    for attribution in &analysis.attributions {
        all.extend(attribution.spans.iter().map(|&span| ("quotation", span)));
        all.extend(attribution.cue.map(|cue| ("cue", cue)));
        for party in [&attribution.speaker, &attribution.addressee].into_iter().flatten() {
            all.push(("party", range(party.start, party.end)));
        }
    }
    all
}

/// Everything that must hold; panics with the text where something does not.
pub fn everything(analyzer: &Analyzer, text: &str) {
    let analysis = analyze(analyzer, text, "bytes");
    sound(text, &analysis);
    assert_eq!(analysis, analyze(analyzer, text, "bytes"), "the same result twice: {text:?}");
    check_units(analyzer, text, &analysis);
    check_confidence(analyzer, text, &analysis);
    check_independence(analyzer, text, &analysis);
}

/// What can be told from the result, in bytes, alone.
pub fn sound(text: &str, analysis: &Analysis) {
    check_ranges(text, analysis);
    check_order(text, analysis);
    check_indices(text, analysis);
    check_values(text, analysis);
    together::check(text, analysis);
}

fn check_ranges(text: &str, analysis: &Analysis) {
    for (what, range) in ranges(analysis) {
        assert!(range.start < range.end, "an empty {what} {range:?}: {text:?}");
        let words = slice(text, "bytes", range);
        let words =
            words.unwrap_or_else(|| panic!("a {what} {range:?} outside or inside a character: {text:?}"));
        assert_eq!(words.trim(), words, "white space at the edge of a {what}: {text:?}");
    }
    for figure in &analysis.figures {
        let Range { start, end } = figure.outer;
        assert!(start <= figure.start && figure.end <= end, "{figure:?} leaves its outer range: {text:?}");
        if let Some(counts) = &figure.counts {
            let inside = counts.start <= counts.head.start && counts.head.end <= counts.end;
            assert!(inside, "the head leaves the phrase of {figure:?}: {text:?}");
        }
    }
}

/// Amounts are plain decimals and dates EDTF, and a range runs upwards.
fn check_values(text: &str, analysis: &Analysis) {
    for figure in &analysis.figures {
        for value in [&figure.value, &figure.high].into_iter().flatten() {
            assert!(is_plain_decimal(value), "{value:?} is no plain decimal: {text:?}");
        }
        assert!(figure.high.is_none() || figure.value.is_some(), "a range without its beginning: {text:?}");
        assert!(!runs_down(figure), "{figure:?} runs downwards: {text:?}");
    }
    for date in &analysis.dates {
        for value in [&date.value, &date.high].into_iter().flatten() {
            assert!(is_edtf(value), "{value:?} of {date:?} is no date: {text:?}");
        }
        assert!(!date.resolved || date.value.is_some(), "{date:?} is resolved to nothing: {text:?}");
        assert!(
            date.high.is_none() || date.kind == DateKind::Range,
            "{date:?} ends but is no range: {text:?}"
        );
        assert!(!runs_back(date), "{date:?} ends before it begins: {text:?}");
    }
}

fn is_plain_decimal(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && is_digits(fraction)
}

/// A score counts two sides; in everything else the upper end is the upper one.
fn runs_down(figure: &Figure) -> bool {
    let is_range = figure.kind != FigureKind::Score && figure.bound == Bound::Between;
    let ends = figure.value.as_deref().zip(figure.high.as_deref());
    is_range && ends.is_some_and(|(low, high)| is_less(high, low))
}

/// Whether one plain decimal is less than another, whatever their size.
fn is_less(left: &str, right: &str) -> bool {
    let split = |value: &str| -> (String, String) {
        let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
        (whole.trim_start_matches('0').to_owned(), fraction.to_owned())
    };
    let size = |value: &str| -> (usize, String, String) {
        let (whole, fraction) = split(value);
        (whole.len(), whole, fraction)
    };
    match (left.strip_prefix('-'), right.strip_prefix('-')) {
        (None, None) => size(left) < size(right),
        (Some(left), Some(right)) => size(right) < size(left),
        (negative, _) => negative.is_some(),
    }
}

/// Both ends are days, months or years of the calendar, and the last one comes first.
fn runs_back(date: &DateMention) -> bool {
    let is_plain = |value: &&str| !value.contains(['T', 'X']) && !value.starts_with('-');
    let low = date.value.as_deref().filter(is_plain);
    let high = date.high.as_deref().filter(is_plain);
    // The shorter one stands for all that it holds: 2024-05-03 is no later than 2024.
    let ends = low.zip(high).filter(|_| date.resolved);
    ends.is_some_and(|(low, high)| high < low && !low.starts_with(high))
}

/// What `www/analysis.d.ts` says of dates: ISO 8601 and EDTF, with X for what is left open.
fn is_edtf(value: &str) -> bool {
    const DATES: &[&str] = &[
        "",
        "dddd",
        "dddX",
        "ddXX",
        "dddd-dd",
        "dddd-dd-dd",
        "XXXX-dd",
        "XXXX-dd-dd",
        "XXXX-XX-dd",
        "XXXX-WXX-d",
    ];
    const TIMES: &[&str] = &["", "dd", "dd:dd", "dd:dd:dd"];
    let shape = |part: &str| part.replace(|letter: char| letter.is_ascii_digit(), "d");
    if let Some(period) = value.strip_prefix('P') {
        let period = period.strip_prefix('T').unwrap_or(period);
        let count = period.strip_suffix(['Y', 'M', 'W', 'D', 'H', 'S']);
        return count
            .is_some_and(|count| !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit()));
    }
    let (date, time) = value.split_once('T').unwrap_or((value, ""));
    let (clock, zone) = time.find(['Z', '+', '-']).map_or((time, ""), |at| time.split_at(at));
    let is_zone = matches!(shape(zone).as_str(), "" | "Z" | "+dd:dd" | "-dd:dd");
    let date = date.strip_prefix('-').unwrap_or(date);
    let in_calendar = date.split('-').skip(1).zip([24, 31]).all(|(part, most)| {
        let number = part.parse::<u32>().ok();
        number.is_none_or(|number| (1..=most).contains(&number))
    });
    let in_day = clock
        .split(':')
        .zip([24, 59, 60])
        .all(|(part, most)| part.parse().is_ok_and(|number: u32| number <= most));
    let is_shaped =
        DATES.contains(&shape(date).as_str()) && TIMES.contains(&shape(clock).as_str()) && is_zone;
    !value.is_empty() && is_shaped && in_calendar && (clock.is_empty() || in_day)
}

/// Figures and dates are those of their own paragraph; when the article was published decides what a date
/// is worth, never which words it is.
fn check_independence(analyzer: &Analyzer, text: &str, analysis: &Analysis) {
    let longer = analyze(analyzer, &format!("{text}\n\nThe old gate was painted green."), "bytes");
    if longer.language == analysis.language {
        assert_eq!(longer.figures, analysis.figures, "another paragraph changes the figures: {text:?}");
        assert_eq!(longer.dates, analysis.dates, "another paragraph changes the dates: {text:?}");
    }
    let timeless = analyzer.analyze(text, &Options::default().with_offsets("bytes").expect("a known unit"));
    let spans = |dates: &[DateMention]| dates.iter().map(|date| (date.start, date.end)).collect::<Vec<_>>();
    assert_eq!(
        spans(&timeless.dates),
        spans(&analysis.dates),
        "the day of publication moves dates: {text:?}"
    );
    check_values(text, &timeless);
}

fn check_order(text: &str, analysis: &Analysis) {
    let names: Vec<_> = analysis.names.iter().map(|name| (name.start, name.end)).collect();
    let dates: Vec<_> = analysis.dates.iter().map(|date| (date.start, date.end)).collect();
    let figures: Vec<_> = analysis.figures.iter().map(|figure| (figure.start, figure.end)).collect();
    for (what, list) in [("names", names), ("dates", dates), ("figures", figures)] {
        let apart = list.windows(2).all(|pair| pair[0].1 <= pair[1].0);
        assert!(apart, "{what} overlap or are out of order, {list:?}: {text:?}");
    }
}

fn check_indices(text: &str, analysis: &Analysis) {
    for (index, name) in analysis.names.iter().enumerate() {
        let entity = &analysis.entities[name.entity];
        assert!(entity.mentions.contains(&index), "{name:?} is no mention of its entity: {text:?}");
    }
    for (index, entity) in analysis.entities.iter().enumerate() {
        assert!(!entity.mentions.is_empty(), "{entity:?} without words to point at: {text:?}");
        assert!(entity.mentions.is_sorted(), "{entity:?} with mentions out of order: {text:?}");
        for &mention in &entity.mentions {
            assert_eq!(analysis.names[mention].entity, index, "{entity:?}: {text:?}");
        }
    }
    for figure in &analysis.figures {
        assert!(
            figure.said_by.is_none_or(|index| index < analysis.attributions.len()),
            "{figure:?}: {text:?}"
        );
        assert!(figure.as_of.is_none_or(|index| index < analysis.dates.len()), "{figure:?}: {text:?}");
    }
    for attribution in &analysis.attributions {
        for party in [&attribution.speaker, &attribution.addressee].into_iter().flatten() {
            assert!(party.entity.is_none_or(|index| index < analysis.entities.len()), "{party:?}: {text:?}");
        }
    }
    for conflict in &analysis.conflicts {
        assert!(
            conflict.figures.iter().all(|&index| index < analysis.figures.len()),
            "{conflict:?}: {text:?}"
        );
    }
}

/// Asking for surer names gives exactly those that are sure enough, and entities made of them alone.
fn check_confidence(analyzer: &Analyzer, text: &str, analysis: &Analysis) {
    for name in &analysis.names {
        let hundredths = name.confidence * 100.0;
        let is_share = (0.0..=100.0).contains(&hundredths) && (hundredths - hundredths.round()).abs() < 1e-9;
        assert!(is_share, "{name:?}: {text:?}");
    }
    let options = Options::default().with_offsets("bytes").expect("a known unit");
    let least = 0.7;
    let sure = analyzer.analyze(text, &options.with_least_confidence(least).expect("a share"));
    let told = |names: &[Name]| -> Vec<(usize, usize, NameKind, u64)> {
        let sure = names.iter().filter(|name| name.confidence >= least);
        sure.map(|name| (name.start, name.end, name.kind, name.confidence.to_bits())).collect()
    };
    assert_eq!(told(&sure.names), told(&analysis.names), "{text:?}");
    assert!(sure.names.iter().all(|name| name.confidence >= least), "{:?}: {text:?}", sure.names);
    check_indices(text, &sure);
    for entity in &sure.entities {
        let called = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
        let names: Vec<String> = entity
            .mentions
            .iter()
            .map(|&mention| called(&text[sure.names[mention].start..sure.names[mention].end]))
            .collect();
        let all = std::iter::once(&entity.name).chain(&entity.aliases);
        assert!(all.into_iter().all(|name| names.contains(name)), "{entity:?} is called otherwise: {text:?}");
    }
}

/// Readers of every unit see the same words, and nothing but the offsets differs.
fn check_units(analyzer: &Analyzer, text: &str, bytes: &Analysis) {
    let expected = ranges(bytes);
    for unit in UNITS {
        let analysis = analyze(analyzer, text, unit);
        assert_eq!(analysis.offsets, unit);
        let found = ranges(&analysis);
        assert_eq!(found.len(), expected.len(), "{unit} finds something else: {text:?}");
        for ((what, range), (_, in_bytes)) in found.into_iter().zip(&expected) {
            let words = slice(text, "bytes", *in_bytes);
            assert_eq!(slice(text, unit, range), words, "a {what} in {unit}: {text:?}");
        }
    }
}
