//! One entity, all its mentions: which names of the article name the same thing.

use std::collections::HashMap;

use super::{Resolution, ResolvedEntity, ResolvedName};
use crate::lang::Language;
use crate::recognize::NameMention;
use crate::text::Document;

/// Groups the names into entities.
pub(super) fn merge(
    document: &Document,
    _language: &Language,
    names: Vec<NameMention>,
    resolution: &mut Resolution,
) {
    let mut by_name = HashMap::new();
    for (index, mention) in names.into_iter().enumerate() {
        let name = mention.span.of(document.text);
        let entity = *by_name.entry(name).or_insert_with(|| {
            resolution.entities.push(ResolvedEntity {
                kind: mention.kind,
                name: name.to_owned(),
                aliases: Vec::new(),
                roles: Vec::new(),
                mentions: Vec::new(),
            });
            resolution.entities.len() - 1
        });
        resolution.entities[entity].mentions.push(index);
        resolution.names.push(ResolvedName { span: mention.span, kind: mention.kind, entity });
    }
}
