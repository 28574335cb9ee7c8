//! Rebuilds the names model: `cargo run --release --features train --bin train`.
//!
//! Reads the corpora under `--data` (a folder laid out as `src/lang/en/MODEL.md` says),
//! learns, writes the model file and prints its scores on the development sets; then measures how often
//! its names are right and writes that beside it, as `names.confidence`. `train calibrate [DATA] [MODEL]` only
//! measures a model that is there; `train speed MODEL FILE...` how fast it is, a line of a file being a text; `train references [DATA] [TABLE] [MODEL]` learns
//! whom pronouns mean.

use std::path::{Path, PathBuf};
use std::time::Instant;

use article_analyzer::Error;
use article_analyzer::train::{
    Corpus, Features, Knowledge, Learner, Model, NameKind, Parts, Settings, evaluate, gazetteer, given,
    lessons, load, marked, report, speed, table, themes, train,
};

/// Sets to learn from: file, weight of a sentence, a kind whose annotation is not to be learned from.
const TRAINING: [(&str, f32, Option<NameKind>); 5] = [
    ("worldwide/train", 1.0, None),
    ("men/train", 1.0, None),
    ("wikigold/train", 1.0, None),
    ("gum/train", 2.0, Some(NameKind::Other)), // the only one that is not news or encyclopedia
    ("crossner/train", 0.5, Some(NameKind::Other)), // its "other" covers far more than the news sets' does
];

/// How much a sentence counts that a teacher labelled (scripts/teach-names).
const TAUGHT_WEIGHT: f32 = 0.7;

/// How much a passage written for this project counts: they are few, and show what corpora lack.
const PASSAGES_WEIGHT: f32 = 2.0;

/// Sets to measure on while choosing settings; never learned from.
const DEVELOPMENT: [&str; 3] = ["worldwide/dev", "gum/dev", "uner_ewt/dev"];

/// Where the corpora are, and where the model goes, unless the command line says otherwise.
const DATA: &str = "../shared/data";
/// See [`DATA`].
const REFERENCES: &str = "src/lang/en/reference_weights.rs";
/// See [`DATA`].
const MODEL: &str = "src/lang/en/names.model";

const SETTINGS: Settings = Settings {
    epochs: 6,
    half_epochs: 2,
    full_epochs: 2,
    rate: 0.1,
    shrink: 0.0,
    dropout: 0.3,
    keep: 195_000,
    least_count: 2,
};

fn main() {
    if let Err(error) = run() {
        eprintln!("train: {error}");
        std::process::exit(1);
    }
}

fn run() -> Result<(), Error> {
    let mut arguments = std::env::args().skip(1).peekable();
    if arguments.next_if(|word| word == "speed").is_some() {
        return time(&arguments.collect::<Vec<_>>());
    }
    if arguments.next_if(|word| word == "references").is_some() {
        let mut or = |default: &str| arguments.next().unwrap_or_else(|| default.to_owned());
        return references(Path::new(&or(DATA)), Path::new(&or(REFERENCES)), Path::new(&or(MODEL)));
    }
    if arguments.next_if(|word| word == "calibrate").is_some() {
        let data = arguments.next().unwrap_or_else(|| DATA.to_owned());
        return calibrate(Path::new(&data), Path::new(&arguments.next().unwrap_or_else(|| MODEL.to_owned())));
    }
    let data = PathBuf::from(arguments.next().unwrap_or_else(|| DATA.to_owned()));
    let list_folder = PathBuf::from(arguments.next().unwrap_or_else(|| ".cache/name-lists".to_owned()));
    let output = PathBuf::from(arguments.next().unwrap_or_else(|| MODEL.to_owned()));
    let taught = PathBuf::from(arguments.next().unwrap_or_else(|| ".cache/taught.jsonl".to_owned()));
    let settings = settings_from_environment()?;
    let start = Instant::now();
    let log = |message: &str| eprintln!("{:6.1} s  {message}", start.elapsed().as_secs_f64());

    let corpora = training(&data.join("names"), &taught)?;
    let development = development(&data)?;
    let (themes, groups) = themes(&list_folder)?;
    let knowledge = Knowledge { themes, groups, given: given(&list_folder)?, gazetteer: gazetteer()? };
    let mut tell = |message: &str, parts: Option<&Parts>| {
        let scores = parts.map(|parts| scores(&Model::new(parts, &knowledge.gazetteer), &development));
        let scores = scores.unwrap_or_default();
        log(&format!("{message} {scores}"));
    };
    let parts = train(&corpora, &knowledge, &settings, &mut tell);
    write(&output, &parts)?;
    let Features { buckets, weights, .. } = &parts.features;
    println!("{} features, {} weights, {} themes", buckets.len(), weights.len(), parts.themes.len());
    println!("{}", scores(&Model::new(&parts, &knowledge.gazetteer), &development));
    calibrate(&data, &output)
}

/// Tells how many megabytes a second one core reads.
fn time(arguments: &[String]) -> Result<(), Error> {
    let [model, files @ ..] = arguments else {
        return Err(Error::new("speed: give a model and the files to read"));
    };
    let model =
        Model::load(&std::fs::read(model).map_err(|error| fault(model.as_ref(), &error))?, &gazetteer()?)?;
    let mut texts = Vec::new();
    for path in files {
        let file = std::fs::read_to_string(path).map_err(|error| fault(path.as_ref(), &error))?;
        texts.extend(file.lines().filter(|line| !line.is_empty()).map(str::to_owned));
    }
    let (tokens, names) = speed(&model, &texts);
    println!("{} texts: tokens {tokens:.1} MB/s, tokens and names {names:.1} MB/s", texts.len());
    Ok(())
}

