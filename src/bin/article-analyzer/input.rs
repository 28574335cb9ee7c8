//! Where the texts come from: files, or standard input.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};

/// One place to read from.
pub enum Source {
    /// Standard input, named "-" or not at all.
    Standard,
    /// A file.
    File(PathBuf),
}

impl Source {
    /// Every source the command line names, in its order.
    pub fn all(files: &[PathBuf]) -> Vec<Source> {
        if files.is_empty() {
            return vec![Source::Standard];
        }
        files
            .iter()
            .map(|path| if path == Path::new("-") { Source::Standard } else { Source::File(path.clone()) })
            .collect()
    }

    /// What messages call it.
    pub fn name(&self) -> Cow<'_, str> {
        match self {
            Source::Standard => Cow::Borrowed("standard input"),
            Source::File(path) => path.to_string_lossy(),
        }
    }

    /// A reader of it, buffered.
    pub fn open(&self) -> io::Result<Box<dyn BufRead>> {
        match self {
            Source::Standard => {
                if io::stdin().is_terminal() {
                    eprintln!("article-analyzer: reading standard input; Ctrl-D ends it");
                }
                Ok(Box::new(BufReader::new(io::stdin())))
            }
            Source::File(path) => Ok(Box::new(BufReader::new(File::open(path)?))),
        }
    }

    /// All of it as one text. Bytes that are not UTF-8 become U+FFFD, which is said on standard error:
    /// an old file with one wrong byte still has names and figures worth finding.
    pub fn read_text(&self) -> io::Result<String> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes)?;
        Ok(String::from_utf8(bytes).unwrap_or_else(|error| {
            let at = error.utf8_error().valid_up_to();
            eprintln!(
                "article-analyzer: {}: not UTF-8 from byte {at}; what cannot be read is shown as \u{FFFD}",
                self.name()
            );
            String::from_utf8_lossy(error.as_bytes()).into_owned()
        }))
    }
}
