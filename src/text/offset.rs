//! Bytes to the units that readers of the result count in.
//!
//! Inside the library everything is bytes. JavaScript counts UTF-16 code units, Python and most
//! corpora count code points. [`OffsetMap`] is built once per text and used in one place, where
//! `Analysis` is made: a mixture of units is the classic bug of this field.

/// The unit of the offsets in a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// UTF-16 code units: what JavaScript strings are indexed by.
    #[default]
    Utf16,
    /// UTF-8 bytes: what Rust strings are indexed by.
    Bytes,
    /// Unicode code points: what Python strings are indexed by.
    Chars,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Unit; 3] = [Unit::Utf16, Unit::Bytes, Unit::Chars];

    /// As written in options and results.
    pub fn as_str(self) -> &'static str {
        match self {
            Unit::Utf16 => "utf16",
            Unit::Bytes => "bytes",
            Unit::Chars => "chars",
        }
    }
}

/// How many bytes apart the remembered positions are: small enough that the walk from one is
/// cheaper than a cache miss, large enough that the table is a sixteenth of the text (4 bytes each).
const STRIDE: usize = 64;

/// Byte offsets of one text -> offsets in another unit, in constant time each.
pub struct OffsetMap<'t> {
    text: &'t str,
    unit: Unit,
    /// `marks[k]`: units in the characters that start before byte `k * STRIDE`. Empty for plain ASCII,
    /// where all units agree.
    marks: Vec<u32>,
}

impl<'t> OffsetMap<'t> {
    /// Walks the text once.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let mut marks = Vec::new();
        if unit != Unit::Bytes && !text.is_ascii() {
            marks.reserve(text.len() / STRIDE + 1);
            let mut units = 0;
            for (at, byte) in text.bytes().enumerate() {
                if at % STRIDE == 0 {
                    marks.push(units);
                }
                units += Self::units_of_leading(unit, byte);
            }
        }
        Self { text, unit, marks }
    }

    /// The offset of the character that starts at byte `at` (or of the text's end).
    pub fn convert(&self, at: usize) -> usize {
        if self.marks.is_empty() {
            return at;
        }
        let mark = (at / STRIDE).min(self.marks.len() - 1);
        let rest = &self.text.as_bytes()[mark * STRIDE..at];
        let walked: u32 = rest.iter().map(|&byte| Self::units_of_leading(self.unit, byte)).sum();
        (self.marks[mark] + walked) as usize
    }

    /// The other way: the byte at which the character begins that stands at offset `at`. None where no character
    /// begins: inside of one, or beyond the text's end.
    pub fn invert(&self, at: usize) -> Option<usize> {
        if self.marks.is_empty() {
            return self.text.is_char_boundary(at).then_some(at);
        }
        let block = self.marks.partition_point(|&mark| mark as usize <= at).checked_sub(1)?;
        let mut units = self.marks[block] as usize;
        for (byte, &value) in self.text.as_bytes().iter().enumerate().skip(block * STRIDE) {
            let wide = Self::units_of_leading(self.unit, value) as usize;
            if wide > 0 && units >= at {
                return (units == at).then_some(byte);
            }
            units += wide;
        }
        (units == at).then_some(self.text.len())
    }

    /// Units of the character that this byte begins; 0 for a continuation byte.
    fn units_of_leading(unit: Unit, byte: u8) -> u32 {
        match byte {
            0x80..=0xBF => 0,
            // Beyond the basic plane: a surrogate pair.
            0xF0..=0xFF if unit == Unit::Utf16 => 2,
            _ => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The slow and obvious way.
    fn counted(text: &str, at: usize, unit: Unit) -> usize {
        match unit {
            Unit::Bytes => at,
            Unit::Chars => text[..at].chars().count(),
            Unit::Utf16 => text[..at].encode_utf16().count(),
        }
    }

    #[test]
    fn agrees_with_counting_at_every_character() {
        let text = "Kyiv — “2 million of them” 😀 cafe\u{301} 中文. ".repeat(9);
        for unit in [Unit::Utf16, Unit::Bytes, Unit::Chars] {
            let map = OffsetMap::new(&text, unit);
            for at in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
                assert_eq!(map.convert(at), counted(&text, at, unit), "{unit:?} at byte {at}");
            }
        }
    }

    #[test]
    fn finds_the_byte_of_every_character_and_none_inside_or_beyond() {
        for text in ["Kyiv — “2 million of them” 😀 cafe\u{301} 中文. ".repeat(9), "plain ".repeat(30)]
        {
            for unit in Unit::ALL {
                let map = OffsetMap::new(&text, unit);
                let mut expected = vec![None; counted(&text, text.len(), unit) + 2];
                for at in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
                    expected[counted(&text, at, unit)] = Some(at);
                }
                for (at, &byte) in expected.iter().enumerate() {
                    assert_eq!(map.invert(at), byte, "{unit:?} at {at}");
                }
                assert_eq!(map.invert(usize::MAX), None);
            }
        }
    }

    #[test]
    fn handles_the_empty_text() {
        assert_eq!(OffsetMap::new("", Unit::Utf16).convert(0), 0);
        assert_eq!(OffsetMap::new("", Unit::Utf16).invert(0), Some(0));
        assert_eq!(OffsetMap::new("", Unit::Utf16).invert(1), None);
    }
}
