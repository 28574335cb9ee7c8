//! An archive on the command line: many articles, packed or not, by many threads, in order, resumable.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::Value;

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_article-analyzer"));
    command.args(["--input", "jsonl"]).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments).spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the writer ends");
    output
}

fn ids(output: &[u8]) -> Vec<String> {
    let lines = output.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
    let read = lines.map(|line| serde_json::from_slice::<Value>(line).expect("each line is JSON"));
    read.map(|value| value["id"].as_str().expect("an id").to_owned()).collect()
}

/// So many articles of very different lengths, and a bad line among them.
fn archive(count: usize) -> String {
    let mut lines = String::new();
    for id in 0..count {
        let text =
            format!("At least {id} ships left Lisbon on Monday, Elena Marsh said. ").repeat(1 + id * 7 % 40);
        match id {
            13 => writeln!(lines, r#"{{"id": "a13", "text": 13}}"#),
            _ => writeln!(lines, r#"{{"id": "a{id}", "text": "{text}"}}"#),
        }
        .expect("a string takes everything");
    }
    lines
}

/// A file of this test's own, removed when the test ends.
struct File(PathBuf);

impl File {
    fn new(name: &str, contents: &[u8]) -> Self {
        let path =
            std::env::temp_dir().join(format!("article-analyzer-archive-{}-{name}", std::process::id()));
        fs::write(&path, contents).expect("the temporary folder can be written");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("the path is UTF-8")
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn many_threads_answer_in_the_order_of_the_archive_and_to_the_byte() {
    let input = archive(300);
    let one = run(&["--jobs", "1"], input.as_bytes());
    let many = run(&["--jobs", "7"], input.as_bytes());
    assert_eq!(ids(&one.stdout), (0..300).map(|id| format!("a{id}")).collect::<Vec<_>>());
    assert!(one.stdout == many.stdout, "the same bytes");
    assert_eq!((one.status.code(), many.status.code()), (Some(1), Some(1)), "one line was bad");
    let table = |jobs| run(&["--format", "csv", "--jobs", jobs], input.as_bytes());
    let (one, many) = (table("1"), table("7"));
    assert!(one.stdout == many.stdout && one.stderr == many.stderr);
    assert!(String::from_utf8_lossy(&many.stderr).contains("line 14: \"text\" must be a string"));
}

#[test]
fn packed_archives_are_read_as_they_are_in_files_and_pipes() {
    let input = archive(40);
    let plain = run(&[], input.as_bytes()).stdout;
    let gzip = |text: &str| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text.as_bytes()).expect("memory takes everything");
        encoder.finish().expect("memory takes everything")
    };
    let zstandard = |text: &str| compress_to_vec(text.as_bytes(), CompressionLevel::Fastest);
    let (first, second) = input.split_at(input.find("{\"id\": \"a20\"").expect("it is there"));
    for (name, packed) in [
        ("one.gz", gzip(&input)),
        ("two.gz", [gzip(first), gzip(second)].concat()),
        ("one.zst", zstandard(&input)),
        ("two.zst", [zstandard(first), zstandard(second)].concat()),
    ] {
        let file = File::new(name, &packed);
        assert!(run(&[file.path()], b"").stdout == plain, "{name}");
        assert!(run(&[], &packed).stdout == plain, "{name} by a pipe");
    }
}

#[test]
fn an_archive_that_is_damaged_is_read_as_far_as_it_goes_and_told() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(archive(40).as_bytes()).expect("memory takes everything");
    let packed = encoder.finish().expect("memory takes everything");
    let output = run(&["--jobs", "3"], &packed[..packed.len() - 9]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot read standard input"));
    assert!(ids(&output.stdout).len() >= 39);
}

#[test]
fn a_run_that_was_ended_goes_on_where_it_was_nothing_lost_and_nothing_twice() {
    let input = archive(200);
    let whole = run(&[], input.as_bytes()).stdout;
    let end_of_77 =
        whole.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(76).expect("77 lines").0 + 1;
    let results = File::new("results.jsonl", &whole[..end_of_77]);
    let rest = run(&["--skip-done", results.path()], input.as_bytes());
    assert!([&whole[..end_of_77], &rest.stdout].concat() == whole, "the two parts are the whole");

    let cut = File::new("cut.jsonl", &whole[..end_of_77 + 20]);
    let refused = run(&["--skip-done", cut.path()], input.as_bytes());
    assert_eq!(refused.status.code(), Some(2));
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(told.contains(&format!("truncate -s {end_of_77} ")) && refused.stdout.is_empty(), "{told}");

    let other = run(&["--skip-done", results.path(), "--format", "csv"], input.as_bytes());
    assert_eq!(other.status.code(), Some(2));
    assert_eq!(run(&["--skip-done", "/nowhere/at/all"], b"").status.code(), Some(2));
}

#[test]
fn who_asks_line_by_line_is_answered_before_the_next_question() {
    for jobs in ["1", "4"] {
        let mut child = command(&["--jobs", jobs]).spawn().expect("the command starts");
        let mut questions = child.stdin.take().expect("standard input is piped");
        let mut answers = BufReader::new(child.stdout.take().expect("standard output is piped"));
        for id in 0..5 {
            writeln!(questions, r#"{{"id": {id}, "text": "There were {id} ships."}}"#).expect("it reads");
            let mut answer = String::new();
            answers.read_line(&mut answer).expect("it answers");
            assert_eq!(ids(answer.as_bytes()), [id.to_string()]);
        }
        drop(questions);
        assert!(child.wait().expect("it ends").success());
    }
}
