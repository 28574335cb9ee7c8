//! An archive, an article a line, read by many threads and answered in its own order.
//!
//! One thread reads lines in batches, some analyse them, and the caller writes the answers, batch after batch. Only so
//! many batches are under way at a time, so that an archive of any length takes the same memory. A batch ends where
//! waiting would begin: a program that asks line by line gets its answer before it asks on.

use std::collections::BTreeMap;
use std::io::{self, BufRead};
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::answer::{Answer, Answering};
use crate::input::{Reader, Source};

/// A batch has no more bytes than this, a single longer line apart: enough that handing it on costs nothing.
const BATCH: usize = 64 * 1024;

/// Batches under way for each thread: one is read, one waits, two are done and wait for their turn to be written.
const UNDER_WAY: usize = 4;

/// U+FEFF in UTF-8, which some editors put before the first line.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Lines of one source that follow one another.
#[derive(Default)]
pub struct Batch {
    /// Each with its number in the source, counted from 1.
    lines: Vec<(u64, Vec<u8>)>,
    /// Why nothing follows, if not because the source ends.
    trouble: Option<io::Error>,
}

/// The answers to one batch.
pub struct Answers {
    pub answers: Vec<Answer>,
    pub trouble: Option<io::Error>,
}

/// The lines of a source in batches, line breaks and empty lines left out.
struct Batches {
    reader: Reader,
    number: u64,
    is_over: bool,
}

impl Iterator for Batches {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        if self.is_over {
            return None;
        }
        let mut batch = Batch::default();
        let mut bytes = 0;
        while bytes < BATCH && (batch.lines.is_empty() || self.reader.buffer().contains(&b'\n')) {
            let mut line = Vec::new();
            match self.reader.read_until(b'\n', &mut line) {
                Ok(0) => self.is_over = true,
                Ok(_) => {
                    self.number += 1;
                    bytes += line.len();
                    batch.take(line, self.number);
                    continue;
                }
                Err(error) => (self.is_over, batch.trouble) = (true, Some(error)),
            }
            break;
        }
        (!batch.lines.is_empty() || batch.trouble.is_some()).then_some(batch)
    }
}

impl Batch {
    fn take(&mut self, mut line: Vec<u8>, number: u64) {
        if number == 1 && line.starts_with(BYTE_ORDER_MARK) {
            line.drain(..BYTE_ORDER_MARK.len());
        }
        line.truncate(line.trim_ascii_end().len());
        if !line.is_empty() {
            self.lines.push((number, line));
        }
    }

    fn answered(self, answering: &Answering) -> Answers {
        let answers = self.lines.iter().map(|(number, line)| answering.line(line, *number)).collect();
        Answers { answers, trouble: self.trouble }
    }
}

/// Reads a source and hands its answers to `write`, in order; ends when that fails.
///
/// # Errors
/// The source cannot be opened (the outer one), or `write` failed.
pub fn read(
    source: &Source,
    jobs: usize,
    answering: &Arc<Answering>,
    mut write: impl FnMut(Answers) -> io::Result<()>,
) -> io::Result<io::Result<()>> {
    let batches = Batches { reader: source.open()?, number: 0, is_over: false };
    if jobs <= 1 {
        return Ok(batches.map(|batch| batch.answered(answering)).try_for_each(write));
    }
    let (leave, places) = mpsc::sync_channel(jobs * UNDER_WAY);
    let (hand_out, batches_in) = mpsc::channel();
    let (hand_in, answers) = mpsc::channel();
    // Not scoped: when nobody reads the output any more, a thread that waits for input must not keep the program.
    thread::spawn(move || give(batches, &leave, &hand_out));
    let batches_in = Arc::new(Mutex::new(batches_in));
    for _ in 0..jobs {
        let (batches_in, hand_in, answering) = (batches_in.clone(), hand_in.clone(), answering.clone());
        thread::spawn(move || work(&batches_in, &hand_in, &answering));
    }
    drop(hand_in);
    let mut early = BTreeMap::new();
    let mut next = 0_u64;
    for (place, done) in answers {
        early.insert(place, done);
        while let Some(done) = early.remove(&next) {
            next += 1;
            if let Err(error) = write(done) {
                return Ok(Err(error));
            }
            let _ = places.recv(); // one more may be read
        }
    }
    // Nothing may be lost in silence.
    Ok(if early.is_empty() { Ok(()) } else { Err(io::Error::other("a thread has stopped")) })
}

/// Every batch needs a place among those that are under way. Ends when nobody listens any more.
fn give(batches: impl Iterator<Item = Batch>, leave: &SyncSender<()>, hand_out: &Sender<(u64, Batch)>) {
    for numbered in (0..).zip(batches) {
        if leave.send(()).is_err() || hand_out.send(numbered).is_err() {
            return;
        }
    }
}

fn work(batches: &Mutex<Receiver<(u64, Batch)>>, hand_in: &Sender<(u64, Answers)>, answering: &Answering) {
    loop {
        let next = batches.lock().expect("no thread panics while it takes a batch").recv();
        let Ok((place, batch)) = next else { return };
        if hand_in.send((place, batch.answered(answering))).is_err() {
            return;
        }
    }
}
