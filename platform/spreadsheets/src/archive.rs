//! A workbook before anything believes it: unpacked within bounds, and without what a reader could be hurt with.
//!
//! A workbook is a packed archive: a few kilobytes may unpack to gigabytes, and the sizes that it tells are anybody's
//! word. Here every part that reading needs is unpacked and counted; pictures, macros and themes are left out. Two
//! parts are written anew: the table of strings, which announces a number of entries that a reader makes room for, and
//! the styles, of which only the formats of numbers matter and each may be copied thousands of times.

use std::io::{Cursor, Read, Write as _};

use quick_xml::{
    Reader, Writer, XmlVersion,
    events::{BytesStart, Event},
};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::{Size, Stopped};

/// More parts than any list has.
const PARTS: usize = 2_000;
/// Bytes of a part that only says where others are.
const SMALL: u64 = 1 << 20;
/// The greatest number of styles and the longest format that spreadsheets themselves allow.
const STYLES: usize = 65_536;
const FORMAT: usize = 255;

/// The parts that reading needs, in an archive that is not packed.
pub(crate) fn checked(bytes: &[u8], size: &Size) -> Result<Vec<u8>, Stopped> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Stopped::Unreadable)?;
    if archive.len() > PARTS {
        return Err(Stopped::TooLarge);
    }
    let mut checked = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let (mut left, mut has_workbook) = (size.unpacked, false);
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Stopped::Unreadable)?;
        let name = part.name().map_err(|_| Stopped::Unreadable)?.replace('\\', "/");
        let Some(kind) = Part::of(&name.to_lowercase()) else { continue };
        has_workbook |= kind == Part::Workbook;
        let most = if kind.is_small() { SMALL.min(left) } else { left };
        let content = unpack(part, most)?;
        left = left.saturating_sub(content.len() as u64);
        checked.start_file(name, options).map_err(|_| Stopped::Unreadable)?;
        checked.write_all(&kind.harmless(content)?).map_err(|_| Stopped::Unreadable)?;
    }
    if !has_workbook {
        return Err(Stopped::OtherWorkbook);
    }
    checked.finish().map(Cursor::into_inner).map_err(|_| Stopped::Unreadable)
}

fn unpack(part: impl Read, most: u64) -> Result<Vec<u8>, Stopped> {
    let mut content = Vec::new();
    part.take(most.saturating_add(1)).read_to_end(&mut content).map_err(|_| Stopped::Unreadable)?;
    if content.len() as u64 > most { Err(Stopped::TooLarge) } else { Ok(content) }
}

/// What a part of a workbook is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Relations,
    Workbook,
    Strings,
    Styles,
    Sheet,
}

impl Part {
    /// By its name in small letters; nothing when reading does not need it.
    fn of(name: &str) -> Option<Self> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        match file {
            _ if file.ends_with(".rels") => Some(Self::Relations),
            "workbook.xml" => Some(Self::Workbook),
            "sharedstrings.xml" => Some(Self::Strings),
            "styles.xml" => Some(Self::Styles),
            _ if folder.ends_with("worksheets") && file.ends_with(".xml") => Some(Self::Sheet),
            _ => None,
        }
    }

    const fn is_small(self) -> bool {
        matches!(self, Self::Relations | Self::Workbook)
    }

    fn harmless(self, content: Vec<u8>) -> Result<Vec<u8>, Stopped> {
        match self {
            Self::Strings => strings(text(&content)?).ok_or(Stopped::Unreadable),
            Self::Styles => styles(text(&content)?).ok_or(Stopped::Unreadable),
            _ => Ok(content),
        }
    }
}

fn text(content: &[u8]) -> Result<&str, Stopped> {
    let content = content.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(content);
    std::str::from_utf8(content).map_err(|_| Stopped::Unreadable)
}

/// The table of strings without the number that it says it holds.
fn strings(xml: &str) -> Option<Vec<u8>> {
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::new(Vec::with_capacity(xml.len()));
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return Some(writer.into_inner()),
            Event::Start(start) if start.local_name().as_ref() == "sst" => {
                writer.write_event(Event::Start(BytesStart::new("sst"))).ok()?;
            }
            Event::End(end) if end.local_name().as_ref() == "sst" => {
                writer.write_event(Event::End(BytesStart::new("sst").to_end())).ok()?;
            }
            event => writer.write_event(event).ok()?,
        }
    }
}

/// The formats of numbers and which style has which: enough to tell a day from a number.
fn styles(xml: &str) -> Option<Vec<u8>> {
    let mut reader = Reader::from_str(xml);
    let (mut formats, mut kept) = (Vec::new(), Vec::new());
    let mut is_of_cells = false;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => break,
            Event::Start(start) if start.local_name().as_ref() == "cellXfs" => is_of_cells = true,
            Event::End(end) if end.local_name().as_ref() == "cellXfs" => is_of_cells = false,
            Event::Start(start) | Event::Empty(start) => match start.local_name().as_ref() {
                "numFmt" => formats.push((value(&start, "numFmtId")?, value(&start, "formatCode")?)),
                "xf" if is_of_cells => kept.push(value(&start, "numFmtId")?),
                _ => {}
            },
            _ => {}
        }
        if formats.len() > STYLES || kept.len() > STYLES {
            return None;
        }
    }
    write_styles(&formats, &kept)
}

fn value(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let Some(value) = start.try_get_attribute(name).ok()? else { return Some(String::new()) };
    Some(value.normalized_value(XmlVersion::Implicit1_0).ok()?.chars().take(FORMAT).collect())
}

