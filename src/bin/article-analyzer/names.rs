//! The user's own names, from a file: a name a line, in columns with a tab between them.
//!
//! ```text
//! # what    name          kind
//! add       Port Sella    place
//! retype    Brent         organization
//! ignore    Lucky
//! ```
//! Empty lines and those that begin with # are skipped.

use std::path::Path;

use article_analyzer::{Error, OwnNames};

/// Reads the file; an error begins with its name and the line.
pub fn read(path: &Path) -> Result<OwnNames, Error> {
    let fault = |error: &dyn std::fmt::Display| Error::new(format!("{}: {error}", path.display()));
    let file = std::fs::read(path).map_err(|error| fault(&error))?;
    let table = std::str::from_utf8(&file).map_err(|_| fault(&"not UTF-8"))?;
    let mut names = OwnNames::english();
    for (index, line) in table.trim_start_matches('\u{FEFF}').lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        names = with_line(names, line)
            .map_err(|error| Error::new(format!("{}:{}: {error}", path.display(), index + 1)))?;
    }
    Ok(names)
}

fn with_line(names: OwnNames, line: &str) -> Result<OwnNames, Error> {
    let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
    let columns = columns.strip_suffix(&[""]).unwrap_or(&columns); // a spreadsheet's empty third column
    match columns {
        ["add", name, kind] => names.with_added(name, kind),
        ["retype", name, kind] => names.with_retyped(name, kind),
        ["ignore", name] => names.with_ignored(name),
        [what @ ("add" | "retype"), ..] => {
            Err(Error::new(format!("write {what}, the name and its kind, with a tab between them: {line:?}")))
        }
        ["ignore", ..] => {
            Err(Error::new(format!("write ignore and the name, with a tab between them: {line:?}")))
        }
        [what, ..] => {
            Err(Error::new(format!("{what:?} is not known; a line begins with add, retype or ignore")))
        }
        [] => Ok(names),
    }
}
