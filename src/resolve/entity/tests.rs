//! Names are marked in the sentences: `[Ada Byron]p`, with p, l, o, x for person, place (location),
//! organisation, other.

use super::*;
use crate::lang::en;
use crate::resolve::Resolution;
use crate::resolve::marked::marked;

fn resolved(text: &str) -> Resolution {
    let (plain, names) = marked(text);
    let document = Document::read(&plain, &en::LANGUAGE);
    let (names, entities) = merge(&document, &en::LANGUAGE, names, &Trust::EVERYTHING);
    Resolution { names, entities, ..Resolution::default() }
}

/// Every entity as "name=number of mentions", in order of first mention.
fn entities(text: &str) -> String {
    let resolution = resolved(text);
    let entities = resolution.entities.iter();
    entities.map(|entity| format!("{}={}", entity.name, entity.mentions.len())).collect::<Vec<_>>().join("; ")
}

#[test]
fn joins_a_full_name_with_its_shorter_forms() {
    for (text, expected) in [
        ("[Moss]p won. [Carla Moss]p thanked all. [Moss]p left.", "Carla Moss=3"),
        ("[Carla Moss]p sang; [CARLA MOSS]p/Photo; [Carla]p bowed.", "Carla Moss=3"),
        ("[C. Moss]p, [Carla Moss]p and [Carla J. Moss]p", "Carla J. Moss=3"),
        ("[Bill Tarn]p, born [William Tarn]p, died.", "Bill Tarn=2"),
        ("[Ursula van der Beek]p spoke; [van der Beek]p left.", "Ursula van der Beek=2"),
        ("[Zhou Minli]p spoke; [Zhou]p left.", "Zhou Minli=2"),
        ("[Aylin Şahin]p and [Sahin]p", "Aylin Şahin=2"),
    ] {
        assert_eq!(entities(text), expected, "{text}");
    }
}

#[test]
fn sees_through_titles_taken_for_a_part_of_the_name() {
    assert_eq!(entities("[Senator Carla Moss]p spoke. [Carla Moss]x left."), "Senator Carla Moss=2");
    assert_eq!(entities("[Carla Moss]p spoke. [Senator Moss]p left."), "Carla Moss=2");
    assert_eq!(entities("[Carla Moss]p spoke. [Dean Moss]p left."), "Carla Moss=1; Dean Moss=1");
}

#[test]
fn keeps_two_people_of_one_surname_apart() {
    assert_eq!(entities("[Carla Moss]p and [Peter Moss]p met."), "Carla Moss=1; Peter Moss=1");
    assert_eq!(
        entities("[Peter Moss]p and [Peter Moss Jr.]p met. [Moss]p left."),
        "Peter Moss=2; Peter Moss Jr.=1"
    );
    assert_eq!(
        entities("[Carla Moss]p and [Peter Moss]p met. Mr. [Moss]p left. Mrs. [Moss]p stayed."),
        "Carla Moss=2; Peter Moss=2"
    );
    assert_eq!(entities("Mr. [Moss]p left. Mrs. [Moss]p stayed."), "Moss=1; Moss=1");
    assert_eq!(entities("[Peter Moss]p left. Mrs. [Moss]p stayed."), "Peter Moss=1; Moss=1");
}

#[test]
fn gives_a_shared_surname_to_whom_the_title_names() {
    let text = "Senator [Carla Moss]p met the banker [Peter Moss]p. Senator [Moss]p was late.";
    assert_eq!(entities(text), "Carla Moss=2; Peter Moss=1");
    let text = "[Carla Moss]p spoke. [Moss]p said no. Her son [Peter Moss]p agreed. [Moss]p left.";
    assert_eq!(entities(text), "Carla Moss=3; Peter Moss=1");
}

#[test]
fn joins_acronyms_with_what_they_stand_for() {
    for (text, expected) in [
        ("the [Baltic Ferry Office]o ([BFO]o) said. The [BFO]o", "Baltic Ferry Office=3"),
        ("[Roskontrol]o ([RKL]o)", "Roskontrol=2"),
        ("the [BFO]o met. The [Baltic Ferry Office]o", "Baltic Ferry Office=2"),
        ("[Office for the Care of Trees]o, or [OCT]o", "Office for the Care of Trees=2"),
        (
            "[Baltic Ferry Office]o, [Bulgarian Fishing Office]o, [BFO]o",
            "Baltic Ferry Office=1; Bulgarian Fishing Office=1; BFO=1",
        ),
        ("[Ann Bell]p works. The [AB]o is shut.", "Ann Bell=1; AB=1"),
    ] {
        assert_eq!(entities(text), expected, "{text}");
    }
}

