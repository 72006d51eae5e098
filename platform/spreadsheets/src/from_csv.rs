//! Rows of a text file, however a spreadsheet has saved it.

use encoding_rs::Encoding;

use crate::{Limits, Line, Lines, Row, Size, Stopped, guard::plain};

const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

pub(crate) fn rows(bytes: &[u8], size: &Size) -> Result<Vec<Row>, Stopped> {
    let text = text(bytes, size)?;
    let (separator, skipped) = separator(&text);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        let line = next_line(&text, reader.position());
        if !reader.read_record(&mut record).map_err(|_| Stopped::NotText)? {
            break;
        }
        if line <= skipped {
            continue;
        }
        if record.iter().any(|cell| cell.len() > size.cell) {
            return Err(Stopped::CellTooLong(line));
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let filled = record.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        let Some(last) = filled.map(|(place, _)| place).last() else { continue };
        if last >= size.columns {
            return Err(Stopped::TooManyColumns);
        }
        if rows.len() >= size.rows {
            return Err(Stopped::TooManyLines);
        }
        rows.push(Row { line, cells: record.iter().take(last + 1).map(|cell| plain(cell).to_owned()).collect() });
    }
    Ok(rows)
}

/// The line on which the next row begins: empty lines are passed over.
fn next_line(text: &str, at: &csv::Position) -> u64 {
    let rest = usize::try_from(at.byte()).ok().and_then(|byte| text.as_bytes().get(byte..)).unwrap_or_default();
    at.line() + rest.iter().take_while(|byte| **byte == b'\n').count() as u64
}

/// The file as text with `\n` at the end of each line.
fn text(bytes: &[u8], size: &Size) -> Result<String, Stopped> {
    // What some programs call "Unicode text".
    let wide = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != encoding_rs::UTF_8);
    let decoded =
        wide.map(|(encoding, mark)| encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0);
    let bytes = decoded.as_ref().map_or(bytes, |text| text.as_bytes());
    let limits = Limits { bytes: bytes.len() as u64, lines: u64::MAX, line_bytes: bytes.len() };
    let mut lines = Lines::new(bytes, limits);
    let mut text = String::with_capacity(bytes.len() + 1);
    while let Some(line) = lines.next()? {
        match line {
            Line::Text(line) => text.push_str(&line),
            Line::TooLong => return Err(Stopped::CellTooLong(lines.number)),
        }
        text.push('\n');
        if text.len() > size.bytes.saturating_mul(4) {
            return Err(Stopped::TooLarge);
        }
    }
    Ok(text)
}

/// What separates the fields: as a line `sep=;` says, else the commonest in the first line; and how many lines say that.
fn separator(text: &str) -> (u8, u64) {
    let first = text.lines().next().unwrap_or_default();
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] = first.as_bytes()
        && SEPARATORS.contains(separator)
    {
        return (*separator, 1);
    }
    let titles = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut counts = [0_usize; SEPARATORS.len()];
    let mut is_quoted = false;
    for byte in titles.bytes() {
        is_quoted ^= byte == b'"';
        if let Some(place) = SEPARATORS.iter().position(|separator| *separator == byte).filter(|_| !is_quoted) {
            counts[place] += 1;
        }
    }
    // Of several that are equally common, the first.
    let most = (0..SEPARATORS.len()).rev().max_by_key(|place| counts[*place]).unwrap_or(0);
    (SEPARATORS[most], 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
        rows(bytes, &Size::default()).unwrap().into_iter().map(|row| (row.line, row.cells)).collect()
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn every_way_of_saving_gives_the_same_rows() {
        let wanted = vec![row(1, &["Nom", "Ville"]), row(2, &["Éva, née", "Liège"])];
        let utf16: Vec<u8> =
            "\u{feff}Nom\tVille\r\n\"Éva, née\"\tLiège\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let saved: [&[u8]; 5] = [
            "\u{feff}Nom;Ville\r\nÉva, née;Liège\r\n".as_bytes(),
            b"Nom;Ville\n\xC9va, n\xE9e;Li\xE8ge",
            "\"Nom\",\"Ville\"\r\n\"Éva, née\",Liège;\n".as_bytes(),
            "Nom\tVille\nÉva, née\tLiège\n".as_bytes(),
            &utf16,
        ];
        for (place, bytes) in saved.into_iter().enumerate() {
            let mut got = read(bytes);
            if place == 2 {
                got[1].1[1].pop();
            }
            assert_eq!(got, wanted, "{place}");
        }
    }

    #[test]
    fn lines_are_counted_as_the_editor_of_the_file_counts_them() {
        let rows = read(b"sep=,\nNom,Note\n\n\"a\nb\",\"dit \"\"oui\"\"\"\n ,\nc,'=1\n");
        assert_eq!(rows, [row(2, &["Nom", "Note"]), row(4, &["a\nb", "dit \"oui\""]), row(7, &["c", "=1"])]);
    }
}
