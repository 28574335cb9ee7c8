//! A sorted list of words, each with what it stands for.

/// Words in lower case, sorted, each with a value. Made of constants; looked up by binary search.
pub struct Table<V: 'static>(&'static [(&'static str, V)]);

impl<V> Table<V> {
    /// The list must be sorted and free of doubles; the compiler refuses one that is not.
    pub const fn sorted(entries: &'static [(&'static str, V)]) -> Self {
        let mut index = 1;
        while index < entries.len() {
            assert!(is_before(entries[index - 1].0, entries[index].0), "the words are not sorted");
            index += 1;
        }
        Self(entries)
    }

    /// What `word` (in lower case) stands for.
    pub fn get(&self, word: &str) -> Option<&V> {
        self.0.binary_search_by(|(entry, _)| (*entry).cmp(word)).ok().map(|index| &self.0[index].1)
    }

    /// Whether `word` (in lower case) is in the list.
    pub fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Every word with its value, in order.
    pub fn entries(&self) -> &'static [(&'static str, V)] {
        self.0
    }

    /// The length in bytes of the longest word.
    pub fn longest(&self) -> usize {
        self.0.iter().map(|(word, _)| word.len()).max().unwrap_or(0)
    }
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
