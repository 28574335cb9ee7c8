//! What is made of letters and digits and yet is no word and no number: web and e-mail addresses,
//! telephone numbers.
//!
//! Scanners by hand: one pass over the bytes each, held by tests to a pattern each, and no pattern library to
//! carry (it was an eighth of the code). They know the
//! shape only: "https://example.org/a?b=1" without the full stop behind it, "a.b@c.co.uk",
//! "+84 28 5550 1234". Whether such a page or number exists is not asked.

use std::ops::Range;

/// Longer than the longest international number with its separators.
const LONGEST_TELEPHONE: usize = 24;

/// Fewer digits are an amount with a sign, or a score.
const LEAST_DIGITS: usize = 9;

/// No scheme is longer: "https" has five letters.
const LONGEST_SCHEME: usize = 16;

/// Whether a run without white space can hold an address at all; a glance at its bytes.
pub(super) fn may_hold(run: &[u8]) -> bool {
    run.iter().enumerate().any(|(index, &byte)| match byte {
        b'@' => true,
        b'/' => index > 1 && run[index - 1] == b'/',
        b'.' => index >= 3 && run[index - 3..index].eq_ignore_ascii_case(b"www"),
        _ => false,
    })
}

/// Web addresses with a scheme or "www.", and e-mail addresses, from left to right; without their final
/// punctuation.
pub(super) fn find(run: &str) -> Vec<Range<usize>> {
    let bytes = run.as_bytes();
    let (mut found, mut from, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        let hit = match bytes[at] {
            b':' => with_scheme(run, from, at),
            b'w' | b'W' => with_www(run, from, at),
            b'@' => mail(bytes, from, at),
            _ => None,
        };
        at = hit.as_ref().map_or(at + 1, |hit| hit.end);
        if let Some(hit) = hit {
            from = hit.end;
            found.push(hit);
        }
    }
    found
}

/// "https://example.org", given its colon.
fn with_scheme(run: &str, from: usize, colon: usize) -> Option<Range<usize>> {
    let bytes = run.as_bytes();
    if !bytes[colon..].starts_with(b"://") {
        return None;
    }
    let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-');
    let before = &bytes[from.max(colon.saturating_sub(LONGEST_SCHEME))..colon];
    let length = before.iter().rev().take_while(|byte| is_inside(byte)).count();
    let scheme = &before[before.len() - length..];
    let start = colon - length + scheme.iter().position(u8::is_ascii_alphabetic)?;
    (colon - start >= 2).then_some(())?;
    Some(start..end_of_web(run, colon + 3)?)
}

/// "www.example.org", given its first letter.
fn with_www(run: &str, from: usize, start: usize) -> Option<Range<usize>> {
    let bytes = run.as_bytes();
    let is_inside = start > from && bytes[start - 1].is_ascii_alphanumeric();
    let begins = bytes.get(start..start + 4)?.eq_ignore_ascii_case(b"www.");
    (begins && !is_inside).then_some(())?;
    Some(start..end_of_web(run, start + 4)?)
}

/// The end of a web address that goes on at `start`: as far as its characters go, back to one that can be last.
fn end_of_web(run: &str, start: usize) -> Option<usize> {
    let rest = &run[start..];
    let length = rest.find(ends_web).unwrap_or(rest.len());
    let is_last = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'=' | b'&' | b'#');
    Some(start + rest.as_bytes()[..length].iter().rposition(is_last)? + 1)
}

/// What stands in no web address.
fn ends_web(character: char) -> bool {
    character <= ' '
        || character.is_whitespace()
        || matches!(character, '<' | '>' | '"' | '\'' | '(' | ')' | '[' | ']' | '{' | '}')
        || matches!(character, '“' | '”' | '‘' | '’' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}')
}

/// "a.b@c.co.uk", given its "@".
fn mail(bytes: &[u8], from: usize, sign: usize) -> Option<Range<usize>> {
    let length = bytes[from..sign].iter().rev().take_while(|&&byte| is_local(byte)).count();
    let start = sign - length + bytes[sign - length..sign].iter().position(u8::is_ascii_alphanumeric)?;
    let (mut at, mut end) = (sign + 1, None);
    loop {
        let label = run_of(&bytes[at..], |byte| byte.is_ascii_alphanumeric() || byte == b'-');
        at += label;
        if label == 0 || bytes.get(at) != Some(&b'.') {
            break;
        }
        at += 1;
        let letters = run_of(&bytes[at..], |byte| byte.is_ascii_alphabetic());
        if letters >= 2 {
            end = Some(at + letters);
        }
    }
    Some(start..end?)
}

/// What may stand before the "@".
fn is_local(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'%' | b'+' | b'-')
}

/// The length of the telephone number that these bytes begin with: "+84 28 5550 1234", "(212) 555-0147".
pub(super) fn telephone(bytes: &[u8]) -> Option<usize> {
    let near = &bytes[..bytes.len().min(LONGEST_TELEPHONE)];
    let end = if near.first() == Some(&b'+') { international(near) } else { national(near) }?;
    let digits = near[..end].iter().filter(|byte| byte.is_ascii_digit()).count();
    let goes_on = bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    (digits >= LEAST_DIGITS && !goes_on).then_some(end)
}

/// A country code of up to three digits and two to five groups of up to four.
fn international(bytes: &[u8]) -> Option<usize> {
    let mut at = 1 + digits_of(&bytes[1..], 3);
    let mut groups = 0;
    while groups < 5 && at > 1 {
        let mut next = at + run_of(&bytes[at..], |byte| matches!(byte, b' ' | b'.' | b'-')).min(1);
        next += usize::from(bytes.get(next) == Some(&b'('));
        let digits = digits_of(&bytes[next..], 4);
        if digits == 0 {
            break;
        }
        at = next + digits;
        at += usize::from(bytes.get(at) == Some(&b')'));
        groups += 1;
    }
    (groups >= 2).then_some(at)
}

