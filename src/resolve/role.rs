//! What an entity is, in the article's own words: titles and appositions.
//!
//! "**Ukrainian President** Volodymyr Zelenskyy", "John Herbst, a **former ambassador to Ukraine**, said",
//! "TASS, **Russia's state-owned news agency**". A role is a span that ends or contains a noun of the list
//! of role nouns, and only such a phrase counts: "Smith, tired and hungry, left" gives none. Forms of
//! address ("Mr") say nothing of what somebody is and are left out.

use std::ops::Range;

use super::{Resolution, ResolvedName};
use crate::lang::Language;
use crate::lang::grammar::WordClass;
use crate::lang::role::{Bearer, RoleNoun};
use crate::recognize::NameKind;
use crate::text::{Document, TokenKind};

/// Longer titles before a name are sentences.
const LONGEST_TITLE: usize = 10;
/// The noun of an apposition comes soon.
const FIRST_WORDS: usize = 9;
/// Longer appositions are cut off by clauses; none of them is only a role.
const LONGEST_APPOSITION: usize = 28;

/// Adds the roles of all names, in text order.
pub(super) fn attach(document: &Document, language: &Language, resolution: &mut Resolution) {
    let mut reader = Reader { document, language, kinds: vec![None; document.tokens.len()] };
    let places: Vec<Range<usize>> = resolution.names.iter().map(|name| reader.place(name)).collect();
    for date in &resolution.dates {
        reader.kinds[document.tokens_of(date.span)].fill(Some(Occupant::Date));
    }
    let mut sentence = 0;
    for (name, place) in resolution.names.iter().zip(places) {
        while document.sentences.get(sentence).is_some_and(|next| next.tokens.end <= place.start) {
            sentence += 1;
        }
        let Some(bounds) = document.sentences.get(sentence).map(|sentence| sentence.tokens.clone()) else {
            break;
        };
        let Some(bearer) = bearer(name.kind) else { continue };
        let before = reader.title(&place, &bounds, bearer);
        let after = reader.apposition(&place, &bounds, bearer);
        let roles = &mut resolution.entities[name.entity].roles;
        roles.extend(before.into_iter().chain(after).map(|tokens| document.span(tokens)));
    }
}

/// What stands on a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Occupant {
    Name(NameKind),
    Date,
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    language: &'d Language,
    /// For every token.
    kinds: Vec<Option<Occupant>>,
}

impl Reader<'_, '_> {
    /// The tokens of a name, which are remembered as such.
    fn place(&mut self, name: &ResolvedName) -> Range<usize> {
        let tokens = self.document.tokens_of(name.span);
        self.kinds[tokens.clone()].fill(Some(Occupant::Name(name.kind)));
        tokens
    }

    /// The title that ends right before the name, or before the comma before it.
    fn title(&self, name: &Range<usize>, bounds: &Range<usize>, bearer: Bearer) -> Option<Range<usize>> {
        let mut head = name.start.checked_sub(1).filter(|&at| at >= bounds.start)?;
        let comma = self.document.word(head) == ",";
        if comma {
            let closed =
                name.end == bounds.end || matches!(self.document.word(name.end), "," | "." | ";" | "—" | "–");
            head = head.checked_sub(1).filter(|&at| closed && at >= bounds.start)?;
        }
        if self.noun(head)?.bearer != bearer || self.is_name(head) {
            return None;
        }
        let stop = bounds.start.max(head.saturating_sub(LONGEST_TITLE));
        let mut start = head;
        while start > stop && self.is_title_part(start - 1) {
            start -= 1;
        }
        while start < head && self.is_joint(start) {
            start += 1;
        }
        // After a comma only a full phrase names a role: "the mayor, Ana Ruiz, said".
        let opened = start > bounds.start && self.opens(start - 1);
        let owned = (start..head).any(|at| self.document.normal(at) == "'s");
        (!comma || opened || owned).then_some(start..head + 1)
    }

