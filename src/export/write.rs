//! JSON, written from left to right. Brackets and keys are the caller's; commas and escapes are not.
//!
//! Beyond what JSON asks for, everything is escaped that means something to what a file may be put into: `<`,
//! `>` and `&` (a `</script>`), the line breaks of JavaScript, and the controls that turn the direction of
//! text, with which a line shows other than it reads.

/// A JSON text that grows.
#[derive(Default)]
pub struct Json {
    pub out: String,
}

impl Json {
    /// `{` or `[`
    pub fn open(&mut self, bracket: char) {
        self.separate();
        self.out.push(bracket);
    }

    /// `}` or `]`
    pub fn close(&mut self, bracket: char) {
        self.out.push(bracket);
    }

    /// A key; its value comes next.
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.string(key);
        self.out.push(':');
        self
    }

    /// A number, `true`, `false` or `null`.
    pub fn raw(&mut self, value: &str) {
        self.separate();
        self.out.push_str(value);
    }

    pub fn number(&mut self, value: usize) {
        self.raw(&value.to_string());
    }

    pub fn string(&mut self, value: &str) {
        self.separate();
        self.out.push('"');
        for character in value.chars() {
            match character {
                '"' | '\\' => self.out.extend(['\\', character]),
                '\n' => self.out.push_str("\\n"),
                '\0'..='\x1F' | '\x7F' | '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => self.escape(character),
                _ if turns_direction(character) => self.escape(character),
                _ => self.out.push(character),
            }
        }
        self.out.push('"');
    }

    /// A key with a string.
    pub fn field(&mut self, key: &str, value: &str) {
        self.key(key).string(value);
    }

    /// A key with a string, where there is one.
    pub fn known(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.field(key, value);
        }
    }

    /// A key with a list of strings, where there are any.
    pub fn list<'v>(&mut self, key: &str, values: impl IntoIterator<Item = &'v String>) {
        let mut values = values.into_iter().peekable();
        if values.peek().is_some() {
            self.key(key).open('[');
            values.for_each(|value| self.string(value));
            self.close(']');
        }
    }

    /// No bracket or colon is the last character of a value, so what the text ends in tells.
    fn separate(&mut self) {
        if !(self.out.is_empty() || self.out.ends_with(['{', '[', ':'])) {
            self.out.push(',');
        }
    }

    /// All that is escaped lies in the basic plane.
    fn escape(&mut self, character: char) {
        self.out.push_str("\\u");
        for shift in [12, 8, 4, 0] {
            self.out.extend(char::from_digit(character as u32 >> shift & 15, 16));
        }
    }
}

/// The controls of the bidirectional algorithm.
pub fn turns_direction(character: char) -> bool {
    matches!(character, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Five decimals, a metre on the ground, and no more than needed; `null` for what is no number. Written without
/// the standard library's printer of floats, which would be the largest part of the exports.
pub fn decimal(value: f64) -> String {
    if !value.is_finite() {
        return "null".to_owned();
    }
    let scaled = (value * 1e5).round() as i64;
    let mut digits = scaled.unsigned_abs().to_string();
    while digits.len() < 6 {
        digits.insert(0, '0');
    }
    digits.insert(digits.len() - 5, '.');
    let shown = digits.trim_end_matches('0').trim_end_matches('.');
    if scaled < 0 { ["-", shown].concat() } else { shown.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_a_json_parser_reads_back() {
        let words = "a\"b\\c\n\r\t\0\u{7f}</script><!-- & \u{2028}\u{202E}x\u{2066} é 😀";
        let mut json = Json::default();
        json.open('{');
        json.field(words, words);
        json.key("n").number(7);
        json.key("empty").open('[');
        json.close(']');
        json.list("list", &["a:".to_owned(), "{".to_owned(), "b".to_owned()]);
        json.list("none", &[]);
        json.close('}');
        let read: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
        assert_eq!(read, serde_json::json!({ words: words, "n": 7, "empty": [], "list": ["a:", "{", "b"] }));
        for hidden in ["<", ">", "&", "\u{2028}", "\u{202E}", "\u{2066}", "\0", "\u{7f}"] {
            assert!(!json.out.contains(hidden), "{hidden:?}");
        }
    }

    #[test]
    fn writes_decimals_as_short_as_they_are() {
        for (value, written) in [
            (0.0, "0"),
            (0.97, "0.97"),
            (-0.15, "-0.15"),
            (50.45, "50.45"),
            (-179.95, "-179.95"),
            (1.0, "1"),
            (100.0, "100"),
            (1e-9, "0"),
            (f64::NAN, "null"),
            (f64::INFINITY, "null"),
        ] {
            assert_eq!(decimal(value), written, "{value}");
        }
    }
}
