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

#[test]
fn dates_a_figure_by_the_event_it_is_told_since() {
    assert_eq!(
        dated("The clinic has treated 900 people since the beginning of the siege."),
        "900 = beginning of the siege"
    );
    assert_eq!(dated("At least 60 ferries have sunk since the war began."), "60 = war began");
    assert_eq!(dated("Until the end of the strike, 40 trains stood still."), "40 = end of the strike");
    assert_eq!(dated("Since the election, rents have risen 12 %."), "12 % = election");
}

#[test]
fn takes_an_event_for_a_date_only_where_a_figure_needs_it() {
    let dates = |text: &str| {
        let options = Options::default().with_offsets("bytes").expect("bytes are a unit");
        Analyzer::english().analyze(text, &options).dates.len()
    };
    assert_eq!(dates("Nobody has slept since the beginning of the siege."), 0);
    assert_eq!(dates("The clinic has treated 900 people since the beginning of the siege."), 1);
    // The calendar tells more.
    assert_eq!(dated("In May 2021 it had lost 40 ferries since the start of the war."), "40 = May 2021");
    assert_eq!(dated("Two boats met ten days before the end of the war."), "");
    assert_eq!(dated("The 12 guards were killed by the collapse of a roof."), "");
    assert_eq!(dated("She stayed there until the end of the bridge with 12 others."), "");
}

/// "39 = deaths by ministry" for every figure: its head and who says it.
fn rows(text: &str) -> String {
    let options = Options::default().with_offsets("bytes").expect("bytes are a unit");
    let analysis = Analyzer::english().analyze(text, &options);
    let words = |start: usize, end: usize| &text[start..end];
    let rows = analysis.figures.iter().map(|figure| {
        let head = figure.counts.as_ref().map_or("-", |counts| words(counts.head.start, counts.head.end));
        let speaker = figure.said_by.and_then(|said| analysis.attributions[said].speaker.as_ref());
        let speaker = speaker.map_or("-", |speaker| words(speaker.start, speaker.end));
        format!("{} = {head} by {speaker}", words(figure.start, figure.end))
    });
    rows.collect::<Vec<_>>().join("; ")
}

#[test]
fn whoever_documents_or_counts_says_the_figure() {
    let office =
        "The Office for Harbour Safety has documented more than 390 leaks since the beginning of the works.";
    assert_eq!(rows(office), "390 = leaks by Office for Harbour Safety");
    assert_eq!(
        rows("The health ministry recorded at least 1,200 cases."),
        "1,200 = cases by health ministry"
    );
    assert_eq!(rows("Rescuers counted 14 bodies."), "14 = bodies by Rescuers");
    assert_eq!(rows("The army puts the number of dead at 18."), "18 = dead by army");
}

#[test]
fn what_a_team_records_is_its_own() {
    assert_eq!(rows("The visitors recorded 3 wins."), "3 = wins by -");
    assert_eq!(rows("The record 14 boats took part."), "14 = boats by -");
    assert_eq!(rows("She put 12 plates on the table."), "12 = plates by -");
}

#[test]
fn them_is_nothing_that_is_only_compared_with() {
    assert_eq!(rows("They are like your pupils, 300 of them."), "300 = - by -");
    assert_eq!(rows("They\u{2019}re as quick as foxes, 40 of them."), "40 = - by -");
    assert_eq!(rows("The guards treated the sailors like thieves, 40 of them."), "40 = sailors by -");
    assert_eq!(rows("The sailors swam ashore, 20 of them without a vest."), "20 = sailors by -");
    assert_eq!(rows("We like goats, two of them black."), "two = goats by -");
}
