//! Word classes from plain text: words that stand in the same company go into the same class.
//!
//! The exchange algorithm on a class bigram model: words are moved, one at a time, to the class in
//! which the text becomes most probable, until few moves help. A class says of a rare word what
//! frequent words of its kind do ("Tuesday", "spokeswoman", "Kyiv", "striker").

use std::collections::HashMap;

use super::corpus::read;
use crate::recognize::name::attribute::hash_word;
use crate::recognize::name::lexicon::{Class, key};
use crate::text::TokenKind;

/// How to cluster.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Words that occur less often get no class.
    pub least_count: u32,
    /// Number of coarse classes, at most 255.
    pub coarse: usize,
    /// Number of fine classes.
    pub fine: usize,
    /// Walks through all words.
    pub rounds: usize,
}

/// The classes of all frequent words, sorted by key.
pub fn cluster<'t>(
    texts: impl Iterator<Item = &'t str>,
    settings: &Settings,
    tell: &mut dyn FnMut(&str),
) -> Vec<(u32, Class)> {
    let (words, sequence) = number_words(texts, settings.least_count);
    tell(&format!("{} words in {} running tokens", words.len(), sequence.len()));
    let neighbours = Neighbours::count(&sequence, words.len());
    let coarse = exchange(&neighbours, settings.coarse, settings.rounds, tell);
    let fine = exchange(&neighbours, settings.fine, settings.rounds, tell);
    let mut classes: Vec<(u32, Class)> = words
        .iter()
        .zip(coarse.iter().zip(&fine))
        .skip(SPECIALS)
        .map(|(word, (&coarse, &fine))| {
            (key(hash_word(word)), Class { coarse: coarse as u8 + 1, fine: fine as u16 + 1 })
        })
        .collect();
    classes.sort_by_key(|entry| entry.0);
    classes.dedup_by_key(|entry| entry.0);
    classes
}

/// Before the words stand two that are none: the edge of a sentence, and every rare word.
const SPECIALS: usize = 2;
const EDGE: u32 = 0;
const RARE: u32 = 1;

/// Numbers the frequent words by falling frequency, and the text as their numbers.
fn number_words<'t>(texts: impl Iterator<Item = &'t str>, least_count: u32) -> (Vec<String>, Vec<u32>) {
    let mut counts: HashMap<String, u32> = HashMap::new();
    let mut sentences: Vec<Vec<String>> = Vec::new();
    for text in texts {
        let document = read(text);
        for sentence in &document.sentences {
            let words = sentence.tokens.clone().map(|index| match document.tokens[index].kind {
                TokenKind::Number => {
                    document.word(index).replace(|letter: char| letter.is_ascii_digit(), "0")
                }
                _ => document.word(index).to_owned(),
            });
            sentences.push(words.inspect(|word| *counts.entry(word.clone()).or_default() += 1).collect());
        }
    }
    let mut frequent: Vec<(u32, String)> = counts
        .into_iter()
        .filter(|(_, count)| *count >= least_count)
        .map(|(word, count)| (count, word))
        .collect();
    frequent.sort_by(|left, right| right.0.cmp(&left.0).then_with(|| left.1.cmp(&right.1)));
    let mut words = vec!["\u{2}edge".to_owned(), "\u{2}rare".to_owned()];
    words.extend(frequent.into_iter().map(|(_, word)| word));
    let numbers: HashMap<&str, u32> =
        words.iter().enumerate().map(|(number, word)| (word.as_str(), number as u32)).collect();
    let mut sequence = vec![EDGE];
    for sentence in &sentences {
        sequence.extend(sentence.iter().map(|word| numbers.get(word.as_str()).copied().unwrap_or(RARE)));
        sequence.push(EDGE);
    }
    (words, sequence)
}

/// For every word how often which words stand after and before it.
struct Neighbours {
    after: Vec<Vec<(u32, u32)>>,
    before: Vec<Vec<(u32, u32)>>,
    counts: Vec<u32>,
}

impl Neighbours {
    fn count(sequence: &[u32], words: usize) -> Self {
        let mut pairs: Vec<(u32, u32)> = sequence.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        let mut neighbours = Neighbours {
            after: vec![Vec::new(); words],
            before: vec![Vec::new(); words],
            counts: vec![0; words],
        };
        for run in pairs.chunk_by(|left, right| left == right) {
            let ((first, second), count) = (run[0], run.len() as u32);
            neighbours.after[first as usize].push((second, count));
            neighbours.before[second as usize].push((first, count));
        }
        for &word in sequence {
            neighbours.counts[word as usize] += 1;
        }
        neighbours
    }
}

/// The class of every word.
fn exchange(neighbours: &Neighbours, classes: usize, rounds: usize, tell: &mut dyn FnMut(&str)) -> Vec<u32> {
    let words = neighbours.counts.len();
    // The most frequent words begin alone, the others in turn: a start that needs few moves.
    let mut state = State::new(neighbours, (0..words).map(|word| (word % classes) as u32).collect(), classes);
    for round in 0..rounds {
        let moved = (SPECIALS..words).filter(|&word| state.improve(neighbours, word)).count();
        tell(&format!("{classes} classes, round {}: {moved} of {words} words moved", round + 1));
        if moved * 500 < words {
            break;
        }
    }
    state.class_of
}

