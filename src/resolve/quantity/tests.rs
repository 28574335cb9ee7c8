//! Each sentence is read by the recogniser of figures and by this pass; names are not needed here.

use super::*;
use crate::lang::en;
use crate::recognize::figure;

/// "amount: phrase > head", or "amount: -" where the text does not say.
fn counted(text: &str) -> Vec<String> {
    let document = Document::read(text, &en::LANGUAGE);
    let mut resolution = Resolution::default();
    attach(&document, &en::LANGUAGE, figure::find(&document, &en::LANGUAGE), &mut resolution);
    let show = |figure: &ResolvedFigure| {
        let amount = figure.mention.span.of(text);
        match figure.counts {
            Some(counts) => format!("{amount}: {} > {}", counts.phrase.of(text), counts.head.of(text)),
            None => format!("{amount}: -"),
        }
    };
    resolution.figures.iter().map(show).collect()
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(counted(text).join("; "), *expected, "{text}");
    }
}

#[test]
fn finds_the_noun_after_the_amount() {
    check(&[
        ("The storm caused more than 200 deaths there.", "200: deaths > deaths"),
        ("They lost 40 new fishing boats.", "40: new fishing boats > boats"),
        ("Some 1,200 people watched.", "1,200: people > people"),
        ("It sold 90 sports cars.", "90: sports cars > cars"),
        ("About 60 coal-fired plants closed.", "60: coal-fired plants > plants"),
        ("The firm hired two engineers last year.", "two: engineers > engineers"),
        ("Eight more towns flooded.", "Eight: towns > towns"),
        ("They hold three US men.", "three: US men > men"),
        ("One soldier died.", "One: soldier > soldier"),
        ("It is the third wave.", "third: wave > wave"),
    ]);
}

#[test]
fn follows_of_to_what_is_divided_or_chosen() {
    check(&[
        ("Some 4,000 of its miners struck.", "4,000: miners > miners"),
        ("They hold about 30 percent of cultivated land.", "30 percent: cultivated land > land"),
        ("Two of the minister's aides left.", "Two: aides > aides"),
        ("It shipped 12 million tonnes of wheat.", "12 million tonnes: wheat > wheat"),
        ("They spent $3 billion in aid and $2 million on ads.", "$3 billion: aid > aid; $2 million: -"),
    ]);
}

#[test]
fn finds_what_a_describing_amount_describes() {
    check(&[
        ("He paid a $600 fine.", "$600: fine > fine"),
        ("She bought a 20-km stretch.", "20-km: stretch > stretch"),
        ("They signed a three-year contract.", "three-year: contract > contract"),
    ]);
}

#[test]
fn finds_the_quantity_that_the_figure_is_said_of() {
    check(&[
        ("Exports to Asia fell by 3 percent.", "3 percent: Exports > Exports"),
        ("Factory output is expected to rise 4%.", "4%: Factory output > output"),
        ("The death toll rose to 42 from 38.", "42: death toll > toll; 38: death toll > toll"),
        ("Officials said turnout was 62%.", "62%: turnout > turnout"),
        ("The court imposed a fine of $3 billion.", "$3 billion: fine > fine"),
        ("The number of visitors fell 8%.", "8%: visitors > visitors"),
    ]);
}

#[test]
fn finds_what_a_bare_number_has_become() {
    check(&[
        ("At least 300 have been wounded.", "300: wounded > wounded"),
        ("The blast left 12 dead and 30 injured.", "12: dead > dead; 30: injured > injured"),
        ("Some 460 cars were stolen, compared with 63 in May.", "460: cars > cars; 63: cars > cars"),
    ]);
}

#[test]
fn says_nothing_where_the_text_does_not() {
    check(&[
        ("There were 2 million of them.", "2 million: -"),
        ("It rose 3 percent.", "3 percent: -"),
        ("Oil sold at $80 a barrel.", "$80: -"),
        ("He stayed three years.", "three years: -"),
        ("She is 42.", "42: -"),
    ]);
}

#[test]
fn stretches_the_outer_span_over_what_follows_only() {
    let outer = |text: &str| {
        let document = Document::read(text, &en::LANGUAGE);
        let mut resolution = Resolution::default();
        attach(&document, &en::LANGUAGE, figure::find(&document, &en::LANGUAGE), &mut resolution);
        resolution.figures[0].outer.of(text).to_owned()
    };
    assert_eq!(outer("They counted at least 700 of its boats."), "at least 700 of its boats");
    assert_eq!(outer("Exports fell by 3 percent."), "3 percent");
}
