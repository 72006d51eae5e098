//! The positions of a row: which field is where, and what each becomes.

use super::{Facts, Field, Manifest, Position, Reason, Row, Site, projection::Projection, repair::Repairs};
use crate::{FinessNumber, Name, Phone, Refusal, Siret, name::one_line};

/// Fields of a site's row; the last one, the number of a school, may be missing.
const SITE_FIELDS: usize = 32;
/// Fields of a place's row; the last one, a date, may be missing.
const POSITION_FIELDS: usize = 6;
/// More fields than any row has, so that a line of separators stays cheap.
const MOST_FIELDS: usize = 256;

/// The fields of one line.
#[derive(Default)]
pub(super) struct Record {
    text: String,
    ends: Vec<usize>,
}

impl Record {
    /// Splits a line; false when the line does not end where the record does (a quote that is never closed).
    pub fn split(&mut self, reader: &mut csv_core::Reader, line: &str) -> bool {
        let mut input = line.as_bytes().to_vec();
        input.push(b'\n');
        let mut output = vec![0; input.len()];
        self.ends.resize(MOST_FIELDS, 0);
        reader.reset();
        let (result, read, written, ends) = reader.read_record(&input, &mut output, &mut self.ends);
        output.truncate(written);
        self.ends.truncate(ends);
        self.text = String::from_utf8(output).unwrap_or_default();
        matches!(result, csv_core::ReadRecordResult::Record) && read == input.len()
    }

    pub fn get(&self, index: usize) -> &str {
        let start = if index == 0 { Some(0) } else { self.ends.get(index - 1).copied() };
        let range = start.zip(self.ends.get(index).copied());
        range.and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default().trim()
    }

    pub fn is_short(&self) -> bool {
        self.get(0) == "structureet" && self.ends.len() + 1 < SITE_FIELDS
    }

    /// A field as one line of text, if there is something in it.
    fn text(&self, index: usize) -> Option<String> {
        Some(one_line(self.get(index))).filter(|text| !text.is_empty())
    }

    pub fn about(&self) -> String {
        let known = matches!(self.get(0), "structureet" | "geolocalisation");
        self.get(usize::from(known)).chars().filter(|c| !c.is_control()).take(40).collect()
    }

    /// Whether the row has its fields: the last may be missing, those after it must be empty.
    fn check_length(&self, fields: usize) -> Result<(), Reason> {
        if self.ends.len() + 1 < fields {
            Err(Reason::TooFewFields)
        } else if (fields..self.ends.len()).any(|index| !self.get(index).is_empty()) {
            Err(Reason::TooManyFields)
        } else {
            Ok(())
        }
    }

    pub fn manifest(&self, line: u64) -> Row {
        let mut repairs = Repairs::of(line);
        let published_on = repairs.date(Field::Published, self.get(3));
        Row::Manifest(Manifest { edition: self.text(2).unwrap_or_default(), published_on, repairs: repairs.list })
    }

    pub fn site(&self, line: u64) -> Result<Row, Reason> {
        self.check_length(SITE_FIELDS)?;
        let mut repairs = Repairs::of(line);
        let number = self.number(1, Field::Number, &mut repairs).ok_or(Reason::Number)?;
        let short_name = self.name(3)?;
        let name = self.name(4)?.or_else(|| short_name.clone()).ok_or(Reason::NameMissing)?;
        let (post_code, town) = self.post_code_and_town(&mut repairs);
        let department = repairs.read(Field::Department, self.get(13));
        let commune = repairs.read(Field::Commune, self.get(12));
        let facts = Facts {
            number,
            legal_entity: self.number(2, Field::LegalEntity, &mut repairs),
            name,
            short_name,
            complement: self.text(5),
            address: self.address(),
            post_code,
            town,
            commune: department.as_deref().zip(commune.as_deref()).map(|(d, c)| insee(d, c)),
            department,
            phone: repairs.read(Field::Phone, self.get(16)).and_then(|phone| Phone::parse(&phone).ok()),
            category: repairs.read(Field::Category, self.get(18)),
            category_label: self.text(19),
            siret: repairs.read(Field::Siret, self.get(22)).and_then(|siret| Siret::parse(&siret).ok()),
            opened_on: repairs.date(Field::Opened, self.get(28)),
            updated_on: repairs.date(Field::Updated, self.get(30)),
            point: None,
        };
        Ok(Row::Site(Box::new(Site { line, facts, repairs: repairs.list })))
    }

    fn number(&self, index: usize, field: Field, repairs: &mut Repairs) -> Option<FinessNumber> {
        repairs.read(field, self.get(index)).and_then(|number| FinessNumber::parse(&number).ok())
    }

    fn name(&self, index: usize) -> Result<Option<Name>, Reason> {
        match Name::new(self.get(index)) {
            Ok(name) => Ok(Some(name)),
            Err(Refusal::NameTooLong) => Err(Reason::NameTooLong),
            Err(_) => Ok(None),
        }
    }

    /// Delivery, street, and place or box, each on its line of the envelope.
    fn address(&self) -> String {
        let complement = self.text(10);
        let repeats_number = complement.as_deref().is_some_and(|text| text.chars().count() <= 3); // B, BIS, TER
        let order = if repeats_number { [7, 10, 8, 9] } else { [7, 8, 9, 10] };
        let street: Vec<String> = order.iter().filter_map(|index| self.text(*index)).collect();
        let lines = [self.text(6), Some(street.join(" ")).filter(|street| !street.is_empty()), self.text(11)];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// `01440 VIRIAT` is a post code and a town; what does not begin with a post code is a town.
    fn post_code_and_town(&self, repairs: &mut Repairs) -> (Option<String>, Option<String>) {
        let line = self.text(15).unwrap_or_default();
        let (code, town) = line.split_once(' ').unwrap_or((&line, ""));
        if !(4..=5).contains(&code.len()) || !code.bytes().all(|b| b.is_ascii_digit()) {
            return (None, Some(line).filter(|line| !line.is_empty()));
        }
        (repairs.read(Field::PostCode, code), Some(town.to_owned()).filter(|town| !town.is_empty()))
    }

    pub fn position(&self, line: u64) -> Result<Row, Reason> {
        self.check_length(POSITION_FIELDS)?;
        let mut repairs = Repairs::of(line);
        let number = self.number(1, Field::Number, &mut repairs).ok_or(Reason::Number)?;
        let mut metres = |index| repairs.read(Field::Coordinates, self.get(index)).and_then(|m| m.parse::<f64>().ok());
        let (x, y) = metres(2).zip(metres(3)).ok_or(Reason::Coordinates)?;
        let named = self.get(4).rsplit(',').next().and_then(Projection::named);
        let projection = named.or_else(|| Projection::of_department(number.as_str())).ok_or(Reason::Coordinates)?;
        let point = projection.point(x, y).ok_or(Reason::CoordinatesOutside)?;
        Ok(Row::Position(Position { line, number, point, repairs: repairs.list }))
    }
}

/// The code of a commune: department and three digits; overseas, `97` and three digits.
fn insee(department: &str, commune: &str) -> String {
    let overseas = department.starts_with('9') && (department.len() == 3 || department.ends_with(char::is_alphabetic));
    let prefix = if department.starts_with("98") { "98" } else { "97" };
    format!("{}{commune}", if overseas { prefix } else { department })
}