/// Three, three and four digits, the first three perhaps in brackets.
fn national(bytes: &[u8]) -> Option<usize> {
    let open = usize::from(bytes.first() == Some(&b'('));
    let area = open + digits_of(bytes.get(open..)?, 3);
    let close = area + usize::from(bytes.get(area) == Some(&b')'));
    let middle = close + 1 + digits_of(bytes.get(close + 1..)?, 3);
    let end = middle + 1 + digits_of(bytes.get(middle + 1..)?, 4);
    let lengths = (area - open, middle - close - 1, end - middle - 1);
    let parted = matches!(bytes[close], b' ' | b'.' | b'-') && matches!(bytes[middle], b'.' | b'-');
    (lengths == (3, 3, 4) && parted).then_some(end)
}

/// How many digits come first, up to so many.
fn digits_of(bytes: &[u8], most: usize) -> usize {
    run_of(bytes, |byte| byte.is_ascii_digit()).min(most)
}

/// How many bytes of a kind come first.
fn run_of(bytes: &[u8], is_of: impl Fn(u8) -> bool) -> usize {
    bytes.iter().take_while(|&&byte| is_of(byte)).count()
}

#[cfg(all(test, not(target_arch = "wasm32")))] // the patterns are native only
mod tests {
    use proptest::prelude::*;
    use regex::Regex;

    use super::*;

    /// The shape that [`find`] looks for.
    const ADDRESS: &str = concat!(
        r#"(?:[a-zA-Z][a-zA-Z0-9+.-]{1,15}://|[wW]{3}\.)[^\x00-\x20<>"'“”‘’()\[\]{}]*[a-zA-Z0-9/=&#]"#,
        r#"|[a-zA-Z0-9][a-zA-Z0-9._%+-]*@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,}"#
    );

    /// The shape that [`telephone`] looks for at the start of a text, with what may not follow.
    const TELEPHONE: &str = r"^(?:\+[0-9]{1,3}(?:[ .-]?\(?[0-9]{1,4}\)?){2,5}|\(?[0-9]{3}\)?[ .-][0-9]{3}[.-][0-9]{4})(?:[^0-9]|$)";

    proptest! {
        #[test]
        fn finds_what_the_pattern_of_an_address_says(
            before in "[(“<;:]?",
            address in "(https?|ftp)://[a-z0-9-]{1,9}\\.[a-z]{2,3}(/[a-zA-Z0-9._=&?#-]{0,9})?|www\\.[a-z]{1,9}\\.[a-z]{2,3}/?|[a-z0-9][a-z0-9._+-]{0,8}@[a-z0-9-]{1,9}\\.[a-z]{2,4}",
            after in "[.,;!?)”>]{0,2}",
        ) {
            let run = format!("{before}{address}{after}");
            let pattern = Regex::new(ADDRESS).expect("the pattern is a constant");
            let wanted: Vec<Range<usize>> = pattern.find_iter(&run).map(|hit| hit.range()).collect();
            prop_assert_eq!(find(&run), wanted, "{}", run);
        }

        #[test]
        fn finds_what_the_pattern_of_a_telephone_number_says(
            number in "\\+[0-9]{2} [0-9]{2,4} [0-9]{4} [0-9]{2,4}|\\([0-9]{3}\\) [0-9]{3}-[0-9]{4}|[0-9]{3}[ .-][0-9]{3}[.-][0-9]{3,5}|[0-9]{3} [0-9]{3} [0-9]{4}",
        ) {
            let pattern = Regex::new(TELEPHONE).expect("the pattern is a constant");
            let is_one = pattern.is_match(&number);
            prop_assert_eq!(telephone(number.as_bytes()), is_one.then_some(number.len()), "{}", number);
        }
    }

    #[test]
    fn finds_web_and_mail_addresses_without_the_marks_around_them() {
        for (run, expected) in [
            ("(https://example.org/a?b=1).", "https://example.org/a?b=1"),
            ("“www.example.org/”,", "www.example.org/"),
            ("Mail:desk@news.example.co.uk!", "desk@news.example.co.uk"),
            ("<a.b+c@d-e.org>", "a.b+c@d-e.org"),
            ("ftp://x.org/y,www.z.org", "ftp://x.org/y,www.z.org"),
            ("a@b.com2", "a@b.com"),
            ("a@b.org;c@d.org", "a@b.org|c@d.org"),
            ("http://x.org/(http://y.org)", "http://x.org/|http://y.org"),
            ("-x://y", ""),
            ("awww.so", ""),
            ("@handle", ""),
            ("a@b", ""),
            ("://", ""),
        ] {
            let found: Vec<&str> = find(run).into_iter().map(|range| &run[range]).collect();
            assert_eq!(found.join("|"), expected, "{run:?}");
            assert!(expected.is_empty() || may_hold(run.as_bytes()), "{run:?}");
        }
    }

    #[test]
    fn finds_telephone_numbers_and_no_other_numbers() {
        for (text, expected) in [
            ("+84 28 5550 1234 or", Some(16)),
            ("+1(212)555-0147", Some(15)),
            ("(212) 555-0147", Some(14)),
            ("212-555-0147.", Some(12)),
            ("212.555.0147", Some(12)),
            ("212-555-01478", None),
            ("212-555-014", None),
            ("212 555 0147", None),
            ("+10 percent", None),
            ("+123 4567", None),
            ("(212", None),
        ] {
            assert_eq!(telephone(text.as_bytes()), expected, "{text:?}");
        }
    }
}
