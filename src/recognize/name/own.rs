//! Names that the caller knows better than the model: some to add, some of another kind, some that are none.
//!
//! A text is compared token by token: written with a capital it stands for itself alone ("Apple" is not
//! "apple"), all in lower case for every way to write it. A leading article and a closing 's are no part of
//! it, as of any name. Of two texts that begin at the same word the longer counts.
//!
//! All texts are kept in one tree of words, so that a thousand of them cost no more than one.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use crate::error::Error;
use crate::lang::{Language, en};
use crate::recognize::{NameKind, NameMention, Origin};
use crate::text::Document;

/// Longer texts are no names; bounds what one word of an article can cost.
const LONGEST: usize = 200;

/// The root of the tree.
const ROOT: u32 = 0;

/// Names that the caller knows better than the analyzer. Its word counts, and their confidence is 1.
///
/// ```
/// use article_analyzer::{Analyzer, Options, OwnNames};
///
/// let names = OwnNames::english().with_added("Port Sella", "place")?.with_ignored("Lucky")?;
/// let options = Options::default().with_names(names);
/// let analysis = Analyzer::english().analyze("Port Sella's Lucky cat came home.", &options);
/// assert_eq!((analysis.names.len(), analysis.names[0].confidence), (1, 1.0));
/// # Ok::<(), article_analyzer::Error>(())
/// ```
#[derive(Clone)]
pub struct OwnNames {
    language: &'static Language,
    /// Words of the texts, numbered.
    words: HashMap<String, u32>,
    /// (place in the tree, word) -> place in the tree.
    steps: HashMap<(u32, u32), u32>,
    /// What the texts that end at each place are.
    ends: Vec<End>,
    count: usize,
}

/// What texts of the same words, in this or that case, are.
#[derive(Clone, Default)]
struct End {
    as_written: HashMap<String, Rule>,
    in_any_case: Option<Rule>,
}

/// What is to become of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// It is a name wherever it stands.
    Add(NameKind),
    /// Where it is found as a name, it is one of this kind.
    Retype(NameKind),
    /// It is no name.
    Ignore,
}

impl OwnNames {
    /// None yet, for English articles.
    pub fn english() -> Self {
        Self {
            language: &en::LANGUAGE,
            words: HashMap::new(),
            steps: HashMap::new(),
            ends: vec![End::default()],
            count: 0,
        }
    }

    /// `text` is a name of this kind (`"person"`, `"place"`, `"organization"` or `"other"`) wherever it stands.
    ///
    /// # Errors
    /// A text without a word or of more than two hundred characters, another kind, or a text that has another
    /// rule already.
    pub fn with_added(self, text: &str, kind: &str) -> Result<Self, Error> {
        let rule = Rule::Add(known(kind)?);
        self.with(text, rule)
    }

    /// Where `text` is found as a name, it is one of this kind.
    ///
    /// # Errors
    /// As for [`Self::with_added`].
    pub fn with_retyped(self, text: &str, kind: &str) -> Result<Self, Error> {
        let rule = Rule::Retype(known(kind)?);
        self.with(text, rule)
    }

    /// `text` is no name. Longer names that contain it stay.
    ///
    /// # Errors
    /// As for [`Self::with_added`].
    pub fn with_ignored(self, text: &str) -> Result<Self, Error> {
        self.with(text, Rule::Ignore)
    }

    fn with(mut self, text: &str, rule: Rule) -> Result<Self, Error> {
        if text.chars().count() > LONGEST {
            return Err(Error::new(format!("a text of more than {LONGEST} characters is no name: {text:?}")));
        }
        let document = Document::read(text, self.language);
        let tokens = self.trimmed(&document, 0..document.tokens.len());
        if tokens.is_empty() {
            return Err(Error::new(format!("{text:?} has no word that could be a name")));
        }
        let place = tokens.clone().fold(ROOT, |place, token| self.extend(place, key(&document, token)));
        let written = written(&document, tokens);
        let end = &mut self.ends[place as usize];
        let known = if written.contains(char::is_uppercase) {
            end.as_written.insert(written, rule)
        } else {
            end.in_any_case.replace(rule)
        };
        match known {
            Some(other) if other != rule => {
                Err(Error::new(format!("{text:?} is listed twice, {other} and {rule}")))
            }
            _ => {
                self.count += 1;
                Ok(self)
            }
        }
    }

    /// The place after `place` by this word, made if it is new.
    fn extend(&mut self, place: u32, word: &str) -> u32 {
        let next = self.words.len() as u32;
        let word = *self.words.entry(word.to_owned()).or_insert(next);
        *self.steps.entry((place, word)).or_insert_with(|| {
            self.ends.push(End::default());
            self.ends.len() as u32 - 1
        })
    }

