//! What holds for every string, whatever is found in it.
//!
//! Random texts are made of the pieces that grammars feed on, cut anywhere, so that half-finished
//! amounts, names and quotations come up all the time; fixed ones are those that have broken readers of
//! text before.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use article_analyzer::analysis::{Analysis, Name, NameKind, Range};
use article_analyzer::{Analyzer, Options};
use proptest::prelude::*;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::english);

const UNITS: [&str; 3] = ["bytes", "utf16", "chars"];

fn analyze(text: &str, unit: &str) -> Analysis {
    let options = Options::default().with_offsets(unit).expect("a known unit");
    ANALYZER.analyze(text, &options.with_published("2025-02-08").expect("a day of the calendar"))
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
fn check(text: &str) {
    let analysis = analyze(text, "bytes");
    check_ranges(text, &analysis);
    check_order(text, &analysis);
    check_indices(text, &analysis);
    assert_eq!(analysis, analyze(text, "bytes"), "the same result twice: {text:?}");
    check_units(text, &analysis);
    check_confidence(text, &analysis);
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
        for value in [&figure.value, &figure.high].into_iter().flatten() {
            assert!(is_plain_decimal(value), "{value:?} is no plain decimal: {text:?}");
        }
    }
}

fn is_plain_decimal(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && is_digits(fraction)
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
fn check_confidence(text: &str, analysis: &Analysis) {
    for name in &analysis.names {
        let hundredths = name.confidence * 100.0;
        let is_share = (0.0..=100.0).contains(&hundredths) && (hundredths - hundredths.round()).abs() < 1e-9;
        assert!(is_share, "{name:?}: {text:?}");
    }
    let options = Options::default().with_offsets("bytes").expect("a known unit");
    let least = 0.7;
    let sure = ANALYZER.analyze(text, &options.with_least_confidence(least).expect("a share"));
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
fn check_units(text: &str, bytes: &Analysis) {
    let expected = ranges(bytes);
    for unit in UNITS {
        let analysis = analyze(text, unit);
        assert_eq!(analysis.offsets, unit);
        let found = ranges(&analysis);
        assert_eq!(found.len(), expected.len(), "{unit} finds something else: {text:?}");
        for ((what, range), (_, in_bytes)) in found.into_iter().zip(&expected) {
            let words = slice(text, "bytes", *in_bytes);
            assert_eq!(slice(text, unit, range), words, "a {what} in {unit}: {text:?}");
        }
    }
}

/// What grammars feed on, and what trips them.
const PIECES: &[&str] = &[
    "Amina Yusuf",
    "Kyiv",
    "the U.S.",
    "Dr.",
    "J. K.",
    "McDonald's",
    "O’Brien",
    "de la Cruz",
    "UNHCR",
    "São Paulo",
    "39,000",
    "1.5",
    "3",
    "-5",
    "10-15",
    "1/2",
    "½",
    "999,999,999,999,999,999,999,999",
    "0.0000001",
    "1e9",
    "१२३",
    "million",
    "bn",
    "k",
    "hundred",
    "twenty-one",
    "half a dozen",
    "and a half",
    "third",
    "lakh",
    "dozens of",
    "more than",
    "at least",
    "up to",
    "nearly",
    "between",
    "from",
    "to",
    "and",
    "or",
    "per",
    "a",
    "by",
    "of",
    "$",
    "€",
    "£",
    "US$",
    "%",
    "percent",
    "percentage points",
    "km",
    "°C",
    "years",
    "year-old",
    "-year",
    "people",
    "January",
    "Feb.",
    "May",
    "Monday",
    "2022",
    "1990s",
    "24",
    "12:30",
    "p.m.",
    "last year",
    "this week",
    "Q3",
    "2025-02-08",
    "8/2/2025",
    "said",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "(",
    ")",
    "[",
    "—",
    "–",
    "-",
    "...",
    "…",
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    "/",
    "@",
    "#",
    "&",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    " ",
    "\u{a0}",
    "\u{202f}",
    "\u{200b}",
    "\u{feff}",
    "\u{0}",
    "\u{301}",
    "😀",
    "👩\u{200d}🚒",
    "🇺🇦",
    "中文",
    "Привет",
    "مرحبا",
    "ﬁ",
    "İ",
    "ß",
    "ǅ",
    "www.example.org",
    "a.b@c.de",
    "https://example.org/a?b=1,000",
    "+44 20 7946 0958",
];

prop_compose! {
    fn made_of_pieces()(pieces in prop::collection::vec((0..PIECES.len(), any::<bool>()), 0..24)) -> String {
        pieces.into_iter().map(|(index, spaced)| {
            format!("{}{}", PIECES[index], if spaced { " " } else { "" })
        }).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn holds_for_texts_made_of_the_pieces_of_news(text in made_of_pieces()) {
        check(&text);
    }

    #[test]
    fn holds_for_any_string(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn holds_for_an_article_cut_anywhere(start in 0..ARTICLE.len(), length in 0..ARTICLE.len()) {
        let start = ARTICLE.ceil_char_boundary(start);
        let end = ARTICLE.ceil_char_boundary(start + length);
        check(&ARTICLE[start..end]);
    }
}

const ARTICLE: &str = "KAMPALA, Feb. 8 (Reuters) — At least 42 people, among them three 9-year-olds, were killed on \
    Friday when a £1.2-billion dam burst near Kasese, officials said.\r\n“Between 10 and 15 villages are gone,” Dr. \
    Amina Yusuf told the BBC’s Jürgen Müller. “Nearly two-thirds of my café 😀 too.”\n\nThe U.N. World Food Programme \
    said 3.5m tonnes — up 12.5% from 2022-23, or $80 a barrel — would be needed by mid-March; it had −5 °C, 1½ \
    litres and “hundreds of thousands” of tents.\nPhoto: JOSÉ ÁLVAREZ/AFP\u{a0}via Getty Images";

#[test]
fn holds_for_whole_articles() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    let list = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).expect("the folder is there");
        entries.map(|entry| entry.expect("the folder can be listed").path()).collect()
    };
    let mut checked = 0;
    for theme in list(Path::new(folder)).iter().filter(|path| path.is_dir()) {
        for path in list(theme).iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
            let text = fs::read_to_string(path).expect("articles are UTF-8");
            check(&text);
            check(&text.replace('\n', "\r\n"));
            checked += 1;
        }
    }
    assert!(checked >= 12, "the articles are found");
}

