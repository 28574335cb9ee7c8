//! Twice the text takes twice the time, whatever it is made of: time(2n) < 3 × time(n).
//!
//! A reader can paste anything, and a page must never hang. Each pattern is one that makes some natural
//! way of writing a recogniser quadratic; its story says which.
#![cfg(not(target_arch = "wasm32"))]

use std::sync::LazyLock;
use std::time::Duration;

use article_analyzer::{Analyzer, Options, OwnNames};
use cpu_time::ThreadTime;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::english);

/// The pattern, repeated, and why it is nasty.
const PATTERNS: &[(&str, &str)] = &[
    // Brackets that never close: looking for the other half from each of them walks to the end every time.
    ("(", "opening brackets"),
    (")", "closing brackets"),
    ("[(", "mixed brackets"),
    // Quotation marks: each could open or close, and a pairing that backtracks tries all ways.
    ("\"", "straight quotation marks"),
    ("“", "opening quotation marks"),
    ("”", "closing quotation marks"),
    ("'", "apostrophes"),
    ("“a” ", "short quotations"),
    ("'s", "possessives without an owner"),
    // One token that never ends: anything that looks at all of a token for each of its characters.
    ("a", "one long word"),
    ("9", "one long number"),
    ("9,999", "one long grouped number"),
    ("1.", "full stops between digits"),
    ("a1", "letters and digits in turn"),
    ("-", "hyphens"),
    ("a-", "one long compound"),
    ("- ", "hyphens apart"),
    ("—", "dashes"),
    (".", "full stops"),
    ("…", "ellipses"),
    // Abbreviations and initials: does a sentence end here? Only what comes after can say.
    ("a.", "one long abbreviation"),
    // Every place asks what stands behind it, and every entity all its mentions.
    ("Paris, Texas, ", "towns and regions in turn"),
    ("J. ", "initials"),
    ("U.S. ", "abbreviations that may end a sentence"),
    ("Mr. ", "titles without a name"),
    // Addresses: a pattern that starts at each character and runs to the end.
    ("@", "at signs"),
    ("a@", "addresses without an end"),
    ("www.", "web addresses without an end"),
    ("http://", "schemes without an address"),
    ("/", "slashes"),
    ("a/", "a path"),
    ("+1 ", "telephone numbers begun"),
    // Amounts that always could go on: a grammar that tries the longest first, from every word.
    ("1 ", "numbers"),
    ("1-", "ranges of ranges"),
    ("1/2 ", "fractions"),
    ("twenty ", "number words that do not compose"),
    ("one hundred and ", "a number word that always goes on"),
    ("million ", "magnitudes without a number"),
    ("and ", "conjunctions"),
    ("or ", "alternatives"),
    ("between ", "ranges begun"),
    ("more than ", "bounds without an amount"),
    ("from 5 to ", "changes without an end"),
    ("$", "currency signs"),
    ("$5 ", "amounts of money"),
    ("5% ", "percentages"),
    ("a ", "articles"),
    ("half a ", "halves"),
    ("per ", "rates without a unit"),
    ("5 people ", "figures that count, in one sentence"),
    ("5\" ", "inches, or quotations that close"),
    ("more than 5 but ", "pairs of bounds begun"),
    ("5 cases per ", "rates with a noun, begun"),
    ("aged 5, 6 and ", "ages without an end"),
    ("a day or ", "single units without an end"),
    ("$1,000 12 Old ", "house numbers without a street"),
    // References: each looks back for somebody, over names that do not agree or for a role that many bear.
    ("he ", "pronouns without anybody"),
    ("Mary Moss met Anna Tarn. He left. ", "pronouns that agree with none of the names"),
    ("Peter Moss, Paul Tarn and his ", "names and pronouns in one sentence"),
    ("In his ", "openings before anybody is named"),
    ("Mayor Ada Moss met mayor Bo Tarn. The mayor left. ", "roles with many bearers"),
    ("the old new big ", "phrases that never reach their noun"),
    // Dates: "may" is a month and a verb.
    ("may ", "months or verbs"),
    ("May ", "months"),
    ("May 5 ", "days without an end"),
    ("2022 ", "years"),
    ("2022-", "years joined"),
    ("last ", "relative dates begun"),
    ("1:1:", "times without an end"),
    ("1/1/", "dates in digits without an end"),
    ("from 2014 to ", "ranges of dates begun"),
    ("the day after ", "steps from a day that never comes"),
    ("last day of ", "parts of a time that never comes"),
    ("twenty-", "spelled days and years without an end"),
    // Names: a tagger that looks at the whole run of capitals, an entity that is compared with every other.
    ("A ", "single capitals"),
    ("Kyiv ", "one name without an end"),
    ("the Bank of ", "a name that always goes on"),
    ("Ann Lee and ", "names joined"),
    ("Ann Lee said. ", "one person, mentioned in every sentence"),
    ("NATO (", "acronyms begun"),
    ("KYIV NOW\n", "headings"),
    // Sayings: a content that is walked to its end from each verb, a subject that is looked for from each.
    ("said ", "verbs of saying"),
    ("said that ", "contents in contents"),
    (", he said", "tags behind tags"),
    ("“a,” he said. ", "quotations with their tags"),
    ("\"a,\" said Ann, \"b\" ", "quotations around their tags"),
    ("“a\n", "quotations that go on in the next paragraph"),
    ("''", "single marks in pairs"),
    ("' a '", "marks that could be either"),
    ("according to ", "sources begun"),
    ("as he said, ", "asides"),
    ("who said ", "relative clauses"),
    ("the claim that ", "nouns of saying"),
    // White space and lines: a paragraph break that is looked for from every token.
    (" ", "spaces"),
    ("\n", "empty lines"),
    ("\r\n", "empty lines of another system"),
    ("a\n", "lines of one word"),
    ("\u{a0}", "spaces that do not break"),
    // Other scripts and marks: characters that are not one byte, not one unit, not a word.
    ("中", "a script without spaces"),
    ("😀", "emoji"),
    ("👩\u{200d}", "emoji joined without an end"),
    ("\u{301}", "combining marks without a letter"),
    ("e\u{301}", "combining marks"),
    ("\u{200b}", "spaces without width"),
    ("\u{0}", "zeroes"),
    ("İ", "letters that grow in lower case"),
];

