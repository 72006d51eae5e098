//! From data to PDF: one [`Typesetter`] is shared by the whole program, since it holds the fonts.

use std::fmt::Write as _;

use passerelle_kernel::{Language, TimeZone, Timestamp};
use serde_json::json;
use typst::{
    Library, LibraryExt as _, comemo,
    diag::SourceDiagnostic,
    foundations::{Bytes, Datetime, Smart},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::{Layout, fonts::Fonts, hybrid, world::Desk};

/// Memoized pieces of layout are forgotten after so many documents without use.
const REMEMBERED: usize = 4;

/// Turns data into PDF. Making one takes some milliseconds; using it needs no exclusive access.
pub struct Typesetter {
    library: LazyHash<Library>,
    fonts: Fonts,
    standards: PdfStandards,
}

/// What a PDF says about itself.
#[derive(Clone, Debug)]
pub struct PdfFacts {
    /// The title that a screen reader announces.
    pub title: String,
    /// Who answers for the document, usually the association.
    pub author: String,
    /// When it was made; the same data at the same instant give the same bytes.
    pub created_at: Timestamp,
}

/// A file carried inside the PDF.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The file's name, without folders.
    pub name: String,
    /// Such as `text/xml`.
    pub media_type: String,
    /// What it is, in the reader's language.
    pub description: String,
    /// What it is to the document.
    pub relation: Relation,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// `AFRelationship` of PDF/A-3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The document shows these data.
    Data,
    /// The same content in another form.
    Alternative,
    /// Something beside the document.
    Supplement,
}

impl Relation {
    const fn name(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Alternative => "alternative",
            Self::Supplement => "supplement",
        }
    }
}

impl Attachment {
    /// The machine's side of a Factur-X invoice in profile EN 16931; the PDF then declares itself as such.
    pub fn factur_x(xml: String, description: String) -> Self {
        let (name, media_type) = (hybrid::FILE_NAME.to_owned(), "text/xml".to_owned());
        Self { name, media_type, description, relation: Relation::Data, bytes: xml.into_bytes() }
    }
}

/// Why there is no document; always a fault of the program or of its build, never of the data's words.
#[derive(Debug, thiserror::Error)]
pub enum DocumentError {
    /// The program was built without fonts.
    #[error("no fonts are embedded: run `node platform/documents/build-fonts.mjs` and build again")]
    NoFonts,
    /// The typesetting program cannot write PDF/A-3a and PDF/UA-1 together.
    #[error("unusable PDF standards: {0}")]
    Standards(String),
    /// The data do not fit the layout.
    #[error("unusable data: {0}")]
    Data(#[from] serde_json::Error),
    /// An attachment's name is not a plain file name.
    #[error("an attachment has no plain name")]
    Name,
    /// The layout is faulty, or the result would not be accessible or archivable.
    #[error("typesetting failed: {0}")]
    Typesetting(String),
    /// The metadata of the PDF are not where they were expected.
    #[error("the PDF cannot be declared as Factur-X: {0}")]
    FacturX(&'static str),
}

impl Typesetter {
    /// Reads the fonts.
    ///
    /// # Errors
    /// When the program was built without fonts.
    pub fn new() -> Result<Self, DocumentError> {
        let fonts = Fonts::embedded().ok_or(DocumentError::NoFonts)?;
        let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
            .map_err(|error| DocumentError::Standards(error.message().to_string()))?;
        Ok(Self { library: LazyHash::new(Library::default()), fonts, standards })
    }

    /// Typesets `layout` in `language` (takes tens of milliseconds: call it where blocking is allowed).
    ///
    /// # Errors
    /// See [`DocumentError`]: no text of a user can cause one.
    pub fn render(
        &self,
        layout: Layout,
        language: Language,
        attachments: &[Attachment],
        facts: &PdfFacts,
    ) -> Result<Vec<u8>, DocumentError> {
        let now = datetime(facts.created_at);
        let files = self.files(layout, language, attachments, facts)?;
        let desk = Desk::new(&self.library, &self.fonts, now, files).ok_or(DocumentError::Name)?;
        let document = typst::compile::<PagedDocument>(&desk).output.map_err(|errors| failure(&errors))?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("{}\n{}\n{}", facts.author, facts.title, facts.created_at)),
            creator: Smart::Custom(Some("Passerelle".to_owned())),
            timestamp: now.map(typst_pdf::Timestamp::new_utc),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| failure(&errors))?;
        comemo::evict(REMEMBERED);
        if attachments.iter().any(|attachment| attachment.name == hybrid::FILE_NAME) {
            return hybrid::declare(pdf).map_err(DocumentError::FacturX);
        }
        Ok(pdf)
    }

    /// The files of this document's world.
    fn files(
        &self,
        layout: Layout,
        language: Language,
        attachments: &[Attachment],
        facts: &PdfFacts,
    ) -> Result<Vec<(String, Bytes)>, DocumentError> {
        if attachments.iter().any(|file| file.name.is_empty() || file.name.contains(['/', '\\'])) {
            return Err(DocumentError::Name);
        }
        let described = |file: &Attachment| {
            let (name, about, relation) = (&file.name, &file.description, file.relation.name());
            json!({ "name": name, "type": file.media_type, "about": about, "relation": relation })
        };
        let mut own = json!({
            "title": facts.title,
            "author": facts.author,
            "language": language.tag(),
            "attachments": attachments.iter().map(described).collect::<Vec<_>>(),
        });
        let mut data = serde_json::to_value(layout)?;
        self.fonts.make_printable(&mut own);
        self.fonts.make_printable(&mut data);
        let kept = attachments.iter().map(|file| (format!("attached/{}", file.name), Bytes::new(file.bytes.clone())));
        let files = [
            ("facts.json".to_owned(), Bytes::from_string(own.to_string())),
            ("data.json".to_owned(), Bytes::from_string(data.to_string())),
            ("layout.typ".to_owned(), Bytes::from_string(layout.template())),
        ];
        Ok(files.into_iter().chain(kept).collect())
    }
}

fn datetime(at: Timestamp) -> Option<Datetime> {
    let at = at.to_zoned(TimeZone::UTC);
    let small = |number: i8| u8::try_from(number).ok();
    let (month, day) = (small(at.month())?, small(at.day())?);
    let (hour, minute, second) = (small(at.hour())?, small(at.minute())?, small(at.second())?);
    Datetime::from_ymd_hms(i32::from(at.year()), month, day, hour, minute, second)
}

fn failure(errors: &[SourceDiagnostic]) -> DocumentError {
    let mut text = String::new();
    for error in errors {
        let _ = write!(text, "{}; ", error.message);
        for hint in &error.hints {
            let _ = write!(text, "{}; ", hint.v);
        }
    }
    DocumentError::Typesetting(text)
}
