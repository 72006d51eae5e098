//! The closed world in which a document is typeset: our templates, its data, its attachments, our fonts.

use std::collections::HashMap;

use typst::{
    Library, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};

use crate::fonts::Fonts;

/// What every document starts from: it reads `facts.json` and `data.json`, and lays them out by `layout.typ`.
const MAIN: &str = "main.typ";

/// One document's world.
pub(crate) struct Desk<'a> {
    library: &'a LazyHash<Library>,
    fonts: &'a Fonts,
    main: Source,
    files: HashMap<FileId, Bytes>,
    now: Option<Datetime>,
}

impl<'a> Desk<'a> {
    /// A world with the shared templates and these further files; nothing if a name is no path.
    pub(crate) fn new(
        library: &'a LazyHash<Library>,
        fonts: &'a Fonts,
        now: Option<Datetime>,
        files: impl IntoIterator<Item = (String, Bytes)>,
    ) -> Option<Self> {
        let main = Source::new(file(MAIN)?, include_str!("../templates/main.typ").to_owned());
        let look = Bytes::from_string(include_str!("../templates/look.typ"));
        let mut all = HashMap::from([(file("look.typ")?, look)]);
        for (name, bytes) in files {
            all.insert(file(&name)?, bytes);
        }
        Some(Self { library, fonts, main, files: all, now })
    }
}

fn file(name: &str) -> Option<FileId> {
    let path = VirtualPath::new(name).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let text = self.file(id)?.to_str().map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.to_string()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.faces.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        self.now
    }
}
