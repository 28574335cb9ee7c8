//! Sentences with their names marked, for the tests of the passes: `[Ada Byron]p`, with p, l, o, x for person, place
//! (location), organisation, other.

use crate::recognize::{NameKind, NameMention};
use crate::text::Span;

/// The text without its marks, and the names that were marked.
pub fn marked(text: &str) -> (String, Vec<NameMention>) {
    let mut pieces = text.split('[');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    let mut names = Vec::new();
    for piece in pieces {
        let (name, rest) = piece.split_once(']').expect("every [ has its ]");
        let start = plain.len();
        plain.push_str(name);
        let kind = match rest.as_bytes()[0] {
            b'p' => NameKind::Person,
            b'l' => NameKind::Place,
            b'o' => NameKind::Organization,
            _ => NameKind::Other,
        };
        names.push(NameMention::found(Span::new(start, plain.len()), kind));
        plain.push_str(&rest[1..]);
    }
    (plain, names)
}