/// Long enough that a quadratic step outweighs everything else, in bytes.
const LENGTH: usize = 40_000;
/// The most that twice the text may take. Twice is linear; the rest is for a machine that does other things.
const MOST_RATIO: f64 = 3.0;
/// A busy machine makes single runs slow, never fast: the least of several is its own speed. Counted is
/// the processor's time, not the clock's, for the same reason.
const RUNS: usize = 3;
/// How often a ratio that is too high is looked at again: what else the machine does takes cache and memory away
/// from the longer text first, and what is quadratic stays so.
const ATTEMPTS: usize = 12;
/// Below this a clock measures mostly itself.
const LEAST_TIME: Duration = Duration::from_millis(1);

fn least_time(work: impl Fn()) -> Duration {
    let run = || {
        let begun = ThreadTime::now();
        work();
        begun.elapsed()
    };
    (0..RUNS).map(|_| run()).min().unwrap_or_default().max(LEAST_TIME)
}

/// How much longer `read` takes for twice the text.
fn ratio(length: usize, text: impl Fn(usize) -> String, read: impl Fn(&str)) -> f64 {
    let (single, double) = (text(length), text(2 * length));
    let mut least = f64::INFINITY;
    for _ in 0..ATTEMPTS {
        let time = |text: &str| least_time(|| read(text)).as_secs_f64();
        least = least.min(time(&double) / time(&single));
        if least < MOST_RATIO {
            break;
        }
    }
    least
}

