//! The command line as a shell meets it: what goes in, what comes out, how it ends.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_article-analyzer"));
    command.args(arguments).env_remove("NO_COLOR").env("COLUMNS", "80");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs it with `input` on standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = command(arguments).spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A command that refuses its options never reads.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("the command ends");
    writer.join().expect("the writer ends");
    output
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the output is UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

fn lines(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

/// A file of this test's own, removed when the test ends.
struct File(PathBuf);

impl File {
    fn new(name: &str, contents: &[u8]) -> Self {
        let name = format!("article-analyzer-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
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

const TEXT: &str = "😀 More than 39,000 people have left the town since Friday.";

#[test]
fn reads_standard_input_and_prints_marks_and_tables() {
    let output = run(&[], TEXT.as_bytes());
    assert!(output.status.success());
    let shown = stdout(&output);
    assert!(shown.contains("[39,000|figure]") || shown.contains("[More than 39,000|figure]"), "{shown}");
    assert!(shown.contains("Figures (1)") && shown.contains("39,000  "), "{shown}");
    assert!(!shown.contains('\x1b'), "no colour in a pipe");
}

#[test]
fn marks_by_colour_when_asked() {
    let shown = stdout(&run(&["--color", "always"], TEXT.as_bytes()));
    assert!(shown.contains("\x1b[1;36m39,000\x1b[0m"), "{shown:?}");
}

#[test]
fn keeps_to_the_width_of_the_terminal() {
    let text =
        "Ministers said that more than 39,000 people had been given 中文 shelter on Friday. ".repeat(20);
    for width in ["80", "120"] {
        let mut child = command(&[]).env("COLUMNS", width).spawn().expect("the command starts");
        child.stdin.take().expect("piped").write_all(text.as_bytes()).expect("it reads");
        let output = child.wait_with_output().expect("the command ends");
        let widest = stdout(&output).lines().map(unicode_width::UnicodeWidthStr::width).max();
        assert!(widest <= width.parse().ok(), "{widest:?} columns at {width}");
    }
}

#[test]
fn json_is_one_indented_object_and_jsonl_one_line() {
    let output = run(&["--format", "json"], TEXT.as_bytes());
    let value: Value = serde_json::from_str(&stdout(&output)).expect("one JSON value");
    assert_eq!(value["schema"], 1);
    assert!(stdout(&output).lines().count() > 5);
    assert_eq!(lines(&run(&["--format", "jsonl"], TEXT.as_bytes())), [value]);
}

#[test]
fn offsets_are_in_the_unit_asked_for() {
    for (unit, start) in [("utf16", 13), ("bytes", 15), ("chars", 12)] {
        let answer = &lines(&run(&["--format", "jsonl", "--offsets", unit], TEXT.as_bytes()))[0];
        assert_eq!(answer["offsets"], unit);
        assert_eq!(answer["figures"][0]["start"], start, "{unit}");
    }
}

#[test]
fn the_locale_decides_between_day_and_month() {
    let read = |locale| {
        lines(&run(&["--format", "jsonl", "--locale", locale], b"It opened on 3/4/2024."))[0].clone()
    };
    assert_eq!(read("en-GB")["dates"][0]["value"], "2024-04-03");
    assert_eq!(read("en-US")["dates"][0]["value"], "2024-03-04");
}

#[test]
fn names_that_are_not_sure_enough_are_left_out() {
    let text = b"Amina Yusuf told Reuters in Kyiv that Brent had moved.";
    let answer =
        |least| lines(&run(&["--format", "jsonl", "--least-confidence", least], text))[0]["names"].clone();
    let confidences = |names: &Value| -> Vec<f64> {
        let names = names.as_array().expect("a list").iter();
        names.map(|name| name["confidence"].as_f64().expect("a number")).collect()
    };
    let all = confidences(&answer("0"));
    assert!(all.len() >= 3, "{all:?}");
    let kept: Vec<f64> = all.iter().copied().filter(|&confidence| confidence >= 0.9).collect();
    assert_eq!(confidences(&answer("0.9")), kept);
    assert_eq!(answer("1"), json!([]));
}

#[test]
fn the_users_own_names_come_from_a_file() {
    let table = b"\xEF\xBB\xBF# mine\r\nadd\tzorblax\tother\r\n\r\nretype\tKyiv\tperson\nignore\tReuters\t\n";
    let file = File::new("names.tsv", table);
    let text = b"Amina Yusuf told Reuters in Kyiv about the zorblax.";
    let answer = &lines(&run(&["--format", "jsonl", "--offsets", "bytes", "--names", file.path()], text))[0];
    let names: Vec<(&[u8], &str)> = answer["names"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|name| {
            let offset = |end: &str| name[end].as_u64().expect("a number") as usize;
            (&text[offset("start")..offset("end")], name["kind"].as_str().expect("a word"))
        })
        .collect();
    assert!(names.contains(&(b"zorblax", "other")) && names.contains(&(b"Kyiv", "person")), "{names:?}");
    assert!(names.iter().all(|name| name.0 != b"Reuters"), "{names:?}");
}

#[test]
fn a_line_of_names_that_makes_no_sense_is_told_by_its_number() {
    for (table, parts) in [
        ("\nadd\tBrent\n", [":2: write add", "tab"]),
        ("add\tBrent\ttown\n", [":1: kind \"town\"", "\"place\""]),
        ("# x\nignore\tBrent\tplace\n", [":2: write ignore", "tab"]),
        ("drop\tBrent\n", [":1: \"drop\"", "add, retype or ignore"]),
        ("ignore\tBrent\nadd\tBrent\tplace\n", [":2: \"Brent\"", "twice"]),
        ("ignore\t--\n", [":1: \"--\"", "no word"]),
    ] {
        let file = File::new("bad.tsv", table.as_bytes());
        let output = run(&["--names", file.path()], b"");
        assert_eq!(output.status.code(), Some(2), "{table:?}");
        let message = stderr(&output);
        assert!(parts.iter().all(|part| message.contains(part)), "{table:?}: {message}");
    }
    let output = run(&["--names", "/no/such/names.tsv"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("/no/such/names.tsv: No such file"), "{}", stderr(&output));
}

#[test]
fn files_are_read_in_order_and_named_by_their_path() {
    let (first, second) = (File::new("1.txt", b"One."), File::new("2.txt", b"Two."));
    let answers = lines(&run(&["--format", "jsonl", second.path(), first.path()], b""));
    assert_eq!(answers[0]["id"], second.path());
    assert_eq!(answers[1]["id"], first.path());
    let shown = stdout(&run(&[second.path(), first.path()], b""));
    assert!(shown.find(second.path()) < shown.find(first.path()), "{shown}");
}

#[test]
fn a_file_that_cannot_be_read_is_named_and_the_next_one_is_read() {
    let file = File::new("there.txt", b"Here.");
    let output = run(&["--format", "jsonl", "/no/such/file.txt", "/", file.path()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 1);
    let messages = stderr(&output);
    assert!(messages.contains("cannot read /no/such/file.txt: No such file"), "{messages}");
    assert!(messages.contains("cannot read /: "), "{messages}");
}

#[test]
fn text_that_is_not_utf8_is_read_as_far_as_it_is_text() {
    let output = run(&["--format", "jsonl"], b"Caf\xE9: 39,000 people.");
    assert!(output.status.success());
    assert_eq!(lines(&output)[0]["figures"][0]["value"], "39000");
    assert!(stderr(&output).contains("standard input: not UTF-8 from byte 3"), "{}", stderr(&output));
}

#[test]
fn a_bad_line_gets_a_line_of_its_own_and_the_run_goes_on() {
    let input = b"\xEF\xBB\xBF{\"id\": \"a\", \"text\": \"One.\"}\r\nno json\n\n{\"id\": 4, \"text\": \"\\ud83d\"}\n\
        {\"id\": \"c\", \"text\": \"\xFF\"}\n{\"id\": \"d\", \"text\": \"Two.\", \"published\": \"2025-02-30\"}\n\
        [\"a\"]\n{\"id\": \"e\"}\n{\"id\": 7, \"text\": \"Three.\"}";
    let output = run(&["--input", "jsonl"], input);
    assert_eq!(output.status.code(), Some(1));
    let answers = lines(&output);
    let told: Vec<(Value, Value)> =
        answers.iter().map(|answer| (answer["id"].clone(), answer["error"]["line"].clone())).collect();
    let expected = [
        (json!("a"), json!(null)),
        (json!(null), json!(2)),
        (json!("4"), json!(4)),
        (json!("c"), json!(5)),
        (json!("d"), json!(null)),
        (json!(null), json!(7)),
        (json!("e"), json!(8)),
        (json!("7"), json!(null)),
    ];
    assert_eq!(told, expected);
    assert_eq!(answers[4]["figures"][0]["value"], "2", "a day that is none costs no more than the dates");
    assert_eq!(answers[4]["published"], json!(null));
    assert!(stderr(&output).contains("line 6: option published: \"2025-02-30\""), "{}", stderr(&output));
}

#[test]
fn a_line_may_give_its_own_publication_day() {
    let input = b"{\"text\": \"On Friday.\", \"published\": \"2025-02-08\"}\n{\"text\": \"On Friday.\"}\n";
    let answers = lines(&run(&["--input", "jsonl", "--published", "2024-01-02"], input));
    assert_eq!(answers[0]["published"], "2025-02-08");
    assert_eq!(answers[1]["published"], "2024-01-02");
}

#[test]
fn every_line_is_answered_before_the_next_is_asked_for() {
    let mut child = command(&["--input", "jsonl"]).spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("piped");
    let mut answers = BufReader::new(child.stdout.take().expect("piped"));
    for id in ["1", "2", "3"] {
        writeln!(stdin, "{{\"id\": \"{id}\", \"text\": \"On Friday.\"}}").expect("it reads");
        stdin.flush().expect("it reads");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("it answers");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!(answer["id"], id);
    }
    drop(stdin);
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = command(&["--input", "jsonl"]).spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("piped");
    drop(child.stdout.take());
    let line = b"{\"text\": \"On Friday.\"}\n";
    // The write fails once the command has gone.
    for _ in 0..100_000 {
        if stdin.write_all(line).is_err() {
            break;
        }
    }
    drop(stdin);
    let mut messages = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut messages).expect("messages are UTF-8");
    assert_eq!(messages, "");
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn an_option_that_makes_no_sense_is_refused_by_name() {
    for (arguments, words) in [
        (["--offsets", "utf8"], ["--offsets", "utf16, bytes, chars"]),
        (["--published", "2025-02-30"], ["--published", "YYYY-MM-DD"]),
        (["--published", "last week"], ["--published", "YYYY-MM-DD"]),
        (["--locale", "British English"], ["--locale", "en-GB"]),
        (["--least-confidence", "50"], ["--least-confidence", "from 0 to 1"]),
        (["--least-confidence", "much"], ["--least-confidence", "from 0 to 1"]),
        (["--format", "yaml"], ["--format", "text, json, jsonl, results, csv"]),
        (["--input", "csv"], ["--input", "text, jsonl"]),
    ] {
        let output = run(&arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let message = stderr(&output);
        assert!(words.iter().all(|word| message.contains(word)), "{arguments:?}: {message}");
    }
}

#[test]
fn empty_input_is_an_empty_answer() {
    assert!(stdout(&run(&[], b"")).starts_with("No names, figures or dates found\n"));
    assert_eq!(stdout(&run(&["--input", "jsonl"], b"")), "");
    assert_eq!(lines(&run(&["--format", "jsonl"], b""))[0]["figures"], json!([]));
}

#[test]
fn a_table_has_its_headings_once_and_says_which_article_a_row_is_of() {
    let input = b"{\"id\": \"=a\", \"text\": \"There were 12 ships.\"}\nno json\n{\"text\": \"There were 13 ships.\"}\n";
    let output = run(&["--input", "jsonl", "--format", "csv"], input);
    assert!(!output.status.success() && stderr(&output).contains("line 2: not JSON"), "{}", stderr(&output));
    let shown = stdout(&output);
    let lines: Vec<&str> = shown.split_terminator("\r\n").collect();
    assert!(lines[0].starts_with("id,start,end,words,kind,value,"), "{shown}");
    assert!(lines[1].starts_with("'=a,11,13,12,cardinal,12,"), "{shown}");
    assert!(lines[2].starts_with(",11,13,13,cardinal,13,"), "{shown}");
    assert_eq!(lines.len(), 3, "{shown}");
}

#[test]
fn a_table_of_one_article_has_no_ids_and_is_the_one_asked_for() {
    let output = stdout(&run(&["--format", "csv"], TEXT.as_bytes()));
    assert!(output.starts_with("start,end,words,"), "{output}");
    let dates = stdout(&run(&["--format", "csv", "--table", "dates"], TEXT.as_bytes()));
    assert!(dates.contains("\r\n51,57,Friday,date,"), "code points: {dates}");
}

#[test]
fn a_document_for_a_reader_is_one_article() {
    let file = File::new("export.txt", TEXT.as_bytes());
    let page = stdout(&run(&["--format", "html", file.path()], b""));
    assert!(page.starts_with("<!doctype html>") && page.contains(">39,000</mark>"), "{page}");
    assert!(stdout(&run(&["--format", "markdown"], TEXT.as_bytes())).contains("**39,000**"));
    for arguments in
        [&["--format", "html", file.path(), file.path()][..], &["--format", "markdown", "--input", "jsonl"]]
    {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("one document of one article"), "{}", stderr(&output));
    }
}

#[test]
fn formats_of_json_are_one_object_a_line() {
    let input = b"{\"text\": \"There were 12 ships off Malta.\"}\n{\"text\": \"It rained in Kyiv.\"}\n";
    for (format, key, value) in [
        ("results", "text", "There were 12 ships off Malta."),
        ("jsonld", "@type", "NewsArticle"),
        ("webannotation", "type", "AnnotationPage"),
        ("geojson", "type", "FeatureCollection"),
    ] {
        let answers = lines(&run(&["--input", "jsonl", "--format", format], input));
        assert_eq!(answers.len(), 2);
        assert_eq!(answers[0][key], value, "{answers:?}");
        assert!(answers[1].get(key).is_some(), "{answers:?}");
    }
}
