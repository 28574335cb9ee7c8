//! Exports read back by other means than they were written with: parsers of JSON, CSV and HTML of the tests' own.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::{env, fs};

use article_analyzer::export::{Format, export};
use article_analyzer::{Analysis, Analyzer, Options};
use serde_json::{Value, json};

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::english);

/// Whatever a format must not let through, in one article.
const HOSTILE: &str = "=cmd|' /C calc'!A0 said </script><script>alert(1)</script> & \"quotes\" in Kyiv.\r\n\
    # Heading with 12 ships [x](javascript:alert(1)) <!-- and \u{202E}Marta Oluwaseun\u{202C} \u{0} \u{1F600}\n\
    -5 degrees | +3 % in Malta; “We lost $3.5 million,” Marta Oluwaseun told Reuters on 3 May 2024.\u{2028}1. ]]>";

fn analyze(text: &str, unit: &str) -> Analysis {
    let options =
        Options::default().with_offsets(unit).and_then(|options| options.with_published("2025-02-08"));
    ANALYZER.analyze(text, &options.expect("the options are right"))
}

fn exported(text: &str, analysis: &Analysis, format: &str) -> String {
    let format = Format::named(format).expect("a known format");
    export(text, analysis, format).unwrap_or_else(|error| panic!("{error}"))
}

fn parsed(text: &str, analysis: &Analysis, format: &str) -> Value {
    let written = exported(text, analysis, format);
    assert!(!written.trim_end().contains('\n'), "one line");
    serde_json::from_str(&written).expect("JSON")
}

/// The golden articles and the hostile one.
fn texts() -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("it can be listed").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "txt") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles"), &mut found);
    assert!(found.len() > 10, "the articles are found");
    let read = |path: &PathBuf| fs::read_to_string(path).expect("UTF-8");
    found.iter().map(read).chain([HOSTILE.to_owned(), String::new()]).collect()
}

/// RFC 4180, by its grammar.
fn csv(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut characters = table.chars().peekable();
    let mut quoted = false;
    while let Some(character) = characters.next() {
        let row = rows.last_mut().expect("a row");
        let cell = row.last_mut().expect("a cell");
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' => {
                assert!(cell.is_empty(), "a quote begins its cell");
                quoted = true;
            }
            _ if quoted => cell.push(character),
            ',' => row.push(String::new()),
            '\r' => {
                assert_eq!(characters.next(), Some('\n'), "CRLF ends a line");
                rows.push(vec![String::new()]);
            }
            '\n' => panic!("a line feed outside of quotes"),
            _ => cell.push(character),
        }
    }
    assert!(!quoted);
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last line is ended");
    rows
}

fn cell<'r>(rows: &'r [Vec<String>], row: usize, heading: &str) -> &'r str {
    let column = rows[0].iter().position(|name| name == heading).unwrap_or_else(|| panic!("no {heading}"));
    &rows[row + 1][column]
}

fn slice(text: &str, start: &Value, end: &Value) -> String {
    let at = |value: &Value| value.as_u64().expect("an offset") as usize;
    text.chars().skip(at(start)).take(at(end) - at(start)).collect()
}

fn unescape(html: &str) -> String {
    let plain = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    plain.replace("&#13;", "\r").replace("&amp;", "&")
}

/// What stands between tags.
fn without_tags(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect()
}

#[test]
fn json_reads_back_as_the_same_analysis_whatever_unit_it_came_in() {
    for text in texts() {
        let expected = analyze(&text, "utf16");
        for unit in ["utf16", "bytes", "chars"] {
            let document = parsed(&text, &analyze(&text, unit), "json");
            let read: Analysis = serde_json::from_value(document).expect("an analysis");
            assert_eq!(read, expected);
        }
    }
}

