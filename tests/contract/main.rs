//! The result as it is serialised against `www/analysis.d.ts`: the same fields, the same words, and null
//! only where the contract allows it.
#![cfg(not(target_arch = "wasm32"))]

mod typescript;

use article_analyzer::analysis::{
    Analysis, Attribution, AttributionKind, Bound, Certainty, Change, Conflict, ConflictRule, Counts,
    DateKind, DateMention, Entity, Figure, FigureKind, FigureRole, Name, NameKind, Party, Place, PlaceRule,
    Range, Reference, ReferenceForm, ReferenceRule, SCHEMA,
};
use article_analyzer::{Analyzer, Options};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use typescript::{Absent, Contract, Type};

fn contract() -> Contract {
    Contract::parse(include_str!("../../www/analysis.d.ts"))
}

/// An analysis in which every field says something. A new field of the result stops this from compiling.
fn full() -> Analysis {
    let span = Range { start: 0, end: 4 };
    let party = Party { start: 0, end: 4, entity: Some(0) };
    Analysis {
        schema: SCHEMA,
        offsets: "utf16".to_owned(),
        id: Some("a".to_owned()),
        language: "en".to_owned(),
        published: Some("2025-02-08".to_owned()),
        names: vec![Name { start: 0, end: 4, kind: NameKind::Place, confidence: 0.97, entity: 0 }],
        entities: vec![Entity {
            kind: NameKind::Place,
            name: "Kyiv".to_owned(),
            aliases: vec!["Kiev".to_owned()],
            roles: vec![span],
            mentions: vec![0],
            references: vec![Reference {
                start: 0,
                end: 4,
                form: ReferenceForm::Role,
                rule: ReferenceRule::SameRole,
            }],
            place: Some(Place {
                country: Some("UA".to_owned()),
                lat: 50.45,
                lon: 30.52,
                population: Some(2_900_000),
                certainty: Certainty::Sure,
                rule: PlaceRule::OnlyOne,
            }),
        }],
        figures: vec![Figure {
            start: 0,
            end: 4,
            outer: span,
            kind: FigureKind::Money,
            value: Some("3.25".to_owned()),
            high: Some("4".to_owned()),
            unit: Some("GBP".to_owned()),
            per: Some("year".to_owned()),
            bound: Bound::Between,
            change: Some(Change::To),
            counts: Some(Counts { start: 0, end: 4, head: span }),
            said_by: Some(0),
            as_of: Some(0),
            role: FigureRole::Claim,
        }],
        dates: vec![DateMention {
            start: 0,
            end: 4,
            kind: DateKind::Range,
            value: Some("2024".to_owned()),
            high: Some("2025".to_owned()),
            bound: Bound::About,
            resolved: true,
        }],
        attributions: vec![Attribution {
            spans: vec![span],
            kind: AttributionKind::Direct,
            speaker: Some(party),
            cue: Some(span),
            addressee: Some(party),
            rule: "that".to_owned(),
        }],
        conflicts: vec![Conflict {
            figures: vec![0, 0],
            counts: "dead".to_owned(),
            why: "differ".to_owned(),
            rule: ConflictRule::Differ,
        }],
    }
}

/// The same with everything that may be absent taken away.
fn sparse() -> Analysis {
    let mut sparse = full();
    (sparse.id, sparse.published, sparse.entities[0].place) = (None, None, None);
    let figure = &mut sparse.figures[0];
    (figure.value, figure.high, figure.unit, figure.per) = (None, None, None, None);
    (figure.change, figure.counts, figure.said_by, figure.as_of) = (None, None, None, None);
    (sparse.dates[0].value, sparse.dates[0].high) = (None, None);
    let attribution = &mut sparse.attributions[0];
    (attribution.speaker, attribution.cue, attribution.addressee) = (None, None, None);
    sparse
}

fn serialised(analysis: &Analysis) -> Value {
    serde_json::to_value(analysis).expect("plain data can be serialised")
}

