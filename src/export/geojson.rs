//! GeoJSON (RFC 7946): what has a place, as a point with its mentions.
//!
//! A nationality is where its country is, and says so by its kind. Positions are longitude, latitude. Mentions are
//! in code points. Coordinates that lie on no globe make a feature without a geometry, as the standard has it.

use super::Doc;
use super::serialize::word;
use super::write::{Json, decimal};
use crate::analysis::Place;

pub fn write(doc: &Doc) -> String {
    let mut json = Json::default();
    json.open('{');
    json.field("type", "FeatureCollection");
    json.key("features").open('[');
    for (index, entity) in doc.analysis.entities.iter().enumerate() {
        let Some(place) = &entity.place else { continue };
        json.open('{');
        json.field("type", "Feature");
        json.field("id", &["e", &index.to_string()].concat());
        geometry(place, &mut json);
        json.key("properties").open('{');
        json.field("name", &entity.name);
        json.field("kind", entity.kind.as_str());
        json.known("country", place.country.as_deref());
        if let Some(many) = place.population {
            json.key("population").raw(&many.to_string());
        }
        json.field("certainty", &word(&place.certainty));
        json.field("rule", &word(&place.rule));
        json.key("count").number(entity.mentions.len());
        json.key("mentions").open('[');
        for &mention in &entity.mentions {
            let name = &doc.analysis.names[mention];
            json.open('{');
            json.field("words", &doc.words(name.start, name.end));
            json.key("start").number(doc.chars.convert(name.start));
            json.key("end").number(doc.chars.convert(name.end));
            json.close('}');
        }
        json.close(']');
        json.close('}');
        json.close('}');
    }
    json.close(']');
    json.close('}');
    json.out.push('\n');
    json.out
}

fn geometry(place: &Place, json: &mut Json) {
    json.key("geometry");
    if !((-90.0..=90.0).contains(&place.lat) && (-180.0..=180.0).contains(&place.lon)) {
        return json.raw("null");
    }
    json.open('{');
    json.field("type", "Point");
    json.key("coordinates").open('[');
    json.raw(&decimal(place.lon));
    json.raw(&decimal(place.lat));
    json.close(']');
    json.close('}');
}
