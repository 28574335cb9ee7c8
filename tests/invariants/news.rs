//! News that never happened: a grammar of sentences full of amounts and dates, each choice steered by a byte.
//!
//! ```text
//! write(&[0, 0, 0])   // "The port sold 5 boats on Friday."
//! ```
//!
//! The same bytes give the same text, and a changed byte a text that is changed in one place: that is what a
//! fuzzer needs to climb from. Words may be glued, spaced oddly or cut, so that half-finished amounts come up too.

#[path = "story.rs"]
mod story;

/// What each part of speech may be. The first one is what is left when the bytes are used up, and holds no
/// part that leads back to itself.
const RULES: &[(&str, &[&str])] = &[
    (
        "sentence",
        &[
            "{who} {did} {amount} {of} {when}.",
            "{when}, {who} {did} {bound} {amount} {of}.",
            "{who} {moved} {amount} {to} {amount} {when}.",
            "{amount} {join} {amount} {of} {did} {when} {join} {when}.",
            "{who}, {age}, {did} {amount} {per}.",
            "Between {amount} and {amount} {of} {did} from {when} to {when}.",
            "{who} beat {who} {score} {when}; {ordinal} {of}.",
            "“{amount} {of} {when},” {who} said {clock}.",
            "{label} {did} {amount}, {amount}{join}{amount} ({amount}) {per}.",
            "{raw}{amount}{raw} {when}",
            "{date}{join}{date} {join} {date}",
            "{number}{mark}{number}{mark}{number} {unit}",
            "{heading}\n{sentence}\r\n\r\n{sentence}",
        ],
    ),
    (
        "who",
        &["The port", "Ann Lee", "officials", "Kestra Bank", "the U.N.", "two-thirds of voters", "Row 21"],
    ),
    ("did", &["sold", "will reach", "was", "counted more than", "opens", "has had", "killed", "shut"]),
    ("moved", &["rose", "fell by", "went from", "was cut", "doubled from", "is up", "grew threefold"]),
    ("of", &["boats", "people", "of the town", "cases", "votes", "years", "{adjective} barrels", ""]),
    ("adjective", &["new", "Russian", "three-year", "100-day", "six-mile"]),
    ("to", &["to", "from", "and then to", "down from", "against", "or"]),
    (
        "amount",
        &[
            "{number}",
            "{number} {unit}",
            "{number}{unit}",
            "{currency}{number}",
            "{currency} {number} {scale}",
            "{number} {scale} {money}",
            "{number}%",
            "{number} {percent}",
            "{words}",
            "{words} {scale} {unit}",
            "{number}{join}{number} {unit}",
            "{words} {join} {words} {of}",
            "{fraction} {of}",
            "{vague} {scale}",
            "{bound} {amount}",
            "{amount} {after}",
            "{number}-{unit}-{amount}",
            "{amount} {per}",
            "{number} {time}",
        ],
    ),
    (
        "number",
        &[
            "{digit}",
            "{digit}{digit}",
            "{digit}{digit}{digit}",
            "{digit}{digit},{digit}{digit}{digit}",
            "{digit},{digit}{digit},{digit}{digit}{digit}",
            "{digit}.{digit}",
            "-{digit}",
            "{sign}{number}",
            "{number}{mark}{number}",
            "{number} {digit}/{digit}",
            "{digit}½",
            "{number}{magnitude}",
            "{number}{number}",
            "0",
            "999999999999999999999",
            "10^{number}",
            "{digit}e{digit}",
            "१२",
        ],
    ),
    ("digit", &["5", "0", "1", "2", "3", "4", "6", "7", "8", "9"]),
    ("sign", &["-", "−", "+", "minus ", "±", "~", "<", "≥", "."]),
    ("mark", &[",", ".", "-", "–", "/", ":", " ", "'", "\u{a0}", "×", " x ", "^", "°", "", " - ", "--", "—"]),
    ("magnitude", &["k", "m", "bn", "tn", "M", "mln", "K", "B"]),
    ("scale", &["million", "thousand", "billion", "hundred", "trillion", "lakh", "crore", "dozen", ""]),
    (
        "words",
        &[
            "five",
            "twenty-one",
            "a hundred and {words}",
            "{words} {scale}",
            "{words} and a half",
            "{words} point {words}",
            "{words}-{words}",
            "nineteen",
            "half a",
            "one",
            "zero",
            "forty {words}",
            "minus {words}",
            "a",
            "and {words}",
        ],
    ),
    (
        "fraction",
        &["half", "two-thirds", "a quarter", "three fifths", "one in five", "3 out of 10", "½", "1/{number}"],
    ),
    (
        "vague",
        &["dozens of", "hundreds of", "a few", "several", "tens of", "a couple of", "scores of", "many"],
    ),
    (
        "bound",
        &[
            "more than",
            "at least",
            "up to",
            "nearly",
            "about",
            "between",
            "some",
            "no fewer than",
            "just under",
            "as many as",
        ],
    ),
    ("after", &["or more", "at most", "or so", "and above", "or less", "in all", "each", "to {amount}"]),
    ("percent", &["percent", "per cent", "percentage points", "basis points", "pct"]),
    ("currency", &["$", "€", "£", "US$", "Rs ", "¥", "A$", "USD ", "-$", "kr"]),
    ("money", &["dollars", "euros", "pence", "yen", "USD", "rupees", "cents"]),
    (
        "unit",
        &[
            "km",
            "metres",
            "°C",
            "kg",
            "mph",
            "m2",
            "sq ft",
            "degrees",
            "GW",
            "ml",
            "inches",
            "\"",
            "'",
            "barrels",
            "years",
            "days",
            "hours",
            "minutes",
            "year-old",
            "G",
            "tonnes a year",
            "miles per hour",
            "k m",
        ],
    ),
    (
        "per",
        &[
            "a day",
            "per cent",
            "an hour",
            "per 100,000",
            "each year",
            "per",
            "a barrel",
            "/ {unit}",
            "every {amount}",
        ],
    ),
    (
        "age",
        &[
            "42",
            "a 42-year-old",
            "aged {number}",
            "in her {number}s",
            "{words} years old",
            "{number}-year-old",
        ],
    ),
    ("score", &["2-1", "{number}-{number}", "6-4, 7-5", "{words} to {words}", "{number}–{number}", "3 to 1"]),
    ("ordinal", &["third", "the {number}th", "twenty-first", "1st", "{words}th", "hundredth"]),
    (
        "label",
        &["Row 21", "Flight {number}", "Boeing 737", "S&P 500", "+44 20 7946 0958", "#{number}", "{number}."],
    ),
    (
        "when",
        &[
            "on Friday",
            "{date}",
            "since {date}",
            "by {date}",
            "{date} {clock}",
            "from {date} to {date}",
            "{ago}",
            "every {date}",
            "{date}{join}{date}",
        ],
    ),
    (
        "date",
        &[
            "May 5",
            "{month} {number}, {year}",
            "{number} {month} {year}",
            "{month} {year}",
            "{weekday}",
            "{year}",
            "{year}-{number}-{number}",
            "{number}/{number}/{year}",
            "{number}.{number}.{year}",
            "{relative} {period}",
            "the {ordinal} of {month}",
            "the {ordinal} {weekday} of {month}",
            "Q{digit} {year}",
            "the {year}s",
            "mid-{year}s",
            "the '{digit}0s",
            "the {number}th century",
            "{season} {year}",
            "{part} {date}",
            "{feast}",
            "{weekday}, {date}",
            "today",
            "fiscal {year}",
            "{year} BC",
            "week {number} of {year}",
            "the {relative} {words} {period}s",
            "{weekday} {clock}",
        ],
    ),
    ("month", &["May", "January", "Feb.", "march", "Sept", "December", "Aug", "June"]),
    ("weekday", &["Friday", "Monday", "Sun", "tuesday", "Saturdays", "Wed."]),
    (
        "year",
        &[
            "2024",
            "1995",
            "20{digit}{digit}",
            "44",
            "2015-16",
            "0001",
            "9999",
            "{digit}{digit}{digit}{digit}",
        ],
    ),
    (
        "relative",
        &["last", "next", "this", "the past", "the following", "a", "every", "the first", "{ordinal}"],
    ),
    (
        "period",
        &[
            "year", "week", "month", "day", "quarter", "decade", "century", "weekend", "night", "summer",
            "hour",
        ],
    ),
    ("season", &["spring", "summer", "autumn", "winter"]),
    (
        "part",
        &["early", "the end of", "late", "mid-", "the middle of", "the first half of", "the last day of"],
    ),
    ("feast", &["Easter", "Christmas Day", "New Year's Eve", "Thanksgiving", "Hanukkah"]),
    (
        "ago",
        &[
            "two weeks ago",
            "{number} {period}s ago",
            "{words} {period}s later",
            "a {period} earlier",
            "{number} {period}s before {date}",
            "the day after {date}",
            "in {words} {period}s",
        ],
    ),
    ("time", &["years", "{period}s", "hours and {number} minutes", "days", "months ago", "seconds"]),
    (
        "clock",
        &[
            "at 5 p.m.",
            "{number}:{number}",
            "noon",
            "at {words}",
            "{number}h{number}",
            "{number} a.m. EST",
            "half past {words}",
            "{number}:{number}:{number} GMT",
            "T{number}",
        ],
    ),
    (
        "join",
        &[
            "-", "–", " to ", " and ", " or ", ", ", "/", " - ", " and ", "—", "", " but ", " (", ") ",
            "\u{2011}", "−",
        ],
    ),
    (
        "heading",
        &["BUDGET {year}", "* {number}", "{number}.", "{amount}", "1) {date}", "| {number} | {number} |"],
    ),
];