    /// The names found, with the caller's own before them, in text order.
    pub(crate) fn apply(&self, document: &Document, found: Vec<NameMention>) -> Vec<NameMention> {
        if self.count == 0 {
            return found;
        }
        let mut names = self.find(document);
        let own: Vec<_> = names.iter().map(|name| name.span).collect();
        let is_free = |name: &NameMention| {
            let next = own.partition_point(|span| span.end <= name.span.start);
            own.get(next).is_none_or(|span| !span.overlaps(name.span))
        };
        let left = found.into_iter().filter(is_free);
        names.extend(left.filter_map(|name| self.judge(document, name)));
        names.sort_by_key(|name| name.span);
        names
    }

    /// Every place where a text to be added stands, within a sentence.
    fn find(&self, document: &Document) -> Vec<NameMention> {
        let mut names = Vec::new();
        for sentence in &document.sentences {
            let Range { mut start, end } = sentence.tokens;
            while start < end {
                let Some((next, kind)) = self.longest(document, start..end) else {
                    start += 1;
                    continue;
                };
                names.push(NameMention::certain(document.span(start..next), kind));
                start = next;
            }
        }
        names
    }

    /// The longest text to be added that begins with the first of the tokens, and where it ends.
    fn longest(&self, document: &Document, tokens: Range<usize>) -> Option<(usize, NameKind)> {
        let mut longest = None;
        let mut place = ROOT;
        for token in tokens.clone() {
            let Some(next) = self.step(place, key(document, token)) else { break };
            place = next;
            if let Some(Rule::Add(kind)) = self.rule(place, document, tokens.start..token + 1) {
                longest = Some((token + 1, kind));
            }
        }
        longest
    }

    /// A name as the caller would have it; `None` where it is none.
    fn judge(&self, document: &Document, name: NameMention) -> Option<NameMention> {
        let tokens = self.trimmed(document, document.tokens_of(name.span));
        let place = tokens.clone().try_fold(ROOT, |place, token| self.step(place, key(document, token)));
        match place.and_then(|place| self.rule(place, document, tokens)) {
            Some(Rule::Ignore) => None,
            Some(Rule::Retype(kind)) => Some(NameMention { kind, origin: Origin::Retyped, ..name }),
            _ => Some(name),
        }
    }

    fn step(&self, place: u32, word: &str) -> Option<u32> {
        self.steps.get(&(place, *self.words.get(word)?)).copied()
    }

    fn rule(&self, place: u32, document: &Document, tokens: Range<usize>) -> Option<Rule> {
        let End { as_written, in_any_case } = &self.ends[place as usize];
        let exact = if as_written.is_empty() { None } else { as_written.get(&written(document, tokens)) };
        exact.copied().or(*in_any_case)
    }

    /// Without punctuation and possessives around, and without articles before, unless there is nothing else.
    fn trimmed(&self, document: &Document, mut tokens: Range<usize>) -> Range<usize> {
        let is_edge = |token| {
            let word = document.normal(token);
            word == "'s" || !word.contains(char::is_alphanumeric)
        };
        while tokens.start < tokens.end && is_edge(tokens.end - 1) {
            tokens.end -= 1;
        }
        let is_article = |token| document.normal(token) == self.language.name_words.article;
        while tokens.start < tokens.end
            && (is_edge(tokens.start) || is_article(tokens.start) && tokens.start + 1 < tokens.end)
        {
            tokens.start += 1;
        }
        tokens
    }
}

/// The word by which a token is compared: "Inc" and "Inc." are one.
fn key<'d>(document: &'d Document, token: usize) -> &'d str {
    let word = document.normal(token);
    let bare = word.trim_end_matches('.');
    if bare.is_empty() { word } else { bare }
}

/// The tokens as they are written, with plain apostrophes and without what is not seen.
fn written(document: &Document, tokens: Range<usize>) -> String {
    let mut written = String::new();
    for token in tokens {
        if !written.is_empty() {
            written.push(' ');
        }
        for letter in document.word(token).trim_end_matches('.').chars() {
            match letter {
                '\u{AD}' => {}
                '’' | '‘' | 'ʼ' => written.push('\''),
                other => written.push(other),
            }
        }
    }
    written
}

/// The kind of this name.
fn known(kind: &str) -> Result<NameKind, Error> {
    NameKind::ALL.into_iter().find(|known| known.as_str() == kind).ok_or_else(|| {
        Error::new(format!(
            "kind {kind:?} is not known; allowed are \"person\", \"place\", \"organization\" and \"other\""
        ))
    })
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rule::Add(kind) => write!(f, "to be added as {}", kind.as_str()),
            Rule::Retype(kind) => write!(f, "to be retyped as {}", kind.as_str()),
            Rule::Ignore => f.write_str("to be ignored"),
        }
    }
}

