use super::*;
use crate::lang::en;
use crate::recognize::Change;
use crate::recognize::forms;

fn figures(text: &str) -> Vec<FigureMention> {
    Finder::new(&en::LANGUAGE).find(&Document::read(text, &en::LANGUAGE))
}

/// Every figure as "words = value[..high] [unit] [/per] [bound] [change] [kind]", in text order; the kind
/// is left out for cardinals, the bound where there is none.
fn told(text: &str) -> String {
    let tell = |figure: &FigureMention| {
        let mut told = format!("{} = ", figure.span.of(text));
        told += &figure.value.map_or("?".to_owned(), |value| value.to_string());
        if let Some(high) = figure.high {
            told += &format!("..{high}");
        }
        if let Some(unit) = &figure.unit {
            told += &format!(" {unit}");
        }
        if let Some(per) = &figure.per {
            told += &format!(" /{per}");
        }
        if figure.bound != Bound::Exact {
            told += &format!(" {:?}", figure.bound);
        }
        if let Some(change) = figure.change {
            told += &format!(" {change:?}");
        }
        if figure.kind != FigureKind::Cardinal {
            told += &format!(" ({:?})", figure.kind);
        }
        if figure.role == FigureRole::Label { told + " label" } else { told }
    };
    figures(text).iter().map(tell).collect::<Vec<_>>().join(" | ")
}

fn check(table: &[(&str, &str)]) {
    forms::check(table, told);
}

#[test]
fn does_what_the_tables_of_the_documentation_say() {
    forms::check(&forms::rows(include_str!("FORMS.md"), 100), |text| told(text).replace(" | ", "; "));
}

#[test]
fn reads_every_form_of_a_number_that_counts() {
    check(&[
        ("The flood reached 39,000 homes.", "39,000 = 39000"),
        ("Some 13.6M users left.", "13.6M = 13600000 About"),
        ("They counted 3 lakh ballots.", "3 lakh = 300000"),
        ("Two dozen boats sank.", "Two dozen = 24"),
        ("The fund has 1.2m members.", "1.2m = 1200000"),
        ("Its third wave came in the 22nd week.", "third = 3 (Ordinal) | 22nd = 22 (Ordinal)"),
        (
            "Two-thirds of the town and half of the farms burned.",
            "Two-thirds = 0.666666666666667 (Fraction) | half = 0.5 (Fraction)",
        ),
        ("One in five pupils missed school.", "One in five = 0.2 (Fraction)"),
        ("Output grew threefold.", "threefold = 3 Up (Multiple)"),
        ("Harbour beat Athletic 2-1 on Sunday.", "2-1 = 2..1 (Score)"),
        (
            "Dozens of boats and hundreds of thousands of fish.",
            "Dozens = 12..100 Between (Range) | hundreds of thousands = 100000..1000000 Between (Range)",
        ),
    ]);
}

#[test]
fn reads_money_before_and_after_the_amount() {
    check(&[
        ("It cost $1.762bn.", "$1.762bn = 1762000000 USD (Money)"),
        ("It cost US$3m and HK$40.", "US$3m = 3000000 USD (Money) | HK$40 = 40 HKD (Money)"),
        ("The state will pay Rs 500 crore.", "Rs 500 crore = 5000000000 INR (Money)"),
        ("A fine of 7.5 million Danish crowns.", "7.5 million Danish crowns = 7500000 DKK (Money)"),
        ("Tickets cost EUR50 or 325 pence.", "EUR50 = 50 EUR (Money) | 325 pence = 3.25 GBP (Money)"),
        (
            "It rose 19 cents to $80 a barrel.",
            "19 cents = 19 cent Up (Money) | $80 = 80 USD /barrel To (Money)",
        ),
        ("She paid 20 dollars and 43 cents.", "20 dollars and 43 cents = 20.43 USD (Money)"),
        (
            "It lost tens of millions of euros.",
            "tens of millions of euros = 10000000..100000000 EUR Between Down (Money)",
        ),
        ("The deficit was $-50.8bn.", "$-50.8bn = -50800000000 USD (Money)"),
        ("A $10 to $15 billion plan.", "$10 to $15 billion = 10000000000..15000000000 USD Between (Money)"),
    ]);
}