#[test]
fn knows_second_names_of_countries_and_cities() {
    assert_eq!(
        entities("the [U.S. Fish Fund]o, the [United States Fish Fund]o, the [UK Fish Fund]o")
            .matches(';')
            .count(),
        1
    );
    assert_eq!(entities("the [U.S.]l, the [US]l, [America]l"), "America=3");
    assert_eq!(entities("[Britain]l and the [United Kingdom]l, [UK]l"), "United Kingdom=3");
    assert_eq!(entities("[Kiev]l, now [Kyiv]l"), "Kiev=2");
    assert_eq!(entities("the [U.N.]o and the [United Nations]o"), "United Nations=2");
}

#[test]
fn joins_short_names_of_organisations_where_one_fits() {
    for (text, expected) in [
        ("[Tarn Inc.]o grew. [Tarn]o hired.", "Tarn Inc.=2"),
        ("the [Northern Star]o reported. The [Star]o added.", "Northern Star=2"),
        (
            "the [Northern Star]o, the [Southern Star]o. The [Star]o added.",
            "Northern Star=1; Southern Star=1; Star=1",
        ),
        ("[Bergen University]o opened. [Bergen]o had", "Bergen University=2"),
        ("the [Norwegian Fish Board]o; the [Fish Board]o", "Norwegian Fish Board=2"),
        ("the [Church of Tarn]o met. [Tarn]o said", "Church of Tarn=2"),
        ("the [Church of Tarn]o met in [Tarn]l.", "Church of Tarn=1; Tarn=1"),
        ("the [Society for Old Maps]o met. The [Society]o", "Society for Old Maps=2"),
    ] {
        assert_eq!(entities(text), expected, "{text}");
    }
}

#[test]
fn joins_spelling_variants_of_long_names_only() {
    assert_eq!(entities("[Petro Havrylenko]p spoke. [Havrilenko]p left."), "Petro Havrylenko=2");
    assert_eq!(entities("[Petro Hansen]p spoke. [Hanson]p left."), "Petro Hansen=1; Hanson=1");
    assert_eq!(entities("[Petro Brachtmann]p spoke. [Brauchtman]p left."), "Petro Brachtmann=2");
    assert_eq!(entities("the [Untied Farmers]o, the [United Farmers]o"), "Untied Farmers=2");
    assert_eq!(entities("[Austria]l and [Australia]l"), "Austria=1; Australia=1");
}

#[test]
fn names_the_entity_by_its_fullest_name_and_keeps_the_others() {
    let resolution = resolved("[Moss]p won. [Carla Moss]p thanked [Carla]p fans. [MOSS]p again, [Moss]p.");
    assert_eq!(resolution.entities[0].name, "Carla Moss");
    assert_eq!(resolution.entities[0].aliases, ["Moss", "Carla"]);
    assert_eq!(resolution.entities[0].mentions, [0, 1, 2, 3, 4]);
}

#[test]
fn gives_every_mention_the_kind_that_most_have() {
    let resolution = resolved("[Tarn]o grew. [Tarn]o hired. [Tarn]x fell. [Tarn]o rose.");
    assert!(resolution.names.iter().all(|name| name.kind == NameKind::Organization));
    assert_eq!(entities("[Tarn]l is a village. [Ida Tarn]p lives there."), "Tarn=1; Ida Tarn=1");
}

/// The names of a text, in which those marked with ! are the caller's own.
fn told(text: &str) -> Vec<String> {
    let (plain, mut names) = marked(&text.replace("!]", "]"));
    for (name, piece) in names.iter_mut().zip(text.split('[').skip(1)) {
        if piece.contains("!]") {
            *name = NameMention::certain(name.span, name.kind);
        }
    }
    let document = Document::read(&plain, &en::LANGUAGE);
    let (names, entities) = merge(&document, &en::LANGUAGE, names, &Trust::EVERYTHING);
    let tell =
        |name: &ResolvedName| format!("{} {} {}", name.span.of(&plain), name.kind.as_str(), name.entity);
    assert!(entities.iter().all(|entity| !entity.mentions.is_empty()));
    names.iter().map(tell).collect()
}

#[test]
fn believes_the_caller_more_than_any_number_of_mentions() {
    assert_eq!(
        told("[Gellert Mills]p, [GELLERT MILLS]p and [Gellert Mills!]o"),
        ["Gellert Mills organization 0", "GELLERT MILLS organization 0", "Gellert Mills organization 0"]
    );
}

#[test]
fn never_makes_one_of_two_kinds_that_the_caller_has_told() {
    assert_eq!(
        told("[Gellert Mills!]p and [GELLERT MILLS!]o"),
        ["Gellert Mills person 0", "GELLERT MILLS organization 1"]
    );
}
