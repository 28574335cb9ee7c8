//! Whom sentences with marked names mean where they name nobody.

use crate::lang::en;
use crate::recognize::NameMention;
use crate::resolve::marked::marked;
use crate::resolve::{Mentions, Resolution, Trust, resolve};
use crate::text::{Document, Span};

fn resolved(plain: &str, names: Vec<NameMention>) -> Resolution {
    let document = Document::read(plain, &en::LANGUAGE);
    let mentions = Mentions { names, figures: Vec::new(), dates: Vec::new() };
    resolve(&document, &en::LANGUAGE, mentions, &Trust::EVERYTHING)
}

/// Every reference as "words=entity", in text order.
fn references(text: &str) -> String {
    let (plain, names) = marked(text);
    let resolution = resolved(&plain, names);
    let mut found: Vec<(Span, &str)> = Vec::new();
    for entity in &resolution.entities {
        found.extend(entity.references.iter().map(|reference| (reference.span, entity.name.as_str())));
    }
    found.sort();
    found.iter().map(|(span, name)| format!("{}={name}", span.of(&plain))).collect::<Vec<_>>().join("; ")
}

#[test]
fn gives_pronouns_to_whom_gender_allows() {
    for (text, expected) in [
        ("[Carla Moss]p met [Peter Tarn]p. He was late.", "He=Peter Tarn"),
        ("[Carla Moss]p met [Peter Tarn]p. She was late.", "She=Carla Moss"),
        ("Mr. [Moss]p met Mrs. [Tarn]p, and she thanked him.", "she=Tarn; him=Moss"),
        ("Actress [Kim Moss]p met [Ren Tarn]p. She sang.", "She=Kim Moss"),
        ("[Kim Moss]p, a mother of two, met the actor [Ren Tarn]p. She sang.", "She=Kim Moss"),
        ("[Carla Moss]p resigned on Monday. He did not.", ""),
    ] {
        assert_eq!(references(text), expected, "{text}");
    }
}

#[test]
fn lets_the_form_of_a_pronoun_choose_its_part() {
    for (text, expected) in [
        ("[Peter Moss]p told [Paul Tarn]p about the fire. He then left.", "He=Peter Moss"),
        ("[Peter Moss]p sold his house to [Paul Tarn]p.", "his=Peter Moss"),
        ("[Peter Moss]p has gone. [Paul Tarn]p thanked him.", "him=Peter Moss"),
        ("[Carla Moss]p praised [Anna Tarn]p for her courage.", "her=Anna Tarn"),
        ("[Carla Moss]p hurt herself when [Anna Tarn]p fell.", "herself=Carla Moss"),
    ] {
        assert_eq!(references(text), expected, "{text}");
    }
}

#[test]
fn finds_whom_the_sentence_names_only_later() {
    assert_eq!(references("When he arrived, [Peter Moss]p was told to wait."), "he=Peter Moss");
    assert_eq!(references("In her letter, [Carla Moss]p asked for more time."), "her=Carla Moss");
}

#[test]
fn keeps_a_chain_of_pronouns_together() {
    let text =
        "[Carla Moss]p wrote to [Anna Tarn]p in May. She offered her help. She has not heard from her since.";
    let expected = "She=Carla Moss; her=Carla Moss; She=Carla Moss; her=Anna Tarn";
    let found = references(text);
    assert!(found.starts_with("She=Carla Moss; her=Carla Moss; She=Carla Moss"), "{found}, not {expected}");
}

#[test]
fn does_not_take_the_speaker_for_whom_the_quotation_is_about() {
    let text = "[Peter Moss]p resigned. “He was tired,” [Paul Tarn]p said.";
    assert_eq!(references(text), "He=Peter Moss");
}

#[test]
fn passes_over_those_who_are_named_only_in_brackets() {
    let text =
        "[Peter Moss]p opened the bridge (photo by [PAUL TARN]p for [Nordnytt]o). He praised the workers.";
    assert_eq!(references(text), "He=Peter Moss");
}

#[test]
fn gives_a_role_to_the_one_who_bears_it() {
    for (text, expected) in [
        ("[Carla Moss]p, the mayor of [Lund]l, spoke. The mayor said no.", "mayor=Carla Moss"),
        (
            "[Norwegian]x President [Carla Moss]p left. The [Norwegian]x leader said no.",
            "Norwegian leader=Carla Moss",
        ),
        ("President [Carla Moss]p of [Norway]l left. The [Danish]x president stayed.", ""),
        ("He works for [Tarn Bank]o. On Friday the bank lost its licence.", "bank=Tarn Bank"),
        ("Former mayor [Carla Moss]p left. The mayor stayed.", ""),
        ("Mayor [Carla Moss]p met mayor [Peter Tarn]p. The mayor was late.", ""),
        ("Mayor [Carla Moss]p left. A mayor from the north came. The mayor stayed.", ""),
        ("Mayor [Carla Moss]p left. The mayor of [Oslo]l stayed.", ""),
        ("Mayor [Carla Moss]p left. The mayor [Peter Tarn]p stayed.", ""),
        ("Mayor [Carla Moss]p left. The mayor who lost stayed.", ""),
        ("The mayor spoke. Mayor [Carla Moss]p left.", ""),
    ] {
        assert_eq!(references(text), expected, "{text}");
    }
}

#[test]
fn says_which_rule_found_a_reference() {
    use super::ReferenceRule::{EarlierSentence, LaterName, SameRole, SameSentence, WiderRole};
    let (plain, names) = marked(
        "After he won, President [Peter Moss]p sold his car. The president left. The leader sighed. He slept.",
    );
    let resolution = resolved(&plain, names);
    let rules: Vec<_> = resolution.entities[0].references.iter().map(|reference| reference.rule).collect();
    assert_eq!(rules, [LaterName, SameSentence, SameRole, WiderRole, EarlierSentence]);
}