#[test]
fn reads_units_glued_apart_and_hyphenated() {
    check(&[
        (
            "The ridge is 10 km long and 32m2 wide.",
            "10 km = 10 kilometre (Measure) | 32m2 = 32 square metre (Measure)",
        ),
        ("Winds of 40 km an hour.", "40 km an hour = 40 kilometre per hour (Measure)"),
        (
            "A 5 ft 2 in tall statue of 7 feet 10 inches.",
            "5 ft 2 in = 62 inch (Measure) | 7 feet 10 inches = 94 inch (Measure)",
        ),
        (
            "A three-year plan with a 100-day timeline.",
            "three-year = 3 year (Duration) | 100-day = 100 day (Duration)",
        ),
        ("It lasted an hour and a half.", "an hour and a half = 1.5 hour (Duration)"),
        (
            "It waited for a decade and two more weeks.",
            "a decade = 1 decade (Duration) | two more weeks = 2 week (Duration)",
        ),
        ("A 42-year-old and a girl aged nine.", "42-year-old = 42 year (Age) | nine = 9 year (Age)"),
        ("Ms Day, 42, left.", "42 = 42 year (Age)"),
        (
            "It was minus 5 °C, or 23 degrees Fahrenheit.",
            "minus 5 °C = -5 celsius (Temperature) | 23 degrees Fahrenheit = 23 fahrenheit (Temperature)",
        ),
        ("Turn it by 90 degrees.", "90 degrees = 90 degree (Measure)"),
        ("It holds 5kWh and 256GB.", "5kWh = 5 kilowatt hour (Measure) | 256GB = 256 gigabyte (Measure)"),
        (
            "Half an hour at two percentage points, 60 basis points.",
            "Half an hour = 0.5 hour (Duration) | two percentage points = 2 percentage point (PercentagePoint) | 60 basis points = 60 basis point (PercentagePoint)",
        ),
    ]);
}

#[test]
fn reads_bounds_before_and_after() {
    check(&[
        ("More than 39,000 died.", "39,000 = 39000 MoreThan"),
        ("At least a dozen boats.", "a dozen = 12 AtLeast"),
        (
            "Nearly three years and almost $5.",
            "three years = 3 year Nearly (Duration) | $5 = 5 USD Nearly (Money)",
        ),
        ("Up to 400 jobs, no fewer than 30 posts.", "400 = 400 AtMost | 30 = 30 AtLeast"),
        ("Some 40, or 40 or more, or 500+ of them.", "40 = 40 About | 40 = 40 AtLeast | 500 = 500 AtLeast"),
        ("As many as 12 of under 20 rooms.", "12 = 12 AtMost | 20 = 20 LessThan"),
        (
            "More than an estimated 20 sub-300 metre hills.",
            "20 = 20 MoreThan | 300 metre = 300 metre LessThan (Measure)",
        ),
        ("Exactly 7 of a total of 9.", "7 = 7 | 9 = 9"),
    ]);
}

#[test]
fn reads_ranges_with_the_unit_of_either_end() {
    check(&[
        ("Between 10 and 15 boats.", "10 and 15 = 10..15 Between (Range)"),
        ("A wall of 10-15 km.", "10-15 km = 10..15 kilometre Between (Measure)"),
        ("Four to five thousand people.", "Four to five thousand = 4000..5000 Between (Range)"),
        ("It has a 7- or 8-inch screen.", "7- or 8-inch = 7..8 inch Between (Measure)"),
        (
            "Prices will increase between 5% and 6%, down from $89 to $93 billion.",
            "5% and 6% = 5..6 % Between Up (Percent) | $89 to $93 billion = 89000000000..93000000000 USD Between From (Money)",
        ),
        ("From 3km to 5km away.", "3km to 5km = 3..5 kilometre Between (Measure)"),
        ("Two of them and three others.", "Two = 2 | three = 3"),
        ("Between 1600 and 1900 the ice grew.", ""),
    ]);
}

