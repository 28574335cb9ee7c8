//! What speaks for or against an antecedent: a list of small observations, each with a weight.
//!
//! "It is the subject, and so is the pronoun", "it stands one sentence back": the weights are the language's
//! ([`ReferenceWords::weights`](crate::lang::reference::ReferenceWords)), learned by `train::reference`, and
//! summed. Nothing here decides.

use super::scene::Part;

/// What a pronoun does in its clause, as far as it counts here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// "he"
    Subject,
    /// "his"
    Owner,
    /// "him", "himself"
    Object,
}

/// One observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The last mention is so many sentences back, as a step of [`step`], and a pronoun or a name.
    Distance { is_pronoun: bool, step: usize },
    /// So many others were mentioned later, from 0 to 3 or more.
    Rank(usize),
    /// What pronoun and last mention do in their clauses, and whether these are of one sentence.
    Parallel { pronoun: Use, mention: Part, same_sentence: bool },
    /// "**John** told **him**": never one.
    Bound,
    /// "**John** sold **his**": mostly one.
    OwnerInClause,
    /// "**Ann** and Bo": rather both than one.
    Coordinated,
    /// "**Ann** and **her** brother"
    JoinedOwner,
    /// "(**Ann**)"
    Bracketed,
    /// One of the two is inside quotation marks.
    AcrossQuotation,
    /// The last subject before a subject.
    NearestSubject,
    /// The last such pronoun meant somebody else, in this sentence or the one before.
    NotTheLast { same_sentence: bool },
    /// Nothing has told the gender.
    UnknownGender,
    /// Named more often than anybody else.
    Topic,
    /// Named only after the pronoun.
    Later,
    /// The same, as a subject.
    LaterSubject,
    /// The same, where the pronoun stands in what opens the sentence.
    LaterAfterOpening,
    /// The pronoun means nobody named.
    Nobody(Use),
    /// The same, and so did the last one.
    NobodyAgain { same_sentence: bool },
    /// The same, and the last one did mean somebody.
    NobodyNow { same_sentence: bool },
}

/// The rows of the table of weights: what they are about, and how many weights stand in each.
#[cfg(any(test, feature = "train"))]
pub const ROWS: [(&str, usize); 21] = [
    ("the name is so many sentences back: 0, 1, 2, 3 or 4, more", 5),
    ("the same, of a pronoun that was resolved", 5),
    ("so many people were mentioned later: 0, 1, 2, more", 4),
    ("\"he\" and a subject, owner, oblique, other: of one sentence, of two", 8),
    ("\"his\"", 8),
    ("\"him\"", 8),
    ("\"John told him\"", 1),
    ("\"John sold his\"", 1),
    ("\"Ann and Bo\"", 1),
    ("\"Ann and her brother\"", 1),
    ("\"(Ann)\"", 1),
    ("one of them is quoted", 1),
    ("the last subject, for a subject", 1),
    ("the last pronoun meant somebody else: in this sentence, in the one before", 2),
    ("the gender is not known", 1),
    ("named most often", 1),
    ("named later", 1),
    ("the same, as a subject", 1),
    ("the same, after an opening phrase", 1),
    ("nobody named is meant: by \"he\", \"his\", \"him\"", 3),
    ("the last pronoun meant nobody named: in this sentence, in the one before; or somebody", 4),
];

impl Sign {
    /// Where its weight stands.
    pub const fn index(self) -> usize {
        match self {
            Sign::Distance { is_pronoun, step } => is_pronoun as usize * 5 + step,
            Sign::Rank(rank) => 10 + rank,
            Sign::Parallel { pronoun, mention, same_sentence } => {
                14 + pronoun as usize * 8 + mention as usize * 2 + !same_sentence as usize
            }
            Sign::Bound => 38,
            Sign::OwnerInClause => 39,
            Sign::Coordinated => 40,
            Sign::JoinedOwner => 41,
            Sign::Bracketed => 42,
            Sign::AcrossQuotation => 43,
            Sign::NearestSubject => 44,
            Sign::NotTheLast { same_sentence } => 45 + !same_sentence as usize,
            Sign::UnknownGender => 47,
            Sign::Topic => 48,
            Sign::Later => 49,
            Sign::LaterSubject => 50,
            Sign::LaterAfterOpening => 51,
            Sign::Nobody(pronoun) => 52 + pronoun as usize,
            Sign::NobodyAgain { same_sentence } => 55 + !same_sentence as usize,
            Sign::NobodyNow { same_sentence } => 57 + !same_sentence as usize,
        }
    }
}

/// How many sentences back, in the steps that have a weight.
pub fn step(sentences: usize) -> usize {
    match sentences {
        0..=2 => sentences,
        3 | 4 => 3,
        _ => 4,
    }
}

/// The signs of one candidate.
#[derive(Clone, Copy, Default)]
pub struct Signs {
    indices: [u8; Signs::MOST],
    count: usize,
}

impl Signs {
    /// No candidate shows more.
    const MOST: usize = 16;

    /// Adds one.
    pub fn note(&mut self, sign: Sign) {
        if self.count < Self::MOST {
            self.indices[self.count] = sign.index() as u8;
            self.count += 1;
        }
    }

    /// Adds one if it is there.
    pub fn note_if(&mut self, is_there: bool, sign: Sign) {
        if is_there {
            self.note(sign);
        }
    }

    /// Where their weights stand.
    pub fn indices(&self) -> impl Iterator<Item = usize> + '_ {
        self.indices[..self.count].iter().map(|&index| usize::from(index))
    }

    /// The sum of their weights.
    pub fn weigh(&self, weights: &[i32]) -> i32 {
        self.indices().map(|index| weights[index]).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::reference::WEIGHTS;

    #[test]
    fn the_rows_name_every_weight_once() {
        assert_eq!(ROWS.iter().map(|(_, weights)| weights).sum::<usize>(), WEIGHTS);
        assert_eq!(Sign::NobodyNow { same_sentence: false }.index(), WEIGHTS - 1);
        let last = Sign::Parallel { pronoun: Use::Object, mention: Part::Other, same_sentence: false };
        assert_eq!(last.index() + 1, Sign::Bound.index());
    }
}
