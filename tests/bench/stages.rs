//! How fast each stage is, in megabytes a second on one core:
//!
//! ```sh
//! cargo bench --no-default-features --features stages --bench stages            # made-up news, always the same
//! cargo bench --no-default-features --features stages --bench stages -- FILE... # texts of your own
//! ```
//!
//! Without the command line, which Cargo would build beside it with another panic strategy, into the same files.
//! Counted is the processor's time and not the clock's, and of several walks the quickest: what else the machine
//! does only slows.

#[path = "../invariants/news.rs"]
#[allow(dead_code)] // its tests are run where it belongs
mod news;

use article_analyzer::stages::Read;
use cpu_time::ThreadTime;

/// Each stage is walked so often.
const WALKS: usize = 9;
/// The size of the news that are made up, in bytes.
const SIZE: usize = 2_000_000;
/// What news say between two sentences with an amount or a date in them.
const PROSE: &[&str] = &[
    "The council had promised for years to mend the roof, and the librarians had learned to live with buckets. ",
    "“Nobody told us anything,” said the owner of the bakery on the other side of the square. ",
    "Her brother, a retired pilot, keeps the boat in a shed behind the house and takes it out whenever he can. ",
    "Critics of the plan say that it leaves out the villages along the river, where most of the flooding begins. ",
    "It was not clear how the fire had started, but neighbours spoke of a smell of burning plastic. ",
];

fn main() -> std::io::Result<()> {
    // Cargo itself adds "--bench".
    let files: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let mut texts = Vec::new();
    for file in &files {
        texts.extend(articles(&std::fs::read_to_string(file)?));
    }
    if files.is_empty() {
        texts = made_up();
    }
    measure(&texts);
    Ok(())
}

/// The articles of a file: as many lines as make some pages, so that what a call costs by itself counts as it
/// does in earnest.
fn articles(file: &str) -> Vec<String> {
    const LENGTH: usize = 4_000;
    let mut articles = vec![String::new()];
    for line in file.lines() {
        if articles.last().is_some_and(|article| article.len() > LENGTH) {
            articles.push(String::new());
        }
        let Some(article) = articles.last_mut() else { continue };
        article.push_str(line);
        article.push('\n');
    }
    articles
}

/// Made-up news from a fixed seed, every third sentence with amounts and dates.
fn made_up() -> Vec<String> {
    let mut state: u64 = 20_250_208;
    // Xorshift: enough to choose sentences by.
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut text = String::new();
    while text.len() < SIZE {
        let choices: Vec<u8> = (0..12).map(|_| (random() % 200) as u8).collect();
        text.push_str(&news::write(&choices));
        text.push(' ');
        for _ in 0..2 {
            text.push_str(PROSE[(random() % PROSE.len() as u64) as usize]);
        }
        text.push('\n');
    }
    articles(&text)
}

fn measure(texts: &[String]) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let rate = |stage: &dyn Fn() -> usize| {
        let walk = |_| {
            let start = ThreadTime::now();
            // The answer is used, or the compiler leaves the work out.
            std::hint::black_box(stage());
            start.elapsed().as_secs_f64()
        };
        bytes as f64 / 1e6 / (0..WALKS).map(walk).fold(f64::MAX, f64::min)
    };
    let documents: Vec<Read> = texts.iter().map(|text| Read::english(text)).collect();
    let over = |stage: fn(&Read) -> usize| rate(&|| documents.iter().map(stage).sum());
    let found = |stage: fn(&Read) -> usize| -> usize { documents.iter().map(stage).sum() };
    println!(
        "{} texts, {:.1} MB: {} tokens, {} figures, {} dates",
        texts.len(),
        bytes as f64 / 1e6,
        found(|read| read.tokens()),
        found(|read| read.figures()),
        found(|read| read.dates())
    );
    let from_text =
        |stage: fn(&Read) -> usize| rate(&|| texts.iter().map(|text| stage(&Read::english(text))).sum());
    for (stage, rate) in [
        ("tokens", from_text(|read| read.tokens())),
        ("figures", over(|read| read.figures())),
        ("dates", over(|read| read.dates())),
        ("figures and dates", over(|read| read.figures() + read.dates())),
        ("tokens, figures and dates", from_text(|read| read.figures() + read.dates())),
    ] {
        println!("{stage:<26} {rate:7.1} MB/s");
    }
}