#[test]
fn tells_differences_from_levels() {
    check(&[
        (
            "Sales rose 3 % to 4.1 million from 3.9 million.",
            "3 % = 3 % Up (Percent) | 4.1 million = 4100000 To | 3.9 million = 3900000 From",
        ),
        ("Profit fell by a third.", "a third = 0.333333333333333 Down (Fraction)"),
        ("Shares were down 0.6%.", "0.6% = 0.6 % Down (Percent)"),
        ("It closed 3 percent higher.", "3 percent = 3 % Up (Percent)"),
        (
            "The price dropped by 1 to 1.5 degrees.",
            "1 to 1.5 degrees = 1..1.5 degree Between Down (Temperature)",
        ),
        ("The index moved -0.6% on the day.", "-0.6% = -0.6 % (Percent)"),
        ("He went to 12 towns.", "12 = 12"),
        ("She gave up one run and took up a 6% stake.", "one = 1 | 6% = 6 % (Percent)"),
        ("The index ended 16 points lower.", "16 = 16 Down"),
        (
            "It spent $5 over three years, for over two weeks.",
            "$5 = 5 USD (Money) | three years = 3 year (Duration) | two weeks = 2 week MoreThan (Duration)",
        ),
    ]);
}

#[test]
fn keeps_the_minus_of_a_fall_and_no_other() {
    assert_eq!(
        figures("It moved by -3% after a ten-3 vote.")[0].value,
        Some(crate::recognize::Decimal::whole(-3))
    );
    assert_eq!(figures("Sales fell 3%.")[0].change, Some(Change::Down));
    assert_eq!(told("Pages 10 -12 of it."), "10 = 10 label | -12 = -12");
}

#[test]
fn tells_names_and_years_from_counts() {
    check(&[
        ("Row 21 of a Boeing 737.", "21 = 21 label | 737 = 737 label"),
        ("The S&P 500 and No. 10 were calm.", "500 = 500 label | 10 = 10 label"),
        ("In Germany 12 people died.", "12 = 12"),
        ("In 2014 it had 2000 members since 1998.", "2000 = 2000"),
        ("COVID-19 and 5G in the 1960s.", ""),
        ("At 10:45 or 5 p.m. call 555-0199-12, 24/7.", ""),
        ("No one knows this one. One of them does.", "One = 1"),
        ("1. Bread\n2. Milk", ""),
        (
            "A one-off for a second term in the second half of it.",
            "second = 2 (Ordinal) | second = 2 (Ordinal)",
        ),
        ("The 80-odd ships of the 50-plus fleet.", "80 = 80 About | 50 = 50 AtLeast"),
    ]);
}

#[test]
fn covers_the_words_that_qualify() {
    let text = "It killed more than 39,000 people, between 10 and 15 of them here, at $80 a barrel.";
    let found = figures(text);
    let qualified: Vec<&str> = found.iter().map(|figure| figure.qualified.of(text)).collect();
    assert_eq!(qualified, ["more than 39,000", "between 10 and 15", "$80 a barrel"]);
}

#[test]
fn answers_hostile_input() {
    for text in [
        "9 ".repeat(20_000),
        "-".repeat(10_000),
        "1-".repeat(10_000),
        "between ".repeat(5_000),
        "and 5 ".repeat(10_000),
        "a million ".repeat(5_000),
        "$".repeat(10_000),
        "twenty-".repeat(5_000),
        "1/".repeat(5_000),
        "5 feet 2 inches ".repeat(3_000),
    ] {
        figures(&text);
    }
}

#[cfg(not(target_arch = "wasm32"))]
proptest::proptest! {
    #[test]
    fn accepts_every_string(text in "\\PC{0,80}") {
        figures(&text);
    }

    #[test]
    fn accepts_every_mixture_of_its_words(picks in proptest::collection::vec(0usize..40, 0..24)) {
        const PIECES: [&str; 40] = [
            "5", "39,000", "two", "hundred", "million", "a", "and", "-", "–", "to", "from", "between", "or", "$", "US",
            "%", "percent", "km", "an", "hour", "half", "third", "of", "point", "/", ".", ",", "+", "more", "than", "in",
            "dozens", "tens", "minus", "year", "old", "x", "m", "1.5", "½",
        ];
        for joint in ["", " "] {
            let text: Vec<&str> = picks.iter().map(|&pick| PIECES[pick]).collect();
            let text = text.join(joint);
            let mut end = 0;
            for figure in figures(&text) {
                proptest::prop_assert!(figure.span.start >= end && figure.qualified.cover(figure.span) == figure.qualified);
                end = figure.span.end;
            }
        }
    }
}