#[test]
fn json_says_which_text_and_gives_code_points_beside_every_span() {
    fn spans(value: &Value, found: &mut Vec<(u64, u64, Value)>) {
        match value {
            Value::Object(fields) => {
                if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                    found.push((
                        start.as_u64().expect("n"),
                        end.as_u64().expect("n"),
                        fields["chars"].clone(),
                    ));
                }
                fields.values().for_each(|value| spans(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| spans(value, found)),
            _ => {}
        }
    }
    let text = "🚢🚢 “39,000 people 😀 left Kyiv on Friday,” Marta Oluwaseun told Reuters.";
    let document = parsed(text, &analyze(text, "bytes"), "json");
    assert_eq!(document["offsets"], "utf16");
    assert_eq!(document["text"]["utf16"], text.encode_utf16().count());
    assert_eq!(document["text"]["chars"], text.chars().count());
    assert_eq!(document["text"]["sha256"].as_str().map(str::len), Some(64));
    assert_eq!(document["generator"]["version"], env!("CARGO_PKG_VERSION"));
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut found = Vec::new();
    spans(&document, &mut found);
    assert!(found.len() > 5, "{document}");
    for (start, end, chars) in found {
        let utf16 = String::from_utf16(&units[start as usize..end as usize]).expect("whole characters");
        assert_eq!(slice(text, &chars[0], &chars[1]), utf16);
    }
}

#[test]
fn the_results_hold_the_text_and_its_analysis_and_may_stand_in_a_script() {
    for text in texts() {
        for unit in ["utf16", "bytes"] {
            let analysis = analyze(&text, unit);
            let written = exported(&text, &analysis, "results");
            assert!(!written.contains('<'), "{written}");
            let results = parsed(&text, &analysis, "results");
            assert_eq!(results["schema"], 1);
            assert_eq!(results["text"], *text);
            let read: Analysis = serde_json::from_value(results["analysis"].clone()).expect("an analysis");
            assert_eq!(read, analyze(&text, "utf16"));
        }
    }
}

#[test]
fn every_annotation_is_found_again_by_its_position_and_by_its_words() {
    for text in texts() {
        let analysis = analyze(&text, "utf16");
        let page = parsed(&text, &analysis, "webannotation");
        let items = page["items"].as_array().expect("items");
        let references: usize = analysis.entities.iter().map(|entity| entity.references.len()).sum();
        let pieces: usize = analysis.attributions.iter().map(|attribution| attribution.spans.len()).sum();
        let mentions = analysis.names.len() + analysis.figures.len() + analysis.dates.len();
        assert_eq!(items.len(), mentions + references + pieces);
        let mut ids: Vec<&str> = items.iter().map(|item| item["id"].as_str().expect("an id")).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), items.len(), "ids are unique");
        for item in items {
            let [quote, position] = [0, 1].map(|at| &item["target"]["selector"][at]);
            let [exact, prefix, suffix] =
                ["exact", "prefix", "suffix"].map(|key| quote[key].as_str().expect("text"));
            assert_eq!(slice(&text, &position["start"], &position["end"]), exact);
            let context = [prefix, exact, suffix].concat();
            let start = position["start"].as_u64().expect("an offset") as usize;
            let places =
                text.match_indices(&context).map(|(at, _)| text[..at + prefix.len()].chars().count());
            assert!(places.into_iter().any(|place| place == start), "{item}");
            assert!(prefix.chars().count() <= 32 && suffix.chars().count() <= 32);
        }
    }
}

#[test]
fn tables_read_back_with_one_width_and_run_nothing() {
    for text in texts() {
        let analysis = analyze(&text, "utf16");
        for (name, rows) in [
            ("figures", analysis.figures.len()),
            ("names", analysis.names.len()),
            ("entities", analysis.entities.len()),
            ("dates", analysis.dates.len()),
            ("attributions", analysis.attributions.len()),
            ("conflicts", analysis.conflicts.len()),
        ] {
            let table = csv(&exported(&text, &analysis, &format!("csv-{name}")));
            assert_eq!(table.len(), rows + 1, "{name}");
            for cells in &table {
                assert_eq!(cells.len(), table[0].len(), "{name}: {cells:?}");
                for cell in cells {
                    let runs =
                        cell.trim_start().starts_with(['=', '+', '-', '@']) && cell.parse::<f64>().is_err();
                    assert!(!runs, "{name}: {cell:?}");
                }
            }
        }
        let table = csv(&exported(&text, &analysis, "csv-figures"));
        for (row, figure) in analysis.figures.iter().enumerate() {
            assert_eq!(cell(&table, row, "value"), figure.value.as_deref().unwrap_or_default());
            let [start, end] =
                ["start", "end"].map(|key| json!(cell(&table, row, key).parse::<u64>().expect("an offset")));
            let words = slice(&text, &start, &end).split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(cell(&table, row, "words").trim_start_matches('\''), words);
        }
    }
}

#[test]
fn the_html_holds_the_article_character_by_character_and_no_tag_of_it() {
    for text in texts() {
        let page = exported(&text, &analyze(&text, "utf16"), "html");
        let (_, rest) = page.split_once("<article dir=\"auto\">").expect("the article");
        let (article, _) = rest.split_once("</article>").expect("its end");
        assert_eq!(unescape(&without_tags(article)), text.replace('\0', "\u{FFFD}"));
        assert_eq!(article.matches("<mark ").count(), article.matches('<').count() / 2);
        assert!(!page.contains("<script") && !page.contains("<!--"), "{page}");
        for (at, _) in page.match_indices("href=\"#") {
            let target = page[at + 7..].split('"').next().expect("an address");
            assert!(page.contains(&format!(" id=\"{target}\"")), "{target} is there");
        }
    }
}