/// Counts of classes and of pairs of classes, kept up to date as words move.
struct State {
    classes: usize,
    class_of: Vec<u32>,
    totals: Vec<i64>,
    /// `pairs[left * classes + right]`
    pairs: Vec<i32>,
    /// n ln n for small n.
    small: Vec<f64>,
}

impl State {
    fn new(neighbours: &Neighbours, class_of: Vec<u32>, classes: usize) -> Self {
        let small = (0..1 << 16).map(|count| entropy(f64::from(count))).collect();
        let mut state =
            State { classes, totals: vec![0; classes], pairs: vec![0; classes * classes], class_of, small };
        for (word, after) in neighbours.after.iter().enumerate() {
            let class = state.class_of[word] as usize;
            state.totals[class] += i64::from(neighbours.counts[word]);
            for &(next, count) in after {
                state.pairs[class * classes + state.class_of[next as usize] as usize] += count as i32;
            }
        }
        state
    }

    fn entropy(&self, count: i64) -> f64 {
        self.small.get(count as usize).copied().unwrap_or_else(|| entropy(count as f64))
    }

    /// Moves the word to the class where the text is most probable; tells whether it moved.
    fn improve(&mut self, neighbours: &Neighbours, word: usize) -> bool {
        let old = self.class_of[word] as usize;
        let right = self.by_class(&neighbours.after[word], word);
        let left = self.by_class(&neighbours.before[word], word);
        let own = neighbours.after[word]
            .iter()
            .find(|(next, _)| *next as usize == word)
            .map_or(0, |pair| pair.1 as i32);
        let count = i64::from(neighbours.counts[word]);
        self.shift(old, &left, &right, own, -1);
        self.totals[old] -= count;
        let mut best = (old, f64::MIN);
        for class in 0..self.classes {
            let gain = self.gain(class, &left, &right, own, count);
            if gain > best.1 || (gain == best.1 && class == old) {
                best = (class, gain);
            }
        }
        let new = best.0;
        self.shift(new, &left, &right, own, 1);
        self.totals[new] += count;
        self.class_of[word] = new as u32;
        new != old
    }

    /// Counts of a word's neighbours (itself left out) summed by their class.
    fn by_class(&self, neighbours: &[(u32, u32)], word: usize) -> Vec<(usize, i32)> {
        let mut sums: Vec<(usize, i32)> = neighbours
            .iter()
            .filter(|(other, _)| *other as usize != word)
            .map(|&(other, count)| (self.class_of[other as usize] as usize, count as i32))
            .collect();
        sums.sort_unstable();
        sums.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += next.1;
            }
            same
        });
        sums
    }

    fn shift(&mut self, class: usize, left: &[(usize, i32)], right: &[(usize, i32)], own: i32, sign: i32) {
        for &(other, count) in right {
            self.pairs[class * self.classes + other] += sign * count;
        }
        for &(other, count) in left {
            self.pairs[other * self.classes + class] += sign * count;
        }
        self.pairs[class * self.classes + class] += sign * own;
    }

    /// How much the logarithm of the text's probability grows when the word joins the class.
    fn gain(&self, class: usize, left: &[(usize, i32)], right: &[(usize, i32)], own: i32, count: i64) -> f64 {
        let grows = |pair: i32, by: i32| self.entropy(i64::from(pair + by)) - self.entropy(i64::from(pair));
        let mut gain = 0.0;
        let mut inside = own;
        for &(other, by) in right {
            if other == class {
                inside += by;
            } else {
                gain += grows(self.pairs[class * self.classes + other], by);
            }
        }
        for &(other, by) in left {
            if other == class {
                inside += by;
            } else {
                gain += grows(self.pairs[other * self.classes + class], by);
            }
        }
        gain += grows(self.pairs[class * self.classes + class], inside);
        gain - 2.0 * (self.entropy(self.totals[class] + count) - self.entropy(self.totals[class]))
    }
}

fn entropy(count: f64) -> f64 {
    if count > 0.0 { count * count.ln() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_words_of_the_same_company_together() {
        let text = "a cat sat here . the dog ran there . a dog sat there . the cat ran here . ".repeat(30);
        let settings = Settings { least_count: 2, coarse: 6, fine: 6, rounds: 20 };
        let classes = cluster([text.as_str()].into_iter(), &settings, &mut |_| {});
        let class =
            |word: &str| classes.iter().find(|entry| entry.0 == key(hash_word(word))).expect("frequent").1;
        assert_eq!(class("cat"), class("dog"));
        assert_eq!(class("sat"), class("ran"));
        assert_ne!(class("cat"), class("sat"));
    }
}
