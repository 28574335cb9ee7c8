//! What holds for every string, whatever is found in it.
//!
//! Random texts are made of the pieces that grammars feed on, cut anywhere, so that half-finished
//! amounts, names and quotations come up all the time, and of news that a grammar of its own makes up; fixed
//! ones are those that have broken readers of text before. What must hold stands in `check`, which the
//! fuzz target (`tests/fuzz`) shares.
#![cfg(not(target_arch = "wasm32"))]

mod bend;
mod check;
mod documents;
mod news;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use article_analyzer::{Analyzer, Options};
use proptest::prelude::*;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::english);

fn check(text: &str) {
    check::everything(&ANALYZER, text);
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
    fn holds_for_news_that_is_made_up(choices in prop::collection::vec(any::<u8>(), 0..160)) {
        check(&news::write(&choices));
    }

    #[test]
    fn holds_for_made_up_news_of_people(choices in prop::collection::vec(any::<u8>(), 0..160)) {
        check(&news::tell(&choices));
    }

    #[test]
    fn holds_for_any_string(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn exports_of_news_that_is_made_up_can_be_read(choices in prop::collection::vec(any::<u8>(), 0..160)) {
        let text = news::tell(&choices);
        prop_assert!(documents::everything(&text, &ANALYZER.analyze(&text, &Options::default())) > 0);
    }

    #[test]
    fn exports_of_an_analysis_that_is_wrong_can_be_read_or_are_refused(
        text in made_of_pieces(),
        changes in prop::collection::vec(any::<u8>(), 3..12),
    ) {
        let analysis = ANALYZER.analyze(&text, &Options::default());
        documents::everything(&text, &bend::bend(&analysis, &changes));
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
