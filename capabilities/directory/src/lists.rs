//! The lists that leave as files and come back as files: which columns each has.
//!
//! One table for both ways, so that a file that was taken can be handed in again. Languages and countries are written
//! as codes, which no spreadsheet changes.

use passerelle_spreadsheets::{Column, Kind};
use passerelle_words::Words;

codes! {
    /// A column of a list.
    pub enum ListColumn {
        /// Name of a person.
        Name = "name",
        /// E-mail address.
        Email = "email",
        /// Telephone number.
        Phone = "phone",
        /// Town of a person or a team.
        Town = "town",
        /// Country, two letters.
        Country = "country",
        /// Spoken languages, as codes.
        Spoken = "spoken",
        /// Language of pages and letters.
        Language = "language",
        /// Role.
        Role = "role",
        /// Name of the organisation.
        Organisation = "organisation",
        /// FINESS number or SIRET of the organisation.
        Number = "number",
        /// Name of the team.
        Team = "team",
        /// First day.
        From = "from",
        /// Last day.
        Until = "until",
    }
}

/// The columns of people.
pub const PEOPLE: &[ListColumn] = {
    use ListColumn::{Country, Email, From, Language, Name, Number, Organisation, Phone, Role, Spoken, Team, Town};
    &[Name, Email, Phone, Town, Country, Spoken, Language, Role, Organisation, Number, Team, From]
};
/// The columns of teams.
pub const TEAMS: &[ListColumn] = {
    use ListColumn::{Number, Organisation, Team, Town};
    &[Organisation, Number, Team, Town]
};
/// The columns of memberships.
pub const MEMBERSHIPS: &[ListColumn] = {
    use ListColumn::{Email, From, Name, Number, Organisation, Role, Team, Until};
    &[Name, Email, Role, Organisation, Number, Team, From, Until]
};

impl ListColumn {
    /// The title of the column.
    pub fn title(self, words: &Words) -> String {
        words.say(&format!("directory-list-{}", self.as_str()))
    }

    /// The column of a file.
    pub fn column(self, words: &Words) -> Column {
        let kind = if matches!(self, Self::From | Self::Until) { Kind::Date } else { Kind::Text };
        Column::new(self.title(words), kind)
    }
}
