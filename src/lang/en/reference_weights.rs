//! How much each sign speaks for an antecedent; written by `scripts/train-references`.

use crate::lang::reference::WEIGHTS as COUNT;

/// In the order of the signs (`resolve/reference/sign.rs`).
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; COUNT] = [
    // the name is so many sentences back: 0, 1, 2, 3 or 4, more
    226, 108, -18, -111, -258,
    // the same, of a pronoun that was resolved
    148, 190, 50, -34, -160,
    // so many people were mentioned later: 0, 1, 2, more
    80, 51, 35, 6,
    // "he" and a subject, owner, oblique, other: of one sentence, of two
    129, 66, 82, 17, 33, -101, 93, -2,
    // "his"
    28, 39, -50, 15, -30, -140, -2, -36,
    // "him"
    36, -27, 52, -15, 27, -51, 11, 17,
    // "John told him"
    -125,
    // "John sold his"
    97,
    // "Ann and Bo"
    -258,
    // "Ann and her brother"
    83,
    // "(Ann)"
    -64,
    // one of them is quoted
    -137,
    // the last subject, for a subject
    45,
    // the last pronoun meant somebody else: in this sentence, in the one before
    -97, 17,
    // the gender is not known
    -38,
    // named most often
    93,
    // named later
    -109,
    // the same, as a subject
    239,
    // the same, after an opening phrase
    193,
    // nobody named is meant: by "he", "his", "him"
    -12, -66, -6,
    // the last pronoun meant nobody named: in this sentence, in the one before; or somebody
    259, 132, -58, -8,
];
