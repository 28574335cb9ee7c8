//! Dates and times.

use jiff::civil::Date;

use super::DateMention;
use crate::lang::Language;
use crate::text::Document;

/// Every date of the document, in text order, none overlapping. Relative ones are resolved against
/// `published`, where it is given.
pub fn find(_document: &Document, _language: &Language, _published: Option<Date>) -> Vec<DateMention> {
    Vec::new()
}
