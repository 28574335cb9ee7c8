//! The articles that an earlier run has answered, by the ids in its results.
//!
//! Of each id a hash of 128 bits is kept, not the id: a million take 16 megabytes, and that two of a billion ids
//! have the same one is less likely than a fault of the machine.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::BufRead;
use std::path::Path;

use article_analyzer::Error;

use crate::input::Source;
use crate::jsonl;

/// Ids that need not be read again.
#[derive(Default)]
pub struct Done(HashSet<u128>);

impl Done {
    /// The ids in a file of results, an object a line.
    ///
    /// # Errors
    /// The file cannot be read, or its last line is cut off: what is written behind that would be lost.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let cannot = |error: std::io::Error| Error::new(format!("cannot read {}: {error}", path.display()));
        let mut reader = Source::File(path.to_owned()).open().map_err(cannot)?;
        let mut ids = HashSet::new();
        let mut line = Vec::new();
        let mut whole = 0;
        loop {
            line.clear();
            if reader.read_until(b'\n', &mut line).map_err(cannot)? == 0 {
                return Ok(Self(ids));
            }
            if !line.ends_with(b"\n") {
                return Err(Error::new(format!(
                    "the last line of {0} is cut off; take it away with: truncate -s {whole} '{0}'",
                    path.display()
                )));
            }
            whole += line.len();
            ids.extend(jsonl::id_in(&line).map(|id| key(&id)));
        }
    }

    /// Whether this article has its answer.
    pub fn contains(&self, id: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&key(id))
    }
}

fn key(id: &str) -> u128 {
    let half = |salt: u8| {
        let mut hasher = DefaultHasher::new();
        (salt, id).hash(&mut hasher);
        u128::from(hasher.finish())
    };
    (half(0) << 64) | half(1)
}
