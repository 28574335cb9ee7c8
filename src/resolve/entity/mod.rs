//! One entity, all its mentions: which names of the article name the same thing.
//!
//! "Donald Trump", "Trump" and "TRUMP" are one person, "World Health Organization (WHO)" and "WHO" one
//! body. Mentions are first gathered into [`Form`]s (ways of writing); the passes below then join forms.
//! Each pass is a rule with a name, looks things up in hash maps and is linear in the mentions. Where
//! the text leaves a doubt the forms stay apart: two entities too many are a lesser harm than two people
//! made one. No knowledge of the world is used beyond second names of countries and cities.

mod build;
mod form;
mod group;
mod person;
mod spelling;
#[cfg(test)]
mod tests;
mod thing;

use std::collections::HashMap;
use std::ops::Range;

use self::form::{Form, fold};
use self::group::Groups;
use super::{ResolvedEntity, ResolvedName, Trust};
use crate::lang::Language;
use crate::recognize::{Chances, NameKind, NameMention, Origin};
use crate::text::{Document, Span};

/// A mention with its tokens and the form it uses.
struct Mention {
    pub span: Span,
    pub kind: NameKind,
    pub tokens: Range<usize>,
    pub form: usize,
    pub chances: Chances,
    pub origin: Origin,
}

/// All names of the document, by mention and by form.
struct Names<'d, 't> {
    pub document: &'d Document<'t>,
    pub language: &'d Language,
    pub mentions: Vec<Mention>,
    pub forms: Vec<Form>,
    /// Key of a form -> the forms that have it, at most one of each kind.
    by_key: HashMap<String, Vec<usize>>,
}

/// Groups the names into entities.
pub(super) fn merge(
    document: &Document,
    language: &Language,
    names: Vec<NameMention>,
    trust: &Trust,
) -> (Vec<ResolvedName>, Vec<ResolvedEntity>) {
    let mut names = Names::gather(document, language, names);
    let told = names.forms.iter().map(|form| form.is_told.then_some(form.kind)).collect();
    let mut groups = Groups::new(told);
    join(&mut names, &mut groups);
    build::entities(&names, &mut groups, trust)
}

/// The rules, in order; each line says why it stands where it does.
fn join(names: &mut Names, groups: &mut Groups) {
    thing::join_kinds(names, groups); // first: later rules look one form up and must meet its other kinds too
    thing::join_ends_of_persons(names, groups); // next to it: mends the same slips
    thing::join_second_names(names, groups); // before short forms: "US" must not be taken for one of another name
    thing::join_definitions(names, groups); // before acronyms are guessed: the article says it itself
    thing::join_acronyms(names, groups); // after definitions, which take the acronyms that they define
    thing::join_legal_forms(names, groups); // before short forms: "Apple Inc." is no longer name than "Apple"
    thing::join_short_forms(names, groups); // needs to know which long names are one
    thing::join_plurals(names, groups); // independent of the others
    person::join(names, groups); // independent of the things
    spelling::join(names, groups); // last: only what no other rule could place
}

impl<'d, 't> Names<'d, 't> {
    fn gather(document: &'d Document<'t>, language: &'d Language, names: Vec<NameMention>) -> Self {
        let mut gathered =
            Self { document, language, mentions: Vec::new(), forms: Vec::new(), by_key: HashMap::new() };
        for NameMention { span, kind, chances, origin } in names {
            let start = document.tokens.partition_point(|token| token.span.end <= span.start);
            let end = document.tokens.partition_point(|token| token.span.start < span.end);
            let tokens = start..end.max(start);
            let form = gathered.form_of(fold(document, language, tokens.clone(), kind), kind);
            gathered.forms[form].mentions.push(gathered.mentions.len());
            gathered.forms[form].is_told |= origin != Origin::Found;
            gathered.mentions.push(Mention { span, kind, tokens, form, chances, origin });
        }
        gathered
    }

    /// The form of these words and kind, made if it is new.
    fn form_of(&mut self, words: Vec<String>, kind: NameKind) -> usize {
        let form = Form { words, kind, mentions: Vec::new(), is_told: false };
        let known = self.by_key.entry(form.key()).or_default();
        if let Some(&index) = known.iter().find(|&&index| self.forms[index].kind == kind) {
            return index;
        }
        known.push(self.forms.len());
        self.forms.push(form);
        self.forms.len() - 1
    }

    /// The forms with this key, one of each kind.
    pub fn with_key(&self, key: &str) -> &[usize] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }

    /// The token before mention `index`, in lower case without its full stop; "" at the start.
    pub fn word_before(&self, index: usize) -> &str {
        let start = self.mentions[index].tokens.start;
        if start == 0 { "" } else { self.document.normal(start - 1).trim_end_matches('.') }
    }
}
