//! How much each sign speaks for an antecedent; written by `scripts/train-references`.

use crate::lang::reference::WEIGHTS as COUNT;

/// In the order of the signs (`resolve/reference/sign.rs`).
#[rustfmt::skip]
pub(super) const WEIGHTS: [i32; COUNT] = [
    // the name is so many sentences back: 0, 1, 2, 3 or 4, more
    226, 107, -14, -110, -256,
    // the same, of a pronoun that was resolved
    147, 184, 51, -33, -159,
    // so many people were mentioned later: 0, 1, 2, more
    84, 49, 38, 1,
    // "he" and a subject, owner, oblique, other: of one sentence, of two
    130, 68, 80, 16, 33, -100, 92, -2,
    // "his"
    28, 38, -55, 16, -31, -141, -2, -32,
    // "him"
    30, -23, 44, -25, 30, -47, 26, 14,
    // "John told him"
    -98,
    // "John sold his"
    98,
    // "Ann and Bo"
    -255,
    // "Ann and her brother"
    84,
    // "(Ann)"
    -53,
    // one of them is quoted
    -128,
    // the last subject, for a subject
    44,
    // the last pronoun meant somebody else: in this sentence, in the one before
    -100, 10,
    // the gender is not known
    -37,
    // named most often
    93,
    // named later
    -110,
    // the same, as a subject
    240,
    // the same, after an opening phrase
    193,
    // nobody named is meant: by "he", "his", "him"
    90, 35, 92,
    // the last pronoun meant nobody named: in this sentence, in the one before; or somebody
    256, 128, -67, -11,
];
