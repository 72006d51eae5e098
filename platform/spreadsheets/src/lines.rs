//! Lines of a file that somebody else made: bounded in length, number and total, decoded one by one.
//!
//! A line that is not UTF-8 is Windows-1252 (what a spreadsheet saves). Deciding per line needs no second pass and
//! reads files that were pasted together. Only one line is in memory.

use std::io::{BufRead, Read};

use crate::Stopped;

/// How much of a file is read at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the whole file.
    pub bytes: u64,
    /// Lines of the whole file.
    pub lines: u64,
    /// Bytes of one line; a longer one is refused, the rest is read.
    pub line_bytes: usize,
}

/// What was found at a line.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// Its text, without the end of line.
    Text(String),
    /// Longer than allowed.
    TooLong,
}

/// Reads the lines of a file one by one.
pub struct Lines<R> {
    input: R,
    limits: Limits,
    buffer: Vec<u8>,
    /// Number of the line last given, from 1.
    pub number: u64,
    /// Bytes read so far.
    pub bytes: u64,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `input`, as far as `limits` allow.
    pub fn new(input: R, limits: Limits) -> Self {
        Self { input, limits, buffer: Vec::new(), number: 0, bytes: 0 }
    }

    /// The next line, `None` at the end of the file.
    ///
    /// # Errors
    /// When nothing of the file may be used.
    #[expect(clippy::should_implement_trait, reason = "an iterator could not stop with a reason")]
    pub fn next(&mut self) -> Result<Option<Line>, Stopped> {
        if self.fill()? == 0 {
            return Ok(None);
        }
        self.number += 1;
        if self.number > self.limits.lines {
            return Err(Stopped::TooManyLines);
        }
        if self.number == 1 {
            self.check_start()?;
        }
        let ended = self.buffer.last() == Some(&b'\n');
        if !ended && self.buffer.len() > self.limits.line_bytes {
            while self.fill()? > 0 && self.buffer.last() != Some(&b'\n') {}
            return Ok(Some(Line::TooLong));
        }
        self.decode().map(|text| Some(Line::Text(text)))
    }

    /// Reads to the end of the line, or one byte more than a line may have.
    fn fill(&mut self) -> Result<usize, Stopped> {
        self.buffer.clear();
        let most = u64::try_from(self.limits.line_bytes).unwrap_or(u64::MAX).saturating_add(1);
        let read = self.input.by_ref().take(most).read_until(b'\n', &mut self.buffer);
        let read = read.map_err(|_| Stopped::Unreadable)?;
        self.bytes = self.bytes.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
        if self.bytes > self.limits.bytes { Err(Stopped::TooLarge) } else { Ok(read) }
    }

    /// Files that people send by mistake announce themselves in their first bytes.
    fn check_start(&mut self) -> Result<(), Stopped> {
        if self.buffer.starts_with(b"PK\x03\x04") || self.buffer.starts_with(b"\xD0\xCF\x11\xE0") {
            return Err(Stopped::Workbook);
        }
        if self.buffer.starts_with(b"\xFF\xFE") || self.buffer.starts_with(b"\xFE\xFF") {
            return Err(Stopped::NotText);
        }
        if self.buffer.starts_with(b"\xEF\xBB\xBF") {
            self.buffer.drain(..3);
        }
        Ok(())
    }

    fn decode(&self) -> Result<String, Stopped> {
        if self.buffer.contains(&0) {
            return Err(Stopped::NotText);
        }
        let line = self.buffer.strip_suffix(b"\n").unwrap_or(&self.buffer);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        Ok(match std::str::from_utf8(line) {
            Ok(text) => text.to_owned(),
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(line).0.into_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Limits = Limits { bytes: 60, lines: 4, line_bytes: 10 };

    fn read(bytes: &[u8]) -> Result<Vec<Line>, Stopped> {
        let mut lines = Lines::new(bytes, SMALL);
        std::iter::from_fn(|| lines.next().transpose()).collect()
    }

    fn text(line: &str) -> Line {
        Line::Text(line.to_owned())
    }

    #[test]
    fn every_usual_ending_and_encoding_is_read() {
        assert_eq!(read(b"\xEF\xBB\xBFa\r\n\xC3\xA9\n\xE9\x80\n"), Ok(vec![text("a"), text("é"), text("é€")]));
        assert_eq!(read(b"a"), Ok(vec![text("a")]));
        assert_eq!(read(b""), Ok(vec![]));
    }

    #[test]
    fn a_long_line_is_refused_and_the_next_one_read() {
        assert_eq!(read(b"0123456789\nabc"), Ok(vec![text("0123456789"), text("abc")]));
        assert_eq!(read(b"012345678901234567890123456789\nabc"), Ok(vec![Line::TooLong, text("abc")]));
    }

    #[test]
    fn what_cannot_be_a_list_stops_the_reading() {
        assert_eq!(read(b"PK\x03\x04..."), Err(Stopped::Workbook));
        assert_eq!(read(b"\xFF\xFEf\0i\0"), Err(Stopped::NotText));
        assert_eq!(read(b"a\0b\n"), Err(Stopped::NotText));
        assert_eq!(read(b"1\n2\n3\n4\n5\n"), Err(Stopped::TooManyLines));
        assert_eq!(read(&[b'x'; 61]), Err(Stopped::TooLarge));
    }
}