#[test]
fn the_markdown_holds_the_words_and_nothing_of_the_text_is_markup() {
    let document = exported(HOSTILE, &analyze(HOSTILE, "utf16"), "markdown");
    let mut bare = String::new();
    let mut characters = document.chars();
    while let Some(character) = characters.next() {
        if character == '\\' {
            characters.next();
        } else {
            bare.push(character);
        }
    }
    assert!(!bare.contains(['<', '[', ']', '`', '\u{202E}', '\0']), "only escaped: {bare}");
    for wrong in ["\n# ", "\n-5", "\n1. ", "\n+ "] {
        assert!(!document.contains(wrong), "{wrong:?} in {document}");
    }
    let text = "Marta Oluwaseun lost €3.5 million (US$4m) in Kyiv on 3 May 2024.\nIt rained.";
    let document = exported(text, &analyze(text, "utf16"), "markdown");
    assert!(document.starts_with("*Marta Oluwaseun* lost **€3.5 million** ("), "{document}");
    assert!(document.contains("\n\nIt rained.\n\n## Figures\n\n| In the text | Value |"), "{document}");
    for line in document.lines().filter(|line| line.starts_with('|')) {
        assert_eq!(line.matches('|').count(), 8, "{line}");
    }
}

#[test]
fn the_json_ld_can_stand_in_a_page_and_names_each_thing_once() {
    let written = exported(HOSTILE, &analyze(HOSTILE, "utf16"), "jsonld");
    assert!(!written.contains(['<', '>', '&', '\u{2028}', '\u{202E}']), "{written}");
    for text in texts() {
        let analysis = analyze(&text, "utf16");
        let article = parsed(&text, &analysis, "jsonld");
        assert_eq!(article["@type"], "NewsArticle");
        let listed = |key: &str| article[key].as_array().cloned().unwrap_or_default();
        let things = [listed("about"), listed("mentions")].concat();
        assert_eq!(things.len(), analysis.entities.len());
        for thing in &things {
            let kinds = ["Person", "Place", "Organization", "Thing"];
            assert!(kinds.iter().any(|kind| thing["@type"] == *kind), "{thing}");
        }
        for quotation in listed("hasPart") {
            assert_eq!(quotation["@type"], "Quotation");
            let speaker = &quotation["spokenByCharacter"];
            let known =
                things.iter().any(|thing| thing["@id"] == speaker["@id"] && thing["name"] == speaker["name"]);
            assert!(speaker.is_null() || speaker["@id"].is_null() || known, "{quotation}");
        }
        assert!(!article.to_string().contains("ClaimReview"));
    }
}

#[test]
fn the_geojson_has_a_point_for_each_place_longitude_first() {
    let text = "It rained in Kyiv and in Lima, and again in Kyiv.";
    let collection = parsed(text, &analyze(text, "utf16"), "geojson");
    let features = collection["features"].as_array().expect("features");
    assert_eq!(features.len(), 2, "{collection}");
    let kyiv = &features[0];
    assert_eq!(kyiv["properties"]["name"], "Kyiv");
    assert_eq!(kyiv["properties"]["count"], 2);
    let [lon, lat] = [0, 1].map(|at| kyiv["geometry"]["coordinates"][at].as_f64().expect("degrees"));
    assert!((30.0..31.0).contains(&lon) && (50.0..51.0).contains(&lat), "{kyiv}");
    for text in texts() {
        for feature in
            parsed(&text, &analyze(&text, "utf16"), "geojson")["features"].as_array().expect("a list")
        {
            assert_eq!(feature["geometry"]["coordinates"].as_array().map(Vec::len), Some(2), "{feature}");
            for mention in feature["properties"]["mentions"].as_array().expect("a list") {
                let words = slice(&text, &mention["start"], &mention["end"]);
                assert_eq!(words.split_whitespace().collect::<Vec<_>>().join(" "), mention["words"]);
            }
        }
    }
}

#[test]
fn an_analysis_of_another_text_is_refused_in_words() {
    let text = "😀 There were 12 ships off Malta.";
    let whole = analyze(text, "utf16");
    let altered = |alter: &dyn Fn(&mut Analysis)| {
        let mut analysis = whole.clone();
        alter(&mut analysis);
        export(text, &analysis, Format::Html).expect_err("should be refused").to_string()
    };
    for (message, words) in [
        (
            altered(&|analysis| analysis.figures[0].end = 99),
            "figures[0]: no character of the text begins or ends",
        ),
        (altered(&|analysis| analysis.names[0].start = 1), "names[0]: no character"),
        (altered(&|analysis| analysis.names[0].start = usize::MAX), "names[0] ends at"),
        (
            altered(&|analysis| analysis.names[0].entity = 7),
            "names[0] points to entities[7], but there are only 1",
        ),
        (altered(&|analysis| analysis.figures[0].said_by = Some(0)), "figures[0] points to attributions[0]"),
        (altered(&|analysis| analysis.offsets = "utf8".to_owned()), "offsets \"utf8\": allowed are"),
        (altered(&|analysis| analysis.schema = 2), "schema 2 is not known"),
    ] {
        assert!(message.starts_with(words), "{message}");
    }
    for (_, format) in Format::ALL {
        let _ = export("", &whole, format).expect_err("another text");
    }
}

#[test]
fn a_format_that_is_not_known_is_told_those_that_are() {
    let message = Format::named("xml").expect_err("not known").to_string();
    assert!(message.contains("\"xml\"") && message.contains("csv-figures") && message.contains("geojson"));
}
