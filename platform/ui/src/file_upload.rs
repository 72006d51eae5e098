//! Choosing files to send.

use maud::{Markup, html};
use passerelle_words::Words;

use crate::Field;

/// Choosing files. The form needs `enctype="multipart/form-data"`.
#[derive(Clone, Copy, Debug, Default)]
pub struct FileUpload<'a> {
    /// The question; its `value` is not used, since browsers do not let a page choose files.
    pub field: Field<'a>,
    /// What is accepted, as in the HTML attribute: `.csv,.xlsx`. The server checks again.
    pub accept: Option<&'a str>,
    /// Whether several files may be chosen.
    pub multiple: bool,
}

/// Choosing files to send.
pub fn file_upload(words: &Words, upload: FileUpload<'_>) -> Markup {
    let field = upload.field;
    field.group(
        words,
        html! {
            input class=(field.class("govuk-file-upload")) id=(field.name) name=(field.name) type="file"
                accept=[upload.accept] multiple[upload.multiple] aria-describedby=[field.described_by()];
        },
    )
}