/// The most that a text grows to, in bytes: grammars that lead back to themselves need an end.
const LONGEST: usize = 600;
/// The most sentences, and how deep a part of speech may lead back to itself.
const SENTENCES: usize = 4;
const DEEPEST: usize = 12;
/// From here on a byte that stands at a space makes it another one, or none.
const ODD: u8 = 0xE8;
const ODD_SPACES: [&str; 12] =
    ["", "\u{a0}", "\n", "-", "  ", "\u{200b}", "\t", "\u{202f}", "\n\n", "\u{301}", "\u{ad}", " \u{feff}"];

/// The text that these bytes steer to: amounts and dates, and not much else.
pub fn write(choices: &[u8]) -> String {
    sentences("sentence", choices)
}

/// The same of people who say something.
#[allow(dead_code)]
pub fn tell(choices: &[u8]) -> String {
    sentences("story", choices)
}

fn sentences(part: &str, choices: &[u8]) -> String {
    let mut writer = Writer { choices, text: String::new() };
    for _ in 0..SENTENCES {
        writer.write(part, 0);
        if writer.choices.is_empty() || writer.text.len() > LONGEST {
            break;
        }
        writer.text.push(' ');
    }
    writer.text
}

fn rules() -> impl Iterator<Item = &'static (&'static str, &'static [&'static str])> {
    RULES.iter().chain(story::RULES)
}

