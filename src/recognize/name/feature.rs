//! What the model sees of a token: its word, form, neighbours, the run of capitals it stands in.
//!
//! Trainer and tagger call the same functions, so that what was learned is what is asked. A feature
//! is a number: a hash of the template and its values, cut to [`BUCKET_BITS`] bits. Two features may
//! share a bucket; the model is trained that way and learns to live with it.

use super::attribute::{Attributes, Form};

/// Features are told apart by this many bits. Four million buckets hold the two million different
/// features of the training corpora with few collisions between frequent ones.
pub const BUCKET_BITS: u32 = 22;

/// The run of capitals that a token stands in, with "of", "the" and the like inside it.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    end: usize,
}

/// The features of every token of one sentence.
pub struct Extractor<'a> {
    sentence: &'a [Attributes],
    runs: Vec<Run>,
    style: Style,
}

/// How a line uses capitals, which decides what they say.
#[derive(Clone, Copy, PartialEq)]
#[repr(u8)]
enum Style {
    /// Names and first words have them.
    Prose,
    /// Every word of weight has one, as in headlines.
    Titled,
    /// Nearly all letters are.
    Shouting,
}

fn style_of(sentence: &[Attributes]) -> Style {
    // Of a single word or two nothing can be told: most such lines are names.
    const LEAST: usize = 3;
    let count = |wanted: fn(&Attributes) -> bool| sentence.iter().filter(|token| wanted(token)).count();
    let lower = count(Attributes::is_lower);
    let capital = count(Attributes::is_capital);
    let upper = count(|token| token.form == Form::Upper);
    if upper >= 2 && upper > 2 * lower && 2 * upper > capital {
        Style::Shouting
    } else if lower + capital >= LEAST && capital >= 2 * lower {
        Style::Titled
    } else {
        Style::Prose
    }
}

impl<'a> Extractor<'a> {
    /// Looks at the sentence once: its runs of capitals, and how it uses them.
    pub fn new(sentence: &'a [Attributes]) -> Self {
        Self { sentence, runs: runs(sentence), style: style_of(sentence) }
    }

    fn at(&self, index: isize) -> &Attributes {
        usize::try_from(index).ok().and_then(|index| self.sentence.get(index)).unwrap_or(&Attributes::EDGE)
    }

    /// Appends the buckets of token `index`'s features.
    pub fn features(&self, index: usize, out: &mut Vec<u32>) {
        let at = index as isize;
        let (back2, back, here, next, next2) =
            (self.at(at - 2), self.at(at - 1), self.at(at), self.at(at + 1), self.at(at + 2));
        let mut sink = Sink { out, template: 0 };
        self.words(&mut sink, [back2, back, here, next, next2]);
        self.forms(&mut sink, index, [back2, back, here, next, next2]);
        self.themes(&mut sink, [back2, back, here, next, next2]);
        self.run(&mut sink, index);
    }

    /// Appends the buckets that only the second look has: what the words were taken for elsewhere.
    pub fn memory_features(&self, index: usize, out: &mut Vec<u32>) {
        let at = index as isize;
        let (back, here, next) = (self.at(at - 1), self.at(at), self.at(at + 1));
        let form = here.form as u32;
        let memory = |token: &Attributes| u32::from(token.memory);
        let mut sink = Sink { out, template: MEMORY_TEMPLATES };
        sink.two(memory(here), form);
        sink.two(memory(back), memory(here));
        sink.two(memory(here), memory(next));
        sink.two(memory(back) << 8 | memory(next), form);
        let run = self.runs[index];
        if run.start < run.end {
            let (first, last) = (self.at(run.start as isize), self.at(run.end as isize - 1));
            sink.two(memory(first) << 8 | memory(last), self.place(index, run));
        }
    }

    fn words(&self, sink: &mut Sink, [back2, back, here, next, next2]: [&Attributes; 5]) {
        let form = here.form as u32;
        sink.one(here.word);
        sink.one(back.word);
        sink.one(next.word);
        sink.one(back2.word);
        sink.one(next2.word);
        sink.two(back.word, next.word);
        sink.two(back2.word, back.word);
        sink.two(here.word, form);
        sink.two(back.word, form);
        sink.two(next.word, form);
        for affix in here.prefixes {
            sink.some(affix, form);
        }
        for affix in here.suffixes {
            sink.some(affix, form);
        }
        sink.some(back.suffixes[1], 0);
        sink.some(next.suffixes[1], 0);
    }