/// Learns the weights by which antecedents are chosen from two sets, and tells how well each half of the second
/// is resolved by weights that have not seen it.
fn references(data: &Path, table: &Path, model: &Path) -> Result<(), Error> {
    let model = std::fs::read(model).map_err(|error| fault(model, &error))?;
    let clusters = lessons(&data.join("coref/gum_train.jsonl"))?;
    let pairs = lessons(&data.join("coref/gap_dev.jsonl"))?;
    let other = lessons(&data.join("coref/gum_dev.jsonl"))?;
    for half in 0..2 {
        let of = |wanted: usize| {
            pairs.iter().enumerate().filter(move |(at, _)| at % 2 == wanted).map(|(_, pair)| pair)
        };
        let mut learner = Learner::learn(&clusters.iter().chain(of(1 - half)).collect::<Vec<_>>(), &model)?;
        let [named, resolved, right] = learner.measure(&of(half).collect::<Vec<_>>(), &model)?;
        println!("half {half} unseen: {right} of {named} named right, {resolved} resolved");
    }
    let mut learner = Learner::learn(&clusters.iter().chain(&pairs).collect::<Vec<_>>(), &model)?;
    std::fs::write(table, learner.table()).map_err(|error| fault(table, &error))?;
    let [named, resolved, right] = learner.measure(&other.iter().collect::<Vec<_>>(), &model)?;
    println!("gum_dev: {right} of {named} named right, {resolved} resolved");
    Ok(())
}

/// Measures how often the names of a model are right, writes the table beside it and tells what it is worth.
fn calibrate(data: &Path, model: &Path) -> Result<(), Error> {
    let file = std::fs::read(model).map_err(|error| fault(model, &error))?;
    let sets: Vec<Corpus> = development(data)?.into_iter().map(Corpus::in_our_convention).collect();
    let path = model.with_extension("confidence");
    std::fs::write(&path, table(&file, &sets)?).map_err(|error| fault(&path, &error))?;
    println!("{}", report(&file, &sets)?);
    Ok(())
}

/// The sets to measure on, as they were annotated.
fn development(data: &Path) -> Result<Vec<Corpus>, Error> {
    DEVELOPMENT.iter().map(|set| load(&data.join(format!("names/{set}.jsonl")), 1.0, None)).collect()
}

/// Everything to learn from, labels that a teacher gave to plain text included, in one convention.
fn training(folder: &Path, taught: &Path) -> Result<Vec<Corpus>, Error> {
    let mut corpora = Vec::new();
    for (set, weight, masked) in TRAINING {
        let weight = weight_of(set).unwrap_or(weight);
        if weight > 0.0 {
            corpora.push(load(&folder.join(format!("{set}.jsonl")), weight, masked)?.in_our_convention());
        }
    }
    corpora.push(load(taught, weight_of("taught").unwrap_or(TAUGHT_WEIGHT), None)?.in_our_convention());
    corpora.push(marked(Path::new("tests/articles/names"), PASSAGES_WEIGHT)?);
    Ok(corpora)
}

fn scores(model: &Model, development: &[Corpus]) -> String {
    let of = |(set, corpus): (&&str, &Corpus)| {
        let score = evaluate(model, corpus);
        let kinds: Vec<String> =
            NameKind::ALL.iter().map(|&kind| format!("{:.1}", 100.0 * score.of(kind))).collect();
        let (precision, recall, f1) = score.three();
        format!(
            "| {set} P {:.1} R {:.1} F {:.2} ({})",
            100.0 * precision,
            100.0 * recall,
            100.0 * f1,
            kinds.join(" ")
        )
    };
    DEVELOPMENT.iter().zip(development).map(of).collect::<Vec<_>>().join(" ")
}

/// The settings, with any of them overridden for a trial: `TRAIN="epochs=3 rate=0.2"`.
fn settings_from_environment() -> Result<Settings, Error> {
    let mut settings = SETTINGS;
    for pair in std::env::var("TRAIN").unwrap_or_default().split_whitespace() {
        let Some((name, value)) = pair.split_once('=') else { continue };
        let number: f32 = value.parse().map_err(|_| Error::new(format!("TRAIN: {pair:?} needs a number")))?;
        match name {
            "epochs" => settings.epochs = number as usize,
            "full_epochs" => settings.full_epochs = number as usize,
            "rate" => settings.rate = number,
            "shrink" => settings.shrink = number,
            "dropout" => settings.dropout = number,
            "keep" => settings.keep = number as usize,
            "least_count" => settings.least_count = number as u8,
            "half_epochs" => settings.half_epochs = number as usize,
            "taught" => {}
            set if TRAINING.iter().any(|(name, ..)| name.starts_with(set)) => {}
            other => return Err(Error::new(format!("TRAIN: {other:?} is no setting"))),
        }
    }
    Ok(settings)
}

/// The weight of a training set, overridden for a trial: `TRAIN="gmb=0.1"`.
fn weight_of(set: &str) -> Option<f32> {
    let trial = std::env::var("TRAIN").ok()?;
    let (_, value) = trial
        .split_whitespace()
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| set.starts_with(name))?;
    value.parse().ok()
}

fn write(path: &Path, parts: &Parts) -> Result<(), Error> {
    std::fs::write(path, parts.to_file()).map_err(|error| fault(path, &error))
}

fn fault(path: &Path, error: &std::io::Error) -> Error {
    Error::new(format!("{}: {error}", path.display()))
}
