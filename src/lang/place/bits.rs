//! Numbers out of a stream of bits, the highest bit of a byte first; `None` at its end.

/// No number of a file is longer in its unary part.
const LONGEST_RUN: u32 = 1 << 16;

/// Where the reader stands.
pub(super) struct Bits<'f> {
    bytes: &'f [u8],
    at: usize,
    hash_bits: u32,
}

impl<'f> Bits<'f> {
    /// At the start; keys have so many bits.
    pub(super) fn new(bytes: &'f [u8], hash_bits: u32) -> Self {
        Self { bytes, at: 0, hash_bits }
    }

    fn bit(&mut self) -> Option<u32> {
        let byte = *self.bytes.get(self.at / 8)?;
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        Some(u32::from(bit))
    }

    /// A number in `width` bits.
    pub(super) fn fixed(&mut self, width: u32) -> Option<u32> {
        let mut number = 0;
        for _ in 0..width {
            number = number << 1 | self.bit()?;
        }
        Some(number)
    }

    /// A number whose lowest `width` bits follow a run of ones for the rest (a Rice code): small ones are short.
    pub(super) fn rice(&mut self, width: u32) -> Option<u32> {
        let mut run = 0;
        while self.bit()? == 1 {
            run += 1;
            (run < LONGEST_RUN).then_some(())?;
        }
        run.checked_mul(1 << width)?.checked_add(self.fixed(width)?)
    }

    /// So many sorted keys, from their gaps.
    pub(super) fn keys(&mut self, count: usize) -> Option<Vec<u32>> {
        let mean = (1usize << self.hash_bits) / (count + 1);
        let width = mean.checked_ilog2().unwrap_or(0);
        let mut last = 0u32;
        let mut keys = Vec::new();
        for _ in 0..count {
            last = last.checked_add(self.rice(width)?)?;
            keys.push(last);
        }
        Some(keys)
    }
}