struct Writer<'c> {
    choices: &'c [u8],
    text: String,
}

impl Writer<'_> {
    fn next(&mut self) -> u8 {
        let Some((&first, rest)) = self.choices.split_first() else { return 0 };
        self.choices = rest;
        first
    }

    fn write(&mut self, part: &str, depth: usize) {
        if part == "raw" {
            return self.write_raw();
        }
        let (_, forms) = rules().find(|(name, _)| *name == part).expect("every part of speech has its forms");
        let is_full = depth > DEEPEST || self.text.len() > LONGEST;
        let choice = if is_full { 0 } else { usize::from(self.next()) };
        let mut rest = forms[choice % forms.len()];
        while let Some(at) = rest.find(['{', ' ']) {
            self.text.push_str(&rest[..at]);
            if rest[at..].starts_with(' ') {
                self.write_space();
                rest = &rest[at + 1..];
            } else {
                let end = at + rest[at..].find('}').expect("a brace that opens closes");
                self.write(&rest[at + 1..end], depth + 1);
                rest = &rest[end + 1..];
            }
        }
        self.text.push_str(rest);
    }

    fn write_space(&mut self) {
        match self.choices.first() {
            Some(&odd @ ODD..) => {
                self.text.push_str(ODD_SPACES[usize::from(odd - ODD) % ODD_SPACES.len()]);
                self.choices = &self.choices[1..];
            }
            _ => self.text.push(' '),
        }
    }

    /// A few of the bytes as they are.
    fn write_raw(&mut self) {
        let length = usize::from(self.next() % 16).min(self.choices.len());
        let (raw, rest) = self.choices.split_at(length);
        self.text.push_str(&String::from_utf8_lossy(raw));
        self.choices = rest;
    }
}

#[test]
fn every_part_of_speech_has_its_forms_and_an_end() {
    for (part, forms) in rules() {
        for form in *forms {
            for name in form.split('{').skip(1).filter_map(|rest| rest.split('}').next()) {
                let known = name == "raw" || rules().any(|(other, _)| *other == name);
                assert!(known, "{part}: {form:?} names {name}, which has no forms");
            }
        }
    }
    assert_eq!(write(&[]), "The port sold 5 boats on Friday.");
    assert_eq!(tell(&[]), "Ann Lee said that 5 boats were lost in Brent.");
}
