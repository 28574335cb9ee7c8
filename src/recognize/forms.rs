//! Tables of sentences and what is read in them, for the tests of the recognisers, of the passes and of their
//! documentation.

/// Compares every sentence with what is `told` of it, and shows all that differ.
pub fn check(table: &[(&str, &str)], told: impl Fn(&str) -> String) {
    let wrong: Vec<String> = table
        .iter()
        .filter(|(text, expected)| told(text) != *expected)
        .map(|(text, expected)| format!("{text}\n  wanted {expected}\n  got    {}", told(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rows of the tables in a page of documentation: a sentence and its analysis. A page that has lost its
/// tables must not pass: it has more than `least` rows.
pub fn rows(page: &str, least: usize) -> Vec<(&str, &str)> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let rows = rows.filter_map(|row| row.split_once(" | ")).filter(|(sentence, _)| *sentence != "sentence");
    let rows: Vec<(&str, &str)> =
        rows.map(|(sentence, analysis)| (sentence, analysis.trim_matches('`'))).collect();
    assert!(rows.len() > least, "the tables are read: {} rows", rows.len());
    rows
}
