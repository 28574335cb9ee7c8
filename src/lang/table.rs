//! A sorted list of words, each with what it stands for.

/// Words in lower case, sorted, each with a value. Made of constants; looked up by first letter, then by
/// binary search: most words of a text are in few lists, and the first letter says so for many.
pub struct Table<V: 'static> {
    entries: &'static [(&'static str, V)],
    /// Where the words of each first letter begin; see [`shelf`].
    starts: [u16; SHELVES + 1],
}

/// One for what sorts before "a", one a letter, one for what sorts after "z".
const SHELVES: usize = 28;

/// Where words that begin with this byte are kept.
const fn shelf(first: u8) -> usize {
    match first {
        b'a'..=b'z' => (first - b'a') as usize + 1,
        0..b'a' => 0,
        _ => SHELVES - 1,
    }
}

impl<V> Table<V> {
    /// The list must be sorted and free of doubles; the compiler refuses one that is not.
    pub const fn sorted(entries: &'static [(&'static str, V)]) -> Self {
        let mut index = 1;
        while index < entries.len() {
            assert!(is_before(entries[index - 1].0, entries[index].0), "the words are not sorted");
            index += 1;
        }
        Self { entries, starts: shelve(entries) }
    }

    /// What `word` (in lower case) stands for.
    pub fn get(&self, word: &str) -> Option<&V> {
        let shelf = shelf(*word.as_bytes().first()?);
        let entries = &self.entries[usize::from(self.starts[shelf])..usize::from(self.starts[shelf + 1])];
        entries.binary_search_by(|(entry, _)| (*entry).cmp(word)).ok().map(|index| &entries[index].1)
    }

    /// Whether `word` (in lower case) is in the list.
    pub fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Every word with its value, in order.
    pub fn entries(&self) -> &'static [(&'static str, V)] {
        self.entries
    }

    /// The length in bytes of the longest word.
    pub fn longest(&self) -> usize {
        self.entries.iter().map(|(word, _)| word.len()).max().unwrap_or(0)
    }
}

/// Where the words of each shelf begin, and at last where the list ends.
const fn shelve<V>(entries: &[(&str, V)]) -> [u16; SHELVES + 1] {
    assert!(entries.len() <= u16::MAX as usize, "the list is too long for its index");
    let mut starts = [0; SHELVES + 1];
    let mut index = 0;
    while index < entries.len() {
        assert!(!entries[index].0.is_empty(), "a word is empty");
        starts[shelf(entries[index].0.as_bytes()[0]) + 1] = index as u16 + 1;
        index += 1;
    }
    // A shelf without words begins where the one before it ends.
    let mut shelf = 1;
    while shelf <= SHELVES {
        if starts[shelf] < starts[shelf - 1] {
            starts[shelf] = starts[shelf - 1];
        }
        shelf += 1;
    }
    starts
}

/// String comparison that the compiler can run.
const fn is_before(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut index = 0;
    while index < left.len() && index < right.len() {
        if left[index] != right[index] {
            return left[index] < right[index];
        }
        index += 1;
    }
    left.len() < right.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_word_and_no_other() {
        const WORDS: Table<u8> = Table::sorted(&[
            ("&", 0),
            ("1st", 1),
            ("a", 2),
            ("an", 3),
            ("m", 4),
            ("may", 5),
            ("z", 6),
            ("élan", 7),
        ]);
        for (word, value) in WORDS.entries() {
            assert_eq!(WORDS.get(word), Some(value), "{word:?}");
        }
        for word in ["", "%", "b", "ma", "mays", "zz", "é", "~"] {
            assert!(!WORDS.has(word), "{word:?}");
        }
    }
}
