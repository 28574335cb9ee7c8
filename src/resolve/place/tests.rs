use super::*;
use crate::lang::en;
use crate::recognize::NameMention;
use crate::resolve::{Mentions, Trust, resolve};
use crate::text::Span;

/// The places of a text whose names are marked: "[Paris]" a place, "{French}" another name, "<Texas Rangers>"
/// an organisation.
fn places(marked: &str) -> Vec<(String, Option<ResolvedPlace>)> {
    let (mut text, mut names, mut start) = (String::new(), Vec::new(), 0);
    for character in marked.chars() {
        let kind = match character {
            '[' | '{' | '<' => {
                start = text.len();
                continue;
            }
            ']' => NameKind::Place,
            '}' => NameKind::Other,
            '>' => NameKind::Organization,
            other => {
                text.push(other);
                continue;
            }
        };
        names.push(NameMention::found(Span::new(start, text.len()), kind));
    }
    let document = Document::read(&text, &en::LANGUAGE);
    let gazetteer = Gazetteer::load(en::PLACES).expect("the file in the library is whole");
    let mentions = Mentions { names, figures: Vec::new(), dates: Vec::new() };
    let mut resolution = resolve(&document, &en::LANGUAGE, mentions, &Trust::EVERYTHING);
    locate(&document, &en::LANGUAGE, &gazetteer, &mut resolution);
    resolution.entities.into_iter().map(|entity| (entity.name, entity.place)).collect()
}

/// Of one name: its country, degrees and rule.
fn place(marked: &str, name: &str) -> Option<(String, i64, i64, PlaceRule)> {
    let (_, place) = places(marked).into_iter().find(|(known, _)| known == name).expect("the name is marked");
    let place = place?;
    let (lat, lon) = (place.lat.round() as i64, place.lon.round() as i64);
    Some((place.country.unwrap_or_default(), lat, lon, place.rule))
}

fn expect(marked: &str, name: &str, country: &str, (lat, lon): (i64, i64), rule: PlaceRule) {
    assert_eq!(place(marked, name), Some((country.to_owned(), lat, lon, rule)), "{name} in {marked}");
}

#[test]
fn takes_the_region_or_country_right_behind_the_name() {
    expect("A barn burned in [Paris], [Texas].", "Paris", "US", (34, -96), PlaceRule::SaidBehind);
    expect("A barn burned in [Paris], [Tex]. on Monday.", "Paris", "US", (34, -96), PlaceRule::SaidBehind);
    expect("Rain fell on [London] ([Canada]).", "London", "CA", (43, -81), PlaceRule::SaidBehind);
    expect("Snow fell in [Buffalo], [New York].", "New York", "US", (43, -76), PlaceRule::Surroundings);
}

#[test]
fn knows_a_list_from_a_region_behind_a_town() {
    let text = "It sells in [Paris], [Texas], [Ohio] and [Utah].";
    assert_eq!(place(text, "Paris").map(|place| place.0), Some("FR".to_owned()));
    let text = "Polls opened in [Oregon], [Washington], [Ohio] and [Utah].";
    assert_ne!(place(text, "Washington").map(|place| place.3), Some(PlaceRule::SaidBehind));
}

#[test]
fn puts_a_town_nowhere_that_the_text_puts_where_none_is_known() {
    assert_eq!(place("The mayor of [Toronto], [Texas], resigned.", "Toronto"), None);
}

#[test]
fn puts_an_unknown_town_into_the_middle_of_a_small_region_behind_it() {
    expect("A mill closed in [Elmhollow], [Ky].", "Elmhollow", "US", (38, -86), PlaceRule::Within);
    assert_eq!(place("A mill closed in [Elmhollow], [Texas].", "Elmhollow"), None);
    assert_eq!(place("A mill closed in [Elmhollow], [Peru].", "Elmhollow"), None);
}

#[test]
fn lets_the_article_decide_between_namesakes() {
    let text = "[Cambridge] lost power. <Massachusetts State Police> closed roads to [Boston].";
    expect(text, "Cambridge", "US", (42, -71), PlaceRule::Surroundings);
    let text = "[Cambridge] lost power. Roads to [Norwich] and across [England] were closed.";
    expect(text, "Cambridge", "GB", (52, 0), PlaceRule::Surroundings);
    expect(
        "Voters in [Georgia] and in [Atlanta], {American} papers say.",
        "Georgia",
        "US",
        (33, -83),
        PlaceRule::Surroundings,
    );
}

#[test]
fn is_not_sure_of_the_largest_of_several() {
    let found = places("A train stopped in [Birmingham].");
    let place = found[0].1.as_ref().expect("known");
    assert_eq!((place.country.as_deref(), place.certainty), (Some("GB"), Certainty::Likely));
    assert!(place.population.is_some_and(|people| people > 800_000));
}

#[test]
fn relates_a_nationality_to_its_country() {
    expect("A {Kenyan} runner won.", "Kenyan", "KE", (1, 38), PlaceRule::People);
    expect("Many {Germans} stayed at home.", "Germans", "DE", (51, 9), PlaceRule::People);
    expect("An {Asian} market fell.", "Asian", "", (30, 89), PlaceRule::People);
}

#[test]
fn reads_parts_and_the_nouns_beside_a_name() {
    expect("Floods hit northern [Kenya].", "Kenya", "KE", (1, 38), PlaceRule::OnlyOne);
    expect("Floods hit [northern Kenya].", "northern Kenya", "KE", (1, 38), PlaceRule::Part);
    expect("It began in [Sichuan province].", "Sichuan province", "CN", (30, 103), PlaceRule::OnlyOne);
    expect("It began in the [City of Leeds].", "City of Leeds", "GB", (54, -2), PlaceRule::OnlyOne);
    assert_eq!(place("The sheriff of [Leeds County] left.", "Leeds County"), None);
}

#[test]
fn puts_a_building_where_the_city_is_whose_name_it_bears() {
    let text = "In [Nairobi] prices rose. [Nairobi Hospital] charges more.";
    expect(text, "Nairobi Hospital", "KE", (-1, 37), PlaceRule::NamedAfter);
    assert_eq!(place("[Nairobi Hospital] charges more.", "Nairobi Hospital"), None);
}

#[test]
fn makes_no_guess_of_unknown_names_and_gives_organisations_no_place() {
    assert_eq!(place("They met at [Qwerty Hollow] in [Kenya].", "Qwerty Hollow"), None);
    assert_eq!(place("<Kenya Airways> grew in [Kenya].", "Kenya Airways"), None);
}