    /// Whether token `at` can stand inside a title, left of its noun.
    fn is_title_part(&self, at: usize) -> bool {
        let word = self.document.normal(at).trim_end_matches('.');
        match self.kinds[at] {
            Some(Occupant::Date) => return false,
            Some(Occupant::Name(kind)) => return kind != NameKind::Person || self.is_owner(at),
            None => {}
        }
        if self.is_joint(at) {
            return true;
        }
        let titles = &self.language.titles;
        let known = titles.nouns.has(word) || titles.modifiers.has(word);
        let capital = self.document.word(at).starts_with(char::is_uppercase);
        let is_word = self.document.kind(at) == Some(TokenKind::Word) && self.class(at).is_none();
        is_word && (known || capital || self.is_noun_like(word))
    }

    /// A lower-case word that is rather a noun or adjective than a verb.
    fn is_noun_like(&self, word: &str) -> bool {
        let grammar = &self.language.grammar;
        !(word.ends_with(grammar.participle_ending)
            || grammar.verbal_endings.iter().any(|end| word.ends_with(end)))
    }

    /// The apposition that begins after the name: ", 42, the mayor of Lund,".
    fn apposition(&self, name: &Range<usize>, bounds: &Range<usize>, bearer: Bearer) -> Option<Range<usize>> {
        let word = |at: usize| if at < bounds.end { self.document.word(at) } else { "" };
        let mut start = name.end;
        if word(start) != "," {
            return None;
        }
        start += 1;
        if self.document.kind(start) == Some(TokenKind::Number) && word(start + 1) == "," {
            start += 2;
        }
        while start < bounds.end
            && (self.opens_without_owner(start) || self.class(start) == Some(WordClass::Adverb))
        {
            start += 1;
        }
        let head = self.apposition_head(start, bounds.end)?;
        if self.noun(head)?.bearer != bearer {
            return None;
        }
        let end = self.apposition_end(head + 1, bounds.end)?;
        Some(start..end)
    }

    /// The first noun that can carry the apposition.
    fn apposition_head(&self, start: usize, end: usize) -> Option<usize> {
        let mut head = None;
        for at in start..end.min(start + FIRST_WORDS) {
            let plain = self.document.kind(at) == Some(TokenKind::Word)
                && matches!(self.class(at), None | Some(WordClass::Possessive));
            if !plain && !self.is_joint(at) {
                break;
            }
            let owner = self.document.normal(at + 1) == "'s";
            if self.noun(at).is_some() && !self.is_name(at) && !owner {
                head = Some(at);
            }
        }
        head
    }

    /// Where the apposition ends: at the mark that closes it, before a date; `None` if a verb comes first,
    /// for then it was no apposition.
    fn apposition_end(&self, head_end: usize, bound: usize) -> Option<usize> {
        let limit = bound.min(head_end + LONGEST_APPOSITION);
        let mut at = head_end;
        while at < limit {
            let closes = self.document.kind(at) == Some(TokenKind::Mark) && !self.is_joint(at);
            if closes || self.kinds[at] == Some(Occupant::Date) || self.class(at) == Some(WordClass::Relative)
            {
                break;
            }
            let follows_head = at == head_end && self.kinds[at] == Some(Occupant::Name(NameKind::Person));
            let is_verb =
                matches!(self.class(at), Some(WordClass::Verb | WordClass::Auxiliary | WordClass::Pronoun));
            if follows_head || is_verb {
                return None;
            }
            if self.class(at) == Some(WordClass::Conjunction)
                && self.apposition_head(self.skip(at + 1, limit), limit).is_none()
            {
                break;
            }
            at += 1;
        }
        if at == limit && limit < bound {
            return None;
        }
        while at > head_end && self.class(at - 1) == Some(WordClass::Preposition) {
            at -= 1;
        }
        Some(at)
    }

    /// Past articles and adverbs.
    fn skip(&self, mut at: usize, end: usize) -> usize {
        while at < end && (self.opens(at) || self.class(at) == Some(WordClass::Adverb)) {
            at += 1;
        }
        at
    }

    fn noun(&self, at: usize) -> Option<&RoleNoun> {
        self.language.titles.nouns.get(self.document.normal(at).trim_end_matches('.'))
    }

    fn is_name(&self, at: usize) -> bool {
        matches!(self.kinds[at], Some(Occupant::Name(_)))
    }

    /// Whether the name at `at` owns what follows: "Putin's".
    fn is_owner(&self, mut at: usize) -> bool {
        while at < self.kinds.len() && self.is_name(at) {
            at += 1;
        }
        self.document.normal(at) == "'s"
    }

