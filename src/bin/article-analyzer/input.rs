//! Where the texts come from: files, or standard input; packed by gzip or Zstandard, or as they are.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, IsTerminal, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

/// So much is read, or unpacked, at a time.
const BUFFER: usize = 256 * 1024;

/// The bytes that a gzip file begins with.
const GZIP: &[u8] = &[0x1F, 0x8B];
/// The bytes that a Zstandard file begins with.
const ZSTANDARD: &[u8] = &[0x28, 0xB5, 0x2F, 0xFD];

/// A source that is open. Its buffer says what can be had without waiting.
pub type Reader = BufReader<Box<dyn Read + Send>>;

/// One place to read from.
#[derive(Clone)]
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

    /// A reader of it, buffered and unpacked.
    pub fn open(&self) -> io::Result<Reader> {
        let packed: Box<dyn Read + Send> = match self {
            Source::Standard => {
                if io::stdin().is_terminal() {
                    eprintln!("article-analyzer: reading standard input; Ctrl-D ends it");
                }
                Box::new(io::stdin())
            }
            Source::File(path) => Box::new(File::open(path)?),
        };
        unpacked(packed)
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

/// The first bytes tell what a stream is, whatever its file is called. No text begins with these.
fn unpacked(mut packed: Box<dyn Read + Send>) -> io::Result<Reader> {
    let mut head = [0; ZSTANDARD.len()];
    let mut length = 0;
    // A pipe may give less than was asked for; but a question on one line is not to wait for a fourth byte.
    while length < head.len() && [GZIP, ZSTANDARD].iter().any(|magic| magic.starts_with(&head[..length])) {
        match packed.read(&mut head[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let head = &head[..length];
    let whole = Cursor::new(head.to_vec()).chain(packed);
    let plain: Box<dyn Read + Send> = if head.starts_with(GZIP) {
        Box::new(MultiGzDecoder::new(BufReader::with_capacity(BUFFER, whole)))
    } else if head.starts_with(ZSTANDARD) {
        Box::new(Frames { packed: Some(BufReader::with_capacity(BUFFER, Box::new(whole))), frame: None })
    } else {
        Box::new(whole)
    };
    Ok(BufReader::with_capacity(BUFFER, plain))
}

type Packed = BufReader<Box<dyn Read + Send>>;

/// A Zstandard stream of any number of frames, as they come of files that were written on or laid together.
struct Frames {
    /// Here between frames.
    packed: Option<Packed>,
    frame: Option<StreamingDecoder<Packed, ruzstd::decoding::FrameDecoder>>,
}

impl Read for Frames {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(frame) = &mut self.frame {
                let read = frame.read(buffer)?;
                if read > 0 || buffer.is_empty() {
                    return Ok(read);
                }
                self.packed = self.frame.take().map(StreamingDecoder::into_inner);
            }
            let Some(mut packed) = self.packed.take() else { return Ok(0) };
            if packed.fill_buf()?.is_empty() {
                return Ok(0);
            }
            self.frame = Some(StreamingDecoder::new(packed).map_err(io::Error::other)?);
        }
    }
}