#[test]
fn a_full_result_has_exactly_the_fields_of_the_contract() {
    assert_eq!(contract().mismatches(&serialised(&full()), "Analysis", Absent::Missed), [""; 0]);
}

#[test]
fn what_is_absent_is_null_or_left_out_as_the_contract_says() {
    assert_eq!(contract().mismatches(&serialised(&sparse()), "Analysis", Absent::Allowed), [""; 0]);
}

#[test]
fn a_real_result_keeps_the_contract() {
    let text = "President Amina Yusuf said on Friday in Kyiv that more than 39,000 people had fled, up 5% \
                from 2022, and that a third of the $1.5 billion a year had been spent in three months.";
    let options = Options::default().with_published("2025-02-08").expect("a day of the calendar");
    let analysis = Analyzer::english().analyze(text, &options);
    assert_eq!(contract().mismatches(&serialised(&analysis), "Analysis", Absent::Allowed), [""; 0]);
}

#[test]
fn a_result_can_be_read_back() {
    for analysis in [full(), sparse()] {
        let text = serde_json::to_string(&analysis).expect("plain data can be serialised");
        assert_eq!(serde_json::from_str::<Analysis>(&text).expect("what was written can be read"), analysis);
    }
}

#[test]
fn enumerations_have_exactly_the_words_of_the_contract() {
    let contract = contract();
    let field = |interface: &str, field: &str| contract.field(interface, field);
    for (name, known, declared) in [
        ("NameKind", variants::<NameKind>(), contract.named("NameKind")),
        ("FigureKind", variants::<FigureKind>(), contract.named("FigureKind")),
        ("Bound", variants::<Bound>(), contract.named("Bound")),
        ("DateKind", variants::<DateKind>(), contract.named("DateKind")),
        ("Figure.change", variants::<Change>(), field("Figure", "change")),
        ("Figure.role", variants::<FigureRole>(), field("Figure", "role")),
        ("Place.certainty", variants::<Certainty>(), field("Place", "certainty")),
        ("Place.rule", variants::<PlaceRule>(), field("Place", "rule")),
        ("Attribution.kind", variants::<AttributionKind>(), field("Attribution", "kind")),
        ("Conflict.rule", variants::<ConflictRule>(), field("Conflict", "rule")),
        ("Reference.form", variants::<ReferenceForm>(), field("Reference", "form")),
        ("Reference.rule", variants::<ReferenceRule>(), field("Reference", "rule")),
    ] {
        let mut declared = Type::words(declared);
        declared.sort_unstable();
        assert_eq!(known, declared, "{name}");
    }
}

/// The words of an enumeration, sorted, as its own "unknown variant" message lists them.
fn variants<T: DeserializeOwned>() -> Vec<String> {
    let error =
        serde_json::from_value::<T>(json!("no such word")).err().expect("no enumeration has this word");
    let message = error.to_string();
    let listed = message.split_once("expected").expect("the message lists what is expected").1;
    let mut words: Vec<String> = listed.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    words.sort_unstable();
    assert!(words.len() >= 2, "{message}");
    words
}

#[test]
fn the_check_sees_a_missing_field_a_new_field_a_wrong_word_and_a_wrong_null() {
    let contract = contract();
    let mut wrong = serialised(&full());
    wrong["names"][0]["kind"] = json!("animal");
    wrong["figures"][0]["bound"] = Value::Null;
    wrong["dates"][0]["colour"] = json!("blue");
    wrong["entities"][0].as_object_mut().expect("an object").remove("aliases");
    wrong["entities"][0]["place"].as_object_mut().expect("an object").remove("population");
    assert_eq!(
        contract.mismatches(&wrong, "Analysis", Absent::Missed),
        [
            "Analysis.names[0].kind: \"animal\" is none of what is allowed",
            "Analysis.entities[0].aliases: missing",
            "Analysis.entities[0].place.population: missing",
            "Analysis.figures[0].bound: null is none of what is allowed",
            "Analysis.dates[0].colour: not in the contract",
        ]
    );
}