    fn opens(&self, at: usize) -> bool {
        matches!(self.class(at), Some(WordClass::Determiner | WordClass::Possessive))
    }

    fn opens_without_owner(&self, at: usize) -> bool {
        self.class(at) == Some(WordClass::Determiner)
    }

    /// A hyphen or possessive inside a phrase.
    fn is_joint(&self, at: usize) -> bool {
        let word = self.document.normal(at);
        self.document.is_glued(at) && matches!(word, "-" | "‐" | "‑" | "/" | "'s" | "'")
    }

    fn class(&self, at: usize) -> Option<WordClass> {
        self.language.grammar.class(self.document.normal(at))
    }
}

/// What nouns describe names of this kind.
fn bearer(kind: NameKind) -> Option<Bearer> {
    match kind {
        NameKind::Person => Some(Bearer::Person),
        NameKind::Organization => Some(Bearer::Organization),
        NameKind::Place => Some(Bearer::Place),
        NameKind::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::en;
    use crate::recognize::NameMention;
    use crate::resolve::{Trust, entity};
    use crate::text::Span;

    /// The roles of the first name among `names` (each with the first letter of its kind).
    fn roles(text: &str, names: &[(&str, NameKind)]) -> Vec<String> {
        let document = Document::read(text, &en::LANGUAGE);
        let mut mentions: Vec<NameMention> = names
            .iter()
            .map(|&(name, kind)| {
                let start = text.find(name).expect("the name is in the text");
                NameMention::found(Span::new(start, start + name.len()), kind)
            })
            .collect();
        mentions.sort_by_key(|name| name.span);
        let (found, entities) = entity::merge(&document, &en::LANGUAGE, mentions, &Trust::EVERYTHING);
        let mut resolution = Resolution { names: found, entities, ..Resolution::default() };
        attach(&document, &en::LANGUAGE, &mut resolution);
        let entity = resolution.entities.iter().find(|entity| entity.name == names[0].0);
        entity
            .expect("the first name has an entity")
            .roles
            .iter()
            .map(|role| role.of(text).to_owned())
            .collect()
    }

    use NameKind::{Organization, Other, Person, Place};

    #[test]
    fn takes_titles_before_a_name() {
        for (text, expected) in [
            ("Officials said Norwegian President Ada Moss spoke.", &["Norwegian President"][..]),
            ("The former deputy prime minister Ada Moss left.", &["former deputy prime minister"]),
            ("Police praised General Ada Moss.", &["General"]),
            ("The company's chief executive, Ada Moss, resigned.", &["company's chief executive"]),
            ("He met Ada Moss.", &[]),
            ("Mrs. Ada Moss left.", &[]),
            ("According to the president, Ada Moss has left.", &[]),
        ] {
            assert_eq!(roles(text, &[("Ada Moss", Person)]), expected, "{text}");
        }
        let names = [("Ada Moss", Person), ("Norwegian", Other)];
        assert_eq!(roles("The Norwegian minister Ada Moss left.", &names), ["Norwegian minister"]);
    }

    #[test]
    fn takes_appositions_after_a_name() {
        for (text, expected) in [
            ("Ada Moss, a former judge in Lund, said so.", &["former judge in Lund"][..]),
            ("Ada Moss, 42, the mayor of Lund, said so.", &["mayor of Lund"]),
            (
                "Ada Moss, once a nurse and now head of a large clinic, left.",
                &["nurse and now head of a large clinic"],
            ),
            ("Ada Moss, tired and hungry, left.", &[]),
            ("After Ada Moss, the president spoke.", &[]),
        ] {
            assert_eq!(roles(text, &[("Ada Moss", Person)]), expected, "{text}");
        }
        let names = [("Ada Moss", Person), ("Bo Tarn", Person)];
        assert_eq!(roles("With Ada Moss, coach Bo Tarn went home.", &names), Vec::<String>::new());
    }

    #[test]
    fn says_what_organisations_and_places_are() {
        let names = [("Nordnytt", Organization), ("Norway", Place)];
        let text = "He told Nordnytt, Norway's oldest news agency, that it was over.";
        assert_eq!(roles(text, &names), ["Norway's oldest news agency"]);
        assert_eq!(roles("Lund, a city in the south, slept.", &[("Lund", Place)]), ["city in the south"]);
    }
}
