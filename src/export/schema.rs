//! schema.org as JSON-LD: the `NewsArticle`, what it is about and mentions, whom it quotes.
//!
//! `about` holds the three things that the article names most often, each at least twice; all others are `mentions`.
//! Quotations are those whose words stand in the text; reported speech is none. A speaker who is none of the
//! entities has a name and no type, for the words alone do not tell. No `ClaimReview`: no verdict is given here.
//! It can be put into a page as it is: no `</script>` of the text survives (see `write`).

use super::Doc;
use super::write::{Json, decimal};
use crate::analysis::{Analysis, AttributionKind, Entity, NameKind, Party, Place};

/// What an article is about, at most.
const ABOUT: usize = 3;
/// Named less often, a thing is only mentioned.
const LEAST_ABOUT: usize = 2;

pub fn write(doc: &Doc) -> String {
    let analysis = &doc.analysis;
    let mut json = Json::default();
    json.open('{');
    json.field("@context", "https://schema.org");
    json.field("@type", "NewsArticle");
    json.field("identifier", &doc.named_by_hash());
    json.known("inLanguage", (analysis.language == "en").then_some("en"));
    json.known("datePublished", analysis.published.as_deref());
    let about = about(analysis);
    let is_about = |index: &usize| about.contains(index);
    things(doc, "about", about.iter().copied(), &mut json);
    things(doc, "mentions", (0..analysis.entities.len()).filter(|index| !is_about(index)), &mut json);
    quotations(doc, &mut json);
    json.close('}');
    json.out.push('\n');
    json.out
}

/// The few that are named most, the first among equals.
fn about(analysis: &Analysis) -> Vec<usize> {
    let mut about: Vec<usize> = Vec::new();
    while about.len() < ABOUT {
        let others = (0..analysis.entities.len()).rev().filter(|index| !about.contains(index));
        let most = others.max_by_key(|&index| analysis.entities[index].mentions.len());
        match most.filter(|&index| analysis.entities[index].mentions.len() >= LEAST_ABOUT) {
            Some(index) => about.push(index),
            None => break,
        }
    }
    about
}

fn things(doc: &Doc, key: &str, indices: impl Iterator<Item = usize>, json: &mut Json) {
    let mut indices = indices.peekable();
    if indices.peek().is_some() {
        json.key(key).open('[');
        indices.for_each(|index| thing(doc, index, json));
        json.close(']');
    }
}

fn thing(doc: &Doc, index: usize, json: &mut Json) {
    let entity: &Entity = &doc.analysis.entities[index];
    json.open('{');
    identity(doc, index, json);
    json.list("alternateName", &entity.aliases);
    let roles: Vec<String> = entity.roles.iter().map(|&role| doc.words_of(role)).collect();
    json.list(if entity.kind == NameKind::Person { "jobTitle" } else { "description" }, &roles);
    if let Some(place) = entity.place.as_ref().filter(|_| entity.kind == NameKind::Place) {
        position(place, json);
    }
    json.close('}');
}

fn position(place: &Place, json: &mut Json) {
    json.key("geo").open('{');
    json.field("@type", "GeoCoordinates");
    json.key("latitude").raw(&decimal(place.lat));
    json.key("longitude").raw(&decimal(place.lon));
    json.known("addressCountry", place.country.as_deref());
    json.close('}');
}

fn quotations(doc: &Doc, json: &mut Json) {
    let spoken = doc.analysis.attributions.iter().filter(|said| said.kind != AttributionKind::Indirect);
    let mut spoken = spoken.peekable();
    if spoken.peek().is_none() {
        return;
    }
    json.key("hasPart").open('[');
    for attribution in spoken {
        json.open('{');
        json.field("@type", "Quotation");
        json.field("text", &doc.said(attribution));
        if let Some(Party { start, end, entity }) = attribution.speaker {
            json.key("spokenByCharacter").open('{');
            match entity {
                Some(index) => identity(doc, index, json),
                None => json.field("name", &doc.words(start, end)),
            }
            json.close('}');
        }
        json.close('}');
    }
    json.close(']');
}

/// The same node wherever it is spoken of.
fn identity(doc: &Doc, index: usize, json: &mut Json) {
    let entity = &doc.analysis.entities[index];
    json.field("@id", &["#e", &index.to_string()].concat());
    json.field(
        "@type",
        match entity.kind {
            NameKind::Person => "Person",
            NameKind::Place => "Place",
            NameKind::Organization => "Organization",
            NameKind::Other => "Thing",
        },
    );
    json.field("name", &entity.name);
}
