//! Which words may be in a list: told from a few of their bytes, without a look at the list.

/// A bit for every hash of the words that were added. A word whose bit is not set is certainly none of them; one
/// whose bit is set may be, and has to be looked up. `SIZE` is the number of groups of 64 bits, a power of two: the
/// more bits a word, the fewer others pass.
#[derive(Clone, Copy)]
pub struct Filter<const SIZE: usize>([u64; SIZE]);

impl<const SIZE: usize> Filter<SIZE> {
    /// Without any word.
    pub const fn empty() -> Self {
        assert!(SIZE.is_power_of_two(), "the hash needs a power of two");
        Self([0; SIZE])
    }

    /// Adds a word, which must not be empty.
    pub const fn add(&mut self, word: &[u8]) {
        let bit = Self::bit(word);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether the word may have been added.
    #[inline]
    pub fn may_have(&self, word: &str) -> bool {
        if word.is_empty() {
            return false;
        }
        let bit = Self::bit(word.as_bytes());
        self.0[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// The bit of a word: its first, middle and last byte and its length, mixed. Not all bytes, so that long words
    /// cost no more; those that differ in others only are few.
    #[inline]
    const fn bit(word: &[u8]) -> usize {
        /// The golden ratio: the upper bits of the product depend on all bits of what is multiplied (Knuth).
        const GOLDEN: u32 = 0x9E37_79B1;
        let length = word.len();
        let seen = u32::from_le_bytes([word[0], word[length / 2], word[length - 1], length as u8]);
        (seen.wrapping_mul(GOLDEN) >> (32 - (SIZE * 64).ilog2())) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_every_word_that_was_added_and_hardly_any_other() {
        const LETTERS: &str = "abcdefghijklmnopqrstuvwxyz";
        let word = |number: usize| {
            let letter = &LETTERS[number % 26..=number % 26];
            letter.repeat(1 + number / 26) + "ly"
        };
        let mut filter = Filter::<16>::empty();
        assert!(!filter.may_have("a"));
        (0..50).for_each(|number| filter.add(word(number).as_bytes()));
        assert!((0..50).all(|number| filter.may_have(&word(number))));
        let others = (50..250).filter(|&number| filter.may_have(&word(number))).count();
        assert!(others < 30, "{others} of 200 others pass");
        assert!(!filter.may_have(""));
    }
}