/// What is wrong with the time of texts made by `text`, in words.
fn complaint(name: &str, text: impl Fn(usize) -> String) -> Option<String> {
    let ratio = ratio(LENGTH, text, |text| {
        std::hint::black_box(ANALYZER.analyze(text, &Options::default()));
    });
    (ratio >= MOST_RATIO).then(|| format!("{name}: twice the text takes {ratio:.1} times as long"))
}

#[test]
fn every_nasty_pattern_takes_linear_time() {
    let slow: Vec<String> = PATTERNS
        .iter()
        .filter_map(|(pattern, name)| complaint(name, |length| pattern.repeat(length / pattern.len())))
        .collect();
    assert!(slow.is_empty(), "\n{}\n", slow.join("\n"));
}

/// Every name new: an entity list that is searched from its beginning for each of them.
#[test]
fn ever_new_names_take_linear_time() {
    let text = |length: usize| -> String {
        let word = |mut number: usize| {
            let mut word = String::from("K");
            while number > 0 {
                word.push(char::from(b'a' + (number % 26) as u8));
                number /= 26;
            }
            word
        };
        (0..length / 30)
            .map(|n| format!("Amina {} met {} Ltd in {}. ", word(n * 3), word(n * 7), word(n * 11)))
            .collect()
    };
    assert_eq!(complaint("ever new names", text), None);
}

/// One surname, ever new first names: candidates for a merge that grow with the text.
#[test]
fn one_surname_of_ever_new_people_takes_linear_time() {
    let text = |length: usize| -> String {
        (0..length / 24)
            .map(|n| {
                let letters: String =
                    format!("{n}").bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
                format!("J{letters} Yusuf met Yusuf. ")
            })
            .collect()
    };
    assert_eq!(complaint("one surname", text), None);
}

/// Thousands of names of the caller's own, many of which begin alike.
fn own_names(count: usize) -> OwnNames {
    let name = |n: usize| {
        format!(
            "Port {} Sella",
            (0..5).map(|at| char::from(b'A' + (n >> (4 * at) & 15) as u8)).collect::<String>()
        )
    };
    (0..count).try_fold(OwnNames::english(), |own, n| own.with_added(&name(n), "place")).expect("good names")
}

/// Names of one's own that are looked for one after the other.
#[test]
fn twice_the_text_and_twice_the_own_names_take_twice_the_time() {
    let options = Options::default().with_names(own_names(5_000));
    let of_text = ratio(
        LENGTH,
        |length| "Port AAAAB Sella Port ".repeat(length / 22),
        |text| {
            std::hint::black_box(ANALYZER.analyze(text, &options));
        },
    );
    assert!(of_text < MOST_RATIO, "twice the text takes {of_text:.1} times as long");
    let of_names = ratio(
        5_000,
        |count| "x".repeat(count),
        |count| {
            std::hint::black_box(own_names(count.len()));
        },
    );
    assert!(of_names < MOST_RATIO, "twice the names take {of_names:.1} times as long");
}

/// The size that the page promises to survive.
#[test]
fn a_million_of_the_same_mark_is_answered() {
    for mark in ["(", "\"", "“", "-"] {
        let analysis = ANALYZER.analyze(&mark.repeat(1_000_000), &Options::default());
        assert!(analysis.figures.is_empty() && analysis.names.is_empty(), "nothing is made of {mark:?}");
    }
}

#[test]
fn the_measure_sees_what_is_quadratic() {
    let looks_ahead_from_everywhere = |text: &str| {
        for at in 0..text.len() {
            std::hint::black_box(text.bytes().skip(at).position(|byte| std::hint::black_box(byte) == b')'));
        }
    };
    let ratio = ratio(8_000, |length| "(".repeat(length), looks_ahead_from_everywhere);
    assert!(ratio > MOST_RATIO, "{ratio:.1}");
}
