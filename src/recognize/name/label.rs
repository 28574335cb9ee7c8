//! The labels that the tagger gives to tokens, and which may follow which.
//!
//! Every name is one token ([`UNIT`]) or a first, inner and last one; a token outside names is
//! [`OUTSIDE`]. Telling first, inner and last apart lets the model learn how names begin and end
//! ("the", "Inc."), which plain inside/outside labels cannot.

use crate::recognize::NameKind;

/// How many labels there are: outside, and four positions for each of four kinds.
pub const COUNT: usize = 17;

/// Not part of a name.
pub const OUTSIDE: u8 = 0;

/// First token of a longer name.
pub const FIRST: u8 = 0;
/// Between the first and the last.
pub const INNER: u8 = 1;
/// Last token of a longer name.
pub const LAST: u8 = 2;
/// A name of one token.
pub const UNIT: u8 = 3;

/// The label of a token at `position` in a name of `kind`.
pub fn of(kind: NameKind, position: u8) -> u8 {
    1 + 4 * kind as u8 + position
}

/// The kind of name a label belongs to; `None` for [`OUTSIDE`].
pub fn kind(label: u8) -> Option<NameKind> {
    if label == OUTSIDE { None } else { NameKind::ALL.get(usize::from((label - 1) / 4)).copied() }
}

/// The position in the name; of no meaning for [`OUTSIDE`].
pub fn position(label: u8) -> u8 {
    label.wrapping_sub(1) % 4
}

/// Whether `next` may stand right after `label`: a name that began must go on or end as the same kind.
#[cfg(any(test, feature = "train"))]
pub fn may_follow(label: u8, next: u8) -> bool {
    let open = label != OUTSIDE && matches!(position(label), FIRST | INNER);
    let continues = next != OUTSIDE && matches!(position(next), INNER | LAST);
    if open { continues && kind(label) == kind(next) } else { !continues }
}

/// Labels after which no name is open: outside, and the last and only token of a name of each kind.
pub const CLOSED: [usize; 9] = [0, 3, 4, 7, 8, 11, 12, 15, 16];
/// Labels that may stand after those: outside, and the first and only token of a name of each kind.
pub const STARTS: [usize; 9] = [0, 1, 4, 5, 8, 9, 12, 13, 16];
/// Inner and last token of a name of each kind: what may stand after its first and inner ones.
pub const INSIDE: [(usize, usize); 4] = [(2, 3), (6, 7), (10, 11), (14, 15)];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_no_name_begin_without_an_end() {
        let first = of(NameKind::Person, FIRST);
        assert!(may_follow(OUTSIDE, first) && !may_follow(first, OUTSIDE));
        assert!(may_follow(first, of(NameKind::Person, LAST)));
        assert!(!may_follow(first, of(NameKind::Place, LAST)));
        assert!(!may_follow(OUTSIDE, of(NameKind::Other, INNER)));
        for label in 0..COUNT {
            let follows = |&next: &usize| may_follow(label as u8, next as u8);
            let allowed: Vec<usize> = (0..COUNT).filter(follows).collect();
            let inside = INSIDE.into_iter().find(|(inner, _)| [inner - 1, *inner].contains(&label));
            let expected = inside.map_or(STARTS.to_vec(), |(inner, last)| vec![inner, last]);
            assert_eq!(allowed, expected);
            assert_eq!(inside.is_none(), CLOSED.contains(&label));
        }
        assert_eq!(kind(of(NameKind::Other, UNIT)), Some(NameKind::Other));
    }
}