impl fmt::Debug for OwnNames {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnNames").field("count", &self.count).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    /// The words of the names in `text`, where the model has found those of `found`.
    fn names(own: &OwnNames, text: &str, found: &[&str]) -> Vec<String> {
        let document = Document::read(text, &en::LANGUAGE);
        let mention = |words: &&str| {
            let start = text.find(words).expect("the name is in the text");
            let span = Span::new(start, start + words.len());
            NameMention::found(span, NameKind::Other)
        };
        let told = own.apply(&document, found.iter().map(mention).collect());
        let tell = |name: &NameMention| format!("{} {}", name.span.of(text), name.kind.as_str());
        told.iter().map(tell).collect()
    }

    fn own(add: &[(&str, &str)]) -> OwnNames {
        let with = |own: OwnNames, &(text, kind): &(&str, &str)| own.with_added(text, kind);
        add.iter().try_fold(OwnNames::english(), with).expect("good names")
    }

    #[test]
    fn adds_every_occurrence_the_longest_first() {
        let own = own(&[("Port Sella", "place"), ("Port Sella Bank", "organization"), ("Sella", "person")]);
        let text = "Port Sella Bank left Port Sella. Sella's Port fell. Sellafield did not.";
        assert_eq!(
            names(&own, text, &["Port Sella Bank left"]),
            ["Port Sella Bank organization", "Port Sella place", "Sella person"]
        );
    }

    #[test]
    fn takes_case_as_given_unless_all_is_lower_case() {
        let own = own(&[("Brent", "place"), ("brava", "other"), ("BRAVA", "organization")]);
        let text = "Brent and brent, BRENT; Brava, brava and BRAVA";
        assert_eq!(
            names(&own, text, &[]),
            ["Brent place", "Brava other", "brava other", "BRAVA organization"]
        );
    }

    #[test]
    fn keeps_articles_possessives_and_punctuation_outside() {
        let own =
            own(&[("the Vale", "organization"), ("Macy’s", "organization"), ("“Yahoo!”", "organization")]);
        let text = "The Vale's chief left Macy's for Yahoo! and Acme";
        assert_eq!(
            names(&own, text, &["Acme"]),
            ["Vale organization", "Macy organization", "Yahoo organization", "Acme other"]
        );
    }

    #[test]
    fn compares_abbreviations_with_and_without_their_full_stop() {
        let own = own(&[("Gellert Inc.", "organization"), ("St. Ives", "place")]);
        let text = "Gellert Inc bought St. Ives. So said Gellert Inc. on Friday";
        assert_eq!(
            names(&own, text, &[]),
            ["Gellert Inc organization", "St. Ives place", "Gellert Inc. organization"]
        );
    }

    #[test]
    fn does_not_reach_over_the_end_of_a_sentence() {
        let own = own(&[("Ada Moss", "person")]);
        assert_eq!(names(&own, "He met Ada. Moss grew on the wall.", &[]), [""; 0]);
        assert_eq!(names(&own, "He met\u{a0}Ada  Moss.", &[]), ["Ada  Moss person"]);
    }

    #[test]
    fn ignores_and_retypes_what_was_found_and_nothing_longer() {
        let own = OwnNames::english().with_ignored("the Lucky").expect("a name");
        let own = own.with_retyped("Vale", "place").expect("a name");
        let found = ["The Lucky", "Lucky Vale", "Vale now"];
        let text = "The Lucky sank. Lucky Vale rose. Vale now, and Vale";
        assert_eq!(names(&own, text, &found), ["Lucky Vale other", "Vale now other"]);
        assert_eq!(names(&own, "In Vale.", &["Vale"]), ["Vale place"]);
    }

    #[test]
    fn says_what_is_wrong_with_a_list() {
        let message = |own: Result<OwnNames, Error>| own.expect_err("a bad list").to_string();
        let none = OwnNames::english;
        assert!(message(none().with_ignored(" -- ")).contains("no word"));
        assert!(message(none().with_ignored(&"a ".repeat(101))).contains("200 characters"));
        assert!(message(none().with_added("Brent", "town")).contains("allowed are \"person\""));
        let twice = message(own(&[("Brent", "place")]).with_ignored("Brent's"));
        assert!(twice.contains("to be added as place and to be ignored"), "{twice}");
        assert!(own(&[("Brent", "place"), ("Brent", "place")]).with_ignored("brent").is_ok());
    }
}