#[test]
fn holds_for_texts_that_have_broken_readers_before() {
    for text in [
        "",
        " ",
        "\n",
        "\u{feff}",
        "\u{0}",
        "\r",
        ".",
        "…",
        "$",
        "%",
        "-",
        "“",
        "'s",
        "’",
        "a",
        "1",
        "1,",
        ",1",
        "1,2,3,4",
        "1.2.3.4",
        "12,34,567",
        "1,00,000",
        "00",
        "-0",
        "1-",
        "-1-",
        "1--2",
        "1-2-3",
        "$-5",
        "$ 5 $",
        "five five five",
        "one and and two",
        "twenty twenty",
        "hundred hundred",
        "million",
        "a a a",
        "half half",
        "more than more than 5",
        "between 5",
        "between 5 and",
        "from 5 to",
        "up to",
        "per per per",
        "a year a year",
        "5 barrels a day to 6",
        "99999999999999999999999999999999999999999999999999 billion billion",
        "1e309",
        "0x1F",
        "٣٤٥",
        "１２３",
        "①②",
        "May",
        "may may may",
        "31 February 2025",
        "2025-13-45",
        "24:61",
        "the 0th century",
        "9999",
        "0000-00-00",
        "J. J. J. J.",
        "U.S.U.S.",
        "A.B.C.D.E.",
        "Mr. Mr. Mr.",
        "O'O'O'",
        "’s’s’s",
        "''''",
        "“”“”",
        "((((",
        "))))",
        "İstanbul İİİİ",
        "ŉ ǰ ΐ",
        "STRASSE straße",
        "e\u{301}\u{301}\u{301}",
        "\u{301}5",
        "5\u{301}",
        "5\u{fe0f}\u{20e3}",
        "👨‍👩‍👧‍👦5👨‍👩‍👧‍👦",
        "🇺🇸🇺🇸🇺🇸",
        "\u{202e}39,000\u{202c}",
        "\u{10ffff}1\u{10ffff}",
        "@@@",
        "http://",
        "a@",
        "@a.b",
        "www.",
        "+1",
        "+ + +",
        "##5",
        "& &",
        "A & B & C &",
        "and",
        "of the of the",
        "The The The",
        "A—B—C",
        "A-B-C-",
        ARTICLE,
    ] {
        check(text);
        check(&format!("{text} {text}"));
        check(&format!("On Friday {text}39,000{text} people in Kyiv{text}"));
    }
}