/// "amount: change" for every figure.
fn changes(text: &str) -> String {
    let told = |figure: &FigureMention| match figure.change {
        Some(change) => format!("{}: {change:?}", figure.span.of(text)),
        None => format!("{}: -", figure.span.of(text)),
    };
    figures(text).iter().map(told).collect::<Vec<_>>().join("; ")
}

#[test]
fn reads_which_way_an_amount_went() {
    let cases = [
        ("Profit rose 3% to $40m from $31m.", "3%: Up; $40m: To; $31m: From"),
        ("The growth of 2.1% slowed.", "2.1%: Up"),
        ("They want to grow sales in Asia by 35 per cent.", "35 per cent: Up"),
        ("It should lift the share of women by 25 seats.", "25: -"),
        ("A 5% annual increase and a 60 basis point rate cut.", "5%: Up; 60 basis point: Down"),
        ("Copper fell below $35.", "$35: To"),
        ("The stock closed 28 pence lower at 925p.", "28 pence: Down; 925p: To"),
        ("They cut the board, possibly from 21 to 11.", "21: From; 11: To"),
    ];
    for (text, expected) in cases {
        assert_eq!(changes(text), expected, "{text}");
    }
}

#[test]
fn says_a_change_again_in_other_words() {
    let cases = [
        ("Exports have fallen $230 million, or 30 per cent.", "$230 million: Down; 30 per cent: Down"),
        ("Income climbed to £198m ($372m) this year.", "£198m: To; $372m: To"),
        ("Ross shares were down 2.3%, Burlan by 2.6%.", "2.3%: Down; 2.6%: Down"),
        ("It paid $3m, or 4 euros a head.", "$3m: -; 4 euros: -"),
    ];
    for (text, expected) in cases {
        assert_eq!(changes(text), expected, "{text}");
    }
}

#[test]
fn sees_no_change_where_the_words_mean_something_else() {
    let cases = [
        ("A tower made up of 1,920 metres of pipe.", "1,920 metres: -"),
        ("Sales rose, compared to 0.1% in May.", "0.1%: -"),
        ("The euro sank to a five-week low.", "five-week: -"),
        ("The winger added 18 points.", "18: -"),
        ("They put 30 million shares up for sale.", "30 million: -"),
        ("Rents jumped, but the fee came to only 12%.", "12%: To"),
        ("Costs fell while wages, amounting to 12%, held.", "12%: -"),
    ];
    for (text, expected) in cases {
        assert_eq!(changes(text), expected, "{text}");
    }
}

#[test]
fn takes_a_number_said_of_a_person_for_an_age() {
    check(&[
        ("Her sister, who was 10, sang.", "10 = 10 year (Age)"),
        ("He will be 35 by spring.", "35 = 35 year (Age)"),
        ("She was 12 points behind.", "12 = 12"),
        ("He was 3 under par.", "3 = 3"),
        ("It was 10 when we met.", "10 = 10"),
    ]);
}

#[test]
fn takes_house_numbers_for_labels() {
    check(&[
        ("They met at 10 Harbour Street and 49 Old Mill Ranch Road.", "10 = 10 label | 49 = 49 label"),
        ("It sued 12 Wall Street banks.", "12 = 12"),
        ("FTSE 100 shares fell.", "100 = 100 label"),
    ]);
}

#[test]
fn goes_on_after_a_year() {
    check(&[(
        "Sales rose 60% in 2018 to 3.9 million units.",
        "60% = 60 % Up (Percent) | 3.9 million = 3900000 To",
    )]);
}

#[test]
fn keeps_the_lower_end_of_a_range_that_is_told_from_the_top() {
    check(&[
        ("It takes between 15 and 10 boats.", "15 and 10 = 10..15 Between (Range)"),
        ("It holds from 90 to 60 litres.", "90 to 60 litres = 60..90 litre Between (Measure)"),
    ]);
}
