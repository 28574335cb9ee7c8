//! Own sentences: as of when a figure holds, what is a contradiction, and what only looks like one.

use article_analyzer::{Analyzer, Options};

/// "Differ: 42, 38" for each conflict.
fn conflicts(text: &str) -> String {
    let options =
        Options::default().with_offsets("bytes").and_then(|options| options.with_published("2025-02-08"));
    let analysis = Analyzer::english().analyze(text, &options.expect("both are right"));
    let words = |index: &usize| &text[analysis.figures[*index].start..analysis.figures[*index].end];
    let told = analysis.conflicts.iter().map(|conflict| {
        let figures: Vec<&str> = conflict.figures.iter().map(words).collect();
        format!("{:?}: {}", conflict.rule, figures.join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}

#[test]
fn two_tolls_of_one_accident_differ() {
    let text = "The harbour police said that 42 people had died in the accident.\n\n\
                The rescue team gave its own account. \u{201c}We have found 38 dead,\u{201d} said its leader, Ada Moss.";
    assert_eq!(conflicts(text), "Differ: 42, 38");
}

#[test]
fn a_price_told_twice_differs() {
    let text = "The council said the new bridge would cost $3 million.\n\nIts papers say that the bridge will cost $3.4 million.";
    assert_eq!(conflicts(text), "Differ: $3 million, $3.4 million");
}

#[test]
fn the_headline_and_the_text_differ() {
    let text = "16 sailors killed in Lorn fire\n\nThe fire in the engine room killed 17 sailors on Friday, the coast guard said.";
    assert_eq!(conflicts(text), "Differ: 16, 17");
}

#[test]
fn a_later_toll_replaces_an_earlier_one() {
    assert_eq!(conflicts("On Monday 38 people were killed. The toll has since risen to 42 people."), "");
    assert_eq!(
        conflicts(
            "Police first said 38 people were killed. They now say that 42 people were killed earlier."
        ),
        ""
    );
}

#[test]
fn bounds_and_roundness_are_not_contradicted() {
    assert_eq!(conflicts("At least 40 people were killed. The mayor counted 43 people killed."), "");
    assert_eq!(
        conflicts("Nearly 1,200 people were injured. Doctors said that 1,187 people were injured."),
        ""
    );
}

#[test]
fn groups_places_and_years_are_different_things() {
    assert_eq!(conflicts("The flood killed 12 people in Lagos. The flood killed 9 people in Ibadan."), "");
    assert_eq!(conflicts("The fire killed 12 people. Among them, 9 people were killed by smoke."), "");
    assert_eq!(conflicts("The floods of 2019 killed 12 people. In 2021 floods killed 14 people."), "");
    assert_eq!(
        conflicts("The poll found that 32% of women agree. The poll found that 35% of men agree."),
        ""
    );
}

#[test]
fn parts_must_add_up_to_their_total() {
    let seats = "The council has 60 seats: 28 for Labour, 19 for the Greens and 11 for the Liberals.";
    assert_eq!(conflicts(seats), "Sum: 60, 28, 19, 11");
    assert_eq!(conflicts(&seats.replace("11", "13")), "");
    assert_eq!(conflicts("The raid led to 12 arrests, including 5 in Cork and 3 in Limerick."), "");
    assert_eq!(conflicts("Police held four people: two Danes, one Swede and a Finn."), "");
}

#[test]
fn a_change_must_fit_its_levels() {
    assert_eq!(conflicts("Cases doubled from 3,100 to 4,700."), "Change: doubled, 3,100, 4,700");
    assert_eq!(conflicts("Cases doubled from 2,300 to 4,700."), "");
    assert_eq!(conflicts("Sales rose 50 % to 90 boats from 80 boats."), "Change: 50 %, 90, 80");
    assert_eq!(conflicts("Sales rose 12 % to 90 boats from 80 boats."), "");
}

/// "40 = 2019" for every figure that has a date.
fn dated(text: &str) -> String {
    let options =
        Options::default().with_offsets("bytes").and_then(|options| options.with_published("2025-02-08"));
    let analysis = Analyzer::english().analyze(text, &options.expect("both are right"));
    let dated = analysis.figures.iter().filter_map(|figure| {
        let date = &analysis.dates[figure.as_of?];
        Some(format!("{} = {}", &text[figure.start..figure.end], &text[date.start..date.end]))
    });
    dated.collect::<Vec<_>>().join("; ")
}

#[test]
fn gives_each_figure_the_date_right_behind_it() {
    assert_eq!(dated("The yard sold 40 boats in 2019 and 20 in 2020."), "40 = 2019; 20 = 2020");
    assert_eq!(dated("In 2019 it built 40 homes and in 2020 50."), "40 = 2019; 50 = 2020");
    let levels = "Sales rose 3 % to 4.1 million in March from 3.9 million in February.";
    assert_eq!(dated(levels), "3 % = March; 4.1 million = March; 3.9 million = February");
}

#[test]
fn gives_what_opens_a_sentence_to_all_of_it() {
    let text = "In December, Ada Moss said that 43 piers had been lost, while more than 370 were damaged.";
    assert_eq!(dated(text), "43 = December; 370 = December");
    assert_eq!(dated("Since March 40 people have died; the rest of the 9 boats are safe."), "40 = March");
}

#[test]
fn takes_the_day_of_the_report_where_the_statement_has_none() {
    assert_eq!(dated("The harbour lost 12 cranes, the port authority said on Friday."), "12 = Friday");
}

#[test]
fn leaves_alone_what_is_compared_with_owned_or_inside_a_noun_phrase() {
    assert_eq!(dated("Profit was down 5% from a year earlier."), "");
    assert_eq!(dated("The 2014 election drew 300 observers."), "");
    assert_eq!(dated("FRANKFURT, May 6 (Newswire) - The firm has 12 plants."), "");
}