fn write_styles(formats: &[(String, String)], kept: &[String]) -> Option<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    let sheet = BytesStart::new("styleSheet");
    let (numbers, cells) = (BytesStart::new("numFmts"), BytesStart::new("cellXfs"));
    writer.write_event(Event::Start(sheet.borrow())).ok()?;
    writer.write_event(Event::Start(numbers.borrow())).ok()?;
    for (id, code) in formats {
        let start = BytesStart::new("numFmt");
        let start = start.with_attributes([("numFmtId", id.as_str()), ("formatCode", code.as_str())]);
        writer.write_event(Event::Empty(start)).ok()?;
    }
    writer.write_event(Event::End(numbers.to_end())).ok()?;
    writer.write_event(Event::Start(cells.borrow())).ok()?;
    for id in kept {
        let start = BytesStart::new("xf").with_attributes([("numFmtId", id.as_str())]);
        writer.write_event(Event::Empty(start)).ok()?;
    }
    writer.write_event(Event::End(cells.to_end())).ok()?;
    writer.write_event(Event::End(sheet.to_end())).ok()?;
    Some(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    const SHEET: &str = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>\
        <row r=\"2\"><c r=\"A2\" s=\"1\"><v>46000</v></c></row></sheetData></worksheet>";
    const STRINGS: &str = "<sst uniqueCount=\"1\"><si><t>Nom</t></si></sst>";

    /// A workbook of these parts beside those that say where they are.
    fn book(strings: &str, styles: &str, sheet: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let relation = |kind: &str, target: &str| {
            format!(
                "<Relationships><Relationship Id=\"r\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
            )
        };
        let workbook = "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" id=\"r\"/></sheets></workbook>";
        let (top, inner) =
            (relation("officeDocument", "xl/workbook.xml"), relation("worksheet", "worksheets/sheet1.xml"));
        let parts = [
            ("_rels/.rels", top.as_bytes()),
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", inner.as_bytes()),
            ("xl/sharedStrings.xml", strings.as_bytes()),
            ("xl/styles.xml", styles.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ];
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts.iter().chain(more) {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(content).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn cells(bytes: &[u8]) -> Result<Vec<String>, Stopped> {
        read(bytes, &Size::default()).map(|grid| grid.rows.iter().map(|row| row.get(0).to_owned()).collect())
    }

    #[test]
    fn a_day_is_told_from_a_number_by_its_style() {
        let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d &quot;of&quot; mmm\"/></numFmts>\
            <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
        assert_eq!(cells(&book(STRINGS, styles, SHEET, &[])).unwrap(), ["Nom", "2025-12-09"]);
        assert_eq!(cells(&book(STRINGS, &styles.replace("164", "165"), SHEET, &[])).unwrap(), ["Nom", "2025-12-09"]);
        let plain = styles.replace("d &quot;of&quot; mmm", "0.0");
        assert_eq!(cells(&book(STRINGS, &plain, SHEET, &[])).unwrap(), ["Nom", "46000"]);
    }

    #[test]
    fn a_number_of_strings_that_nobody_has_room_for_is_not_believed() {
        let strings = STRINGS.replace("\"1\"", "\"9000000000000000000\"");
        assert_eq!(cells(&book(&strings, "<styleSheet/>", SHEET, &[])).unwrap(), ["Nom", "46000"]);
    }

    #[test]
    fn what_unpacks_to_too_much_is_not_unpacked() {
        let small = Size { unpacked: 1 << 20, ..Size::default() };
        let zeros = vec![b' '; 2 << 20];
        let text = String::from_utf8(zeros.clone()).unwrap();
        let bomb = book(STRINGS, "<styleSheet/>", &text, &[]);
        assert!(bomb.len() < 20_000, "{}", bomb.len());
        assert_eq!(read(&bomb, &small), Err(Stopped::TooLarge));
        // Pictures are not unpacked at all.
        let with_picture = book(STRINGS, "<styleSheet/>", SHEET, &[("xl/media/image1.png", zeros.as_slice())]);
        assert_eq!(read(&with_picture, &small).map(|grid| grid.rows.len()), Ok(2));
        let many = book(
            STRINGS,
            &format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf/>".repeat(70_000)),
            SHEET,
            &[],
        );
        assert_eq!(cells(&many), Err(Stopped::Unreadable));
    }

    #[test]
    fn a_cell_far_away_costs_one_cell() {
        let far = SHEET.replace("A2", "A1048576").replace("r=\"2\"", "r=\"1048576\"");
        let grid = read(&book(STRINGS, "<styleSheet/>", &far, &[]), &Size::default()).unwrap();
        assert_eq!(grid.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 1_048_576]);
        let wide = SHEET.replace("A2", "XFD2");
        assert_eq!(cells(&book(STRINGS, "<styleSheet/>", &wide, &[])), Err(Stopped::TooManyColumns));
    }

    #[test]
    fn a_part_that_is_not_what_it_says_makes_the_file_unreadable() {
        let turned = SHEET.replace("<sheetData>", "<dimension ref=\"C5:A1\"></dimension><sheetData>");
        for sheet in ["", "<worksheet>", "<html/>", &turned.replace("r=\"2\"", "r=\"0\"")] {
            assert!(cells(&book(STRINGS, "<styleSheet/>", sheet, &[])).is_err(), "{sheet}");
        }
        let unknown = SHEET.replace("<v>0</v>", "<v>7</v>");
        let read = cells(&book(STRINGS, "<styleSheet/>", &unknown, &[]));
        assert!(read.is_err() || read.as_ref().is_ok_and(|cells| cells == &["46000"]), "{read:?}");
        let ods = [("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]), ("content.xml", &b"<x/>"[..])];
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in ods {
            archive.start_file(name, SimpleFileOptions::default()).unwrap();
            archive.write_all(content).unwrap();
        }
        assert_eq!(cells(&archive.finish().unwrap().into_inner()), Err(Stopped::OtherWorkbook));
    }
}
