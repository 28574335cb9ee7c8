//! A sorted list of words, each with what it stands for.

use super::Filter;

/// Words in lower case, sorted, each with a value. Made of constants; looked up in a filter, then
/// by binary search among those of its first letter: most words of a text are in few lists, and the filter says so.
pub struct Table<V: 'static> {
    entries: &'static [(&'static str, V)],
    /// Where the words of each first letter begin; see [`shelf`].
    starts: [u16; SHELVES + 1],
    /// The words.
    words: Marks,
    /// What phrases may begin with.
    openings: Marks,
    /// The last words of phrases.
    closings: Marks,
    /// The length of the longest word.
    longest: usize,
}

/// As many bits as most lists have words several times over.
type Marks = Filter<16>;

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
        let (mut index, mut longest) = (1, if entries.is_empty() { 0 } else { entries[0].0.len() });
        while index < entries.len() {
            if entries[index].0.len() > longest {
                longest = entries[index].0.len();
            }
            assert!(is_before(entries[index - 1].0, entries[index].0), "the words are not sorted");
            index += 1;
        }
        let (words, openings, closings) = mark(entries);
        Self { entries, starts: shelve(entries), words, openings, closings, longest }
    }

    /// What `word` (in lower case) stands for.
    pub fn get(&self, word: &str) -> Option<&V> {
        if !self.words.may_have(word) {
            return None;
        }
        let entries = self.shelved(*word.as_bytes().first()?);
        entries.binary_search_by(|(entry, _)| (*entry).cmp(word)).ok().map(|index| &entries[index].1)
    }

    /// The entries that begin with this byte, and few others.
    fn shelved(&self, first: u8) -> &'static [(&'static str, V)] {
        let shelf = shelf(first);
        &self.entries[usize::from(self.starts[shelf])..usize::from(self.starts[shelf + 1])]
    }

    /// Whether `word` (in lower case) is in the list.
    pub fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Every entry, to be narrowed piece by piece to those that begin with a phrase.
    pub fn prefix(&self) -> Prefix<'_, V> {
        Prefix { table: self, entries: self.entries, length: 0 }
    }

    /// Whether a phrase of the list may end with this word; if not, none does.
    pub fn may_end(&self, word: &str) -> bool {
        self.closings.may_have(word)
    }

    /// Every word with its value, in order.
    pub fn entries(&self) -> &'static [(&'static str, V)] {
        self.entries
    }

    /// The length in bytes of the longest word.
    pub fn longest(&self) -> usize {
        self.longest
    }
}

/// The entries of a table that begin with the pieces pushed so far. A phrase is looked up word by word
/// without being put together, and a walk ends with the first word that leads nowhere.
pub struct Prefix<'t, V: 'static> {
    table: &'t Table<V>,
    entries: &'static [(&'static str, V)],
    /// Of what was pushed, in bytes.
    length: usize,
}

impl<V> Prefix<'_, V> {
    /// Keeps the entries that go on with this piece; whether there are any.
    pub fn push(&mut self, piece: &str) -> bool {
        let Some(&first) = piece.as_bytes().first() else { return !self.entries.is_empty() };
        if self.length == 0 {
            if !self.table.openings.may_have(piece) {
                return false;
            }
            self.entries = self.table.shelved(first);
        }
        let (from, wanted) = (self.length, piece.as_bytes());
        // All entries agree on what was pushed before, so only what follows it is compared.
        let next = |entry: &(&'static str, V)| &entry.0.as_bytes()[from..];
        let start = self.entries.partition_point(|entry| next(entry) < wanted);
        let rest = &self.entries[start..];
        let end = rest.partition_point(|entry| next(entry).starts_with(wanted));
        self.entries = &rest[..end];
        self.length += piece.len();
        end > 0
    }

    /// What the pieces together stand for, if they are a whole entry.
    pub fn found(&self) -> Option<&'static V> {
        self.entries
            .first()
            .filter(|(entry, _)| entry.len() == self.length && self.length > 0)
            .map(|(_, value)| value)
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

/// The marks of words, of all that phrases may begin with, and of the last words of phrases.
const fn mark<V>(entries: &[(&str, V)]) -> (Marks, Marks, Marks) {
    let (mut words, mut openings, mut closings) = (Marks::empty(), Marks::empty(), Marks::empty());
    let mut index = 0;
    while index < entries.len() {
        let word = entries[index].0.as_bytes();
        words.add(word);
        let mut last = 0;
        let mut at = 1;
        while at <= word.len() {
            if at == word.len() || is_boundary(word[at - 1], word[at]) {
                openings.add(word.split_at(at).0);
            }
            if word[at - 1] == b' ' {
                last = at;
            }
            at += 1;
        }
        closings.add(word.split_at(last).1);
        index += 1;
    }
    (words, openings, closings)
}

/// Whether one token may end and another begin between these bytes.
const fn is_boundary(before: u8, after: u8) -> bool {
    let letters = before.is_ascii_alphabetic() && after.is_ascii_alphanumeric();
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    !letters && !digits
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
        assert_eq!(WORDS.longest(), "élan".len());
        for word in ["", "%", "b", "ma", "mays", "zz", "é", "~"] {
            assert!(!WORDS.has(word), "{word:?}");
        }
    }

    #[test]
    fn finds_phrases_piece_by_piece() {
        const PHRASES: Table<u8> =
            Table::sorted(&[("a", 0), ("a total", 1), ("a total of", 2), ("at", 3), ("to", 4), ("étude", 5)]);
        let look = |pieces: &[&str]| {
            let mut prefix = PHRASES.prefix();
            let leads = pieces.iter().all(|piece| prefix.push(piece));
            (leads, prefix.found().copied())
        };
        assert_eq!(look(&[]), (true, None));
        assert_eq!(look(&["a"]), (true, Some(0)));
        assert_eq!(look(&["a", " ", "tot"]), (true, None));
        assert_eq!(look(&["a", " ", "total"]), (true, Some(1)));
        assert_eq!(look(&["a", " total of"]), (true, Some(2)));
        assert_eq!(look(&["to", " "]), (false, None));
        assert_eq!(look(&["é", "tude"]), (true, Some(5)));
        assert_eq!(look(&["b"]), (false, None));
    }
}