    fn forms(&self, sink: &mut Sink, index: usize, [back2, back, here, next, next2]: [&Attributes; 5]) {
        let form = |token: &Attributes| token.form as u32 * 2 + u32::from(token.spaced);
        let three = form(back) << 16 | form(here) << 8 | form(next);
        sink.one(three);
        sink.two(form(back2), three);
        sink.two(three, form(next2));
        sink.two(u32::from(here.twins), here.form as u32 | u32::from(index == 0) << 8);
        let style = self.style as u32;
        sink.two(style | u32::from(index == 0) << 2, here.form as u32);
        sink.some(style, here.word);
        sink.some(style, u32::from(here.theme) << 5 | here.form as u32);
    }

    fn themes(&self, sink: &mut Sink, [back2, back, here, next, next2]: [&Attributes; 5]) {
        let form = here.form as u32;
        let group = |token: &Attributes| u32::from(token.group) | (token.form as u32) << 8;
        sink.two(u32::from(here.group), form);
        sink.two(u32::from(back.group), form);
        sink.two(u32::from(next.group), form);
        sink.one(u32::from(back2.group));
        sink.one(u32::from(next2.group));
        sink.two(group(back), group(here));
        sink.two(group(here), group(next));
        sink.two(group(back), group(next));
        sink.some(u32::from(here.theme), form);
        sink.some(u32::from(back.theme), form);
        sink.some(u32::from(next.theme), form);
        sink.two(u32::from(back.theme), u32::from(here.theme));
        sink.two(u32::from(here.theme), u32::from(next.theme));
        sink.two(u32::from(here.lists), form);
        sink.some(u32::from(back.lists), u32::from(here.lists));
        sink.some(u32::from(next.lists), u32::from(here.lists));
    }

    /// What stands at the ends of the run of capitals, and around it: "... Party", "Mr ...", "... said".
    fn run(&self, sink: &mut Sink, index: usize) {
        let run = self.runs[index];
        if run.start == run.end {
            return;
        }
        let place = self.place(index, run);
        let (from_start, from_end) = (place >> 4, place & 15);
        let last = self.at(run.end as isize - 1);
        let first = self.at(run.start as isize);
        let before = self.at(run.start as isize - 1);
        let after = self.at(run.end as isize);
        sink.one(place);
        sink.two(last.word, from_end);
        sink.two(first.word, from_start);
        sink.two(before.word, from_start);
        sink.two(after.word, from_end);
        sink.two(u32::from(last.theme), from_end);
        sink.two(u32::from(before.theme), from_start);
        sink.two(u32::from(after.theme), from_end);
        sink.two(u32::from(before.group) << 8 | u32::from(after.group), place);
        sink.two(u32::from(first.lists), u32::from(last.lists) << 8 | place);
    }

    /// Where in its run the token stands, counted from both ends.
    fn place(&self, index: usize, run: Run) -> u32 {
        const FAR: usize = 3; // beyond it, only "inside" matters
        ((index - run.start).min(FAR) << 4 | (run.end - 1 - index).min(FAR)) as u32
    }
}

/// For every token the run it stands in; an empty one for tokens outside runs.
fn runs(sentence: &[Attributes]) -> Vec<Run> {
    let mut runs = vec![Run { start: 0, end: 0 }; sentence.len()];
    let mut start = 0;
    while start < sentence.len() {
        if !sentence[start].is_capital() {
            start += 1;
            continue;
        }
        let mut end = start + 1;
        while end < sentence.len() && sentence[end].is_capital() {
            end += 1;
        }
        runs[start..end].fill(Run { start, end });
        start = end;
    }
    runs
}

/// Templates of the second look are numbered from here, out of the way of the others.
const MEMORY_TEMPLATES: u32 = 100;

/// Numbers the templates as they come and hashes their values.
struct Sink<'o> {
    out: &'o mut Vec<u32>,
    template: u32,
}

impl Sink<'_> {
    fn one(&mut self, value: u32) {
        self.two(value, 0);
    }

    /// As [`Self::two`], unless `value` is 0: "nothing known" is no feature.
    fn some(&mut self, value: u32, other: u32) {
        if value == 0 {
            self.template += 1;
        } else {
            self.two(value, other);
        }
    }

    fn two(&mut self, value: u32, other: u32) {
        self.template += 1;
        self.out.push(bucket(self.template, value, other));
    }
}

/// The bucket of a feature: multiply and shift, so that every bit of the inputs reaches the result.
pub fn bucket(template: u32, value: u32, other: u32) -> u32 {
    let mut hash = value.wrapping_mul(0x9E37_79B1) ^ template.wrapping_mul(0x85EB_CA77);
    hash = (hash ^ (hash >> 15)).wrapping_add(other.wrapping_mul(0xC2B2_AE3D));
    hash = (hash ^ (hash >> 13)).wrapping_mul(0x27D4_EB2F);
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x1656_67B1);
    hash >> (32 - BUCKET_BITS)
}
