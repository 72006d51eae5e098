//! Why a line of the file is not imported.

/// Why a line is not imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Longer than [`super::Limits::line_bytes`].
    LineTooLong,
    /// Does not begin with `finess`, `structureet` or `geolocalisation`.
    UnknownKind,
    /// Fields are missing.
    TooFewFields,
    /// There is more than the fields of such a row.
    TooManyFields,
    /// The number of the site cannot be read.
    Number,
    /// The site has no name.
    NameMissing,
    /// The name is too long.
    NameTooLong,
    /// The coordinates cannot be read.
    Coordinates,
    /// The coordinates are outside the territory.
    CoordinatesOutside,
    /// The file already says something about this site, at this line.
    Twice(u64),
    /// The place of a site that is neither in the file nor in the directory.
    NoSuchSite,
}

impl Reason {
    /// One of each, so that a test can look for the words of each.
    pub const ALL: &[Self] = &[
        Self::LineTooLong,
        Self::UnknownKind,
        Self::TooFewFields,
        Self::TooManyFields,
        Self::Number,
        Self::NameMissing,
        Self::NameTooLong,
        Self::Coordinates,
        Self::CoordinatesOutside,
        Self::Twice(0),
        Self::NoSuchSite,
    ];

    /// The key of the words that tell the reason (`Twice` is given the other line as `line`).
    pub const fn key(self) -> &'static str {
        match self {
            Self::LineTooLong => "directory-finess-reason-line-too-long",
            Self::UnknownKind => "directory-finess-reason-unknown-kind",
            Self::TooFewFields => "directory-finess-reason-too-few-fields",
            Self::TooManyFields => "directory-finess-reason-too-many-fields",
            Self::Number => "directory-finess-reason-number",
            Self::NameMissing => "directory-finess-reason-name-missing",
            Self::NameTooLong => "directory-finess-reason-name-too-long",
            Self::Coordinates => "directory-finess-reason-coordinates",
            Self::CoordinatesOutside => "directory-finess-reason-coordinates-outside",
            Self::Twice(_) => "directory-finess-reason-twice",
            Self::NoSuchSite => "directory-finess-reason-no-such-site",
        }
    }
}

/// A line that is not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Line of the file, from 1.
    pub line: u64,
    /// Why.
    pub reason: Reason,
    /// What the line is about, as it says itself: the number of the site, or the beginning of the line.
    pub about: String,
}
