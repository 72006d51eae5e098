//! A file of the registry is handed in; the imports of before.

use axum::{
    extract::{DefaultBodyLimit, Multipart},
    handler::Handler as _,
    response::Response,
};
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Field, FileUpload};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use crate::{access, actions, import::Import, store::imports};

/// The most bytes of a file; the server allows no larger request.
const LARGEST: usize = 64 << 20;

pub(super) fn routes() -> Routes {
    let needs = Needs::Right(access::IMPORT);
    Routes::default().get("/imports/new", needs, new).post(
        "/imports",
        needs,
        create.layer(DefaultBodyLimit::max(LARGEST)),
    )
}

async fn new(ctx: Ctx) -> PageResult {
    let fields = Fields::empty(&ctx);
    draw(&ctx, &fields).await
}

async fn draw(ctx: &Ctx, fields: &Fields) -> PageResult {
    let seat = ctx.actor()?.seat.as_ref().ok_or(PageError::Forbidden)?;
    let past = imports::of_org(&mut ctx.begin_read().await?, seat.org).await?;
    let title = ctx.say("directory-imports-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("directory-imports-text")) }
        (ui::inset(html! { p.govuk-body { (ctx.say("directory-imports-siret")) } }))
        (form(ctx, fields))
        (past_list(ctx, &past, "/imports"))
    };
    let back = Some(("/organisations".to_owned(), Some(ctx.say("directory-nav-organisations"))));
    let seen_by = Some(say!(ctx.words(), "directory-imports-seen-by", place = seat.place.as_str()));
    Ok(page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

fn form(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("directory-imports-file"), ctx.say("directory-imports-file-hint"));
    let field =
        Field { name: "file", label: &label, hint: Some(&hint), error: fields.error("file"), ..Field::default() };
    html! {
        form method="post" action="/imports" enctype="multipart/form-data" novalidate {
            (ui::file_upload(ctx.words(), FileUpload { field, accept: Some(".csv,.txt,text/csv"), multiple: false }))
            (ui::button(Button { text: &ctx.say("directory-imports-send"), ..Button::default() }))
        }
    }
}

/// The imports of before, whose pages stand under `path`.
pub(super) fn past_list(ctx: &Ctx, past: &[Import], path: &str) -> Markup {
    html! {
        @if !past.is_empty() {
            h2.govuk-heading-m { (ctx.say("directory-imports-past")) }
            ul.govuk-list {
                @for import in past {
                    li {
                        a.govuk-link href={ (path) "/" (import.id) } {
                            (say!(ctx.words(), "directory-import-of", day = ctx.words().instant(import.made_at)))
                        }
                        " · " (ctx.say(&format!("directory-import-state-{}", import.state.as_str())))
                    }
                }
            }
        }
    }
}

/// Why no file has come with a form.
pub(super) enum NoFile {
    /// None was chosen.
    Missing,
    /// It is larger than the page takes.
    TooLarge,
}

/// The file that was sent under the name `file`.
pub(super) async fn file_of(mut form: Multipart) -> Result<Vec<u8>, NoFile> {
    let mut file = Vec::new();
    while let Some(field) = form.next_field().await.map_err(|_| NoFile::TooLarge)? {
        if field.name() == Some("file") {
            file = field.bytes().await.map_err(|_| NoFile::TooLarge)?.to_vec();
        }
    }
    if file.is_empty() { Err(NoFile::Missing) } else { Ok(file) }
}

async fn create(ctx: Ctx, form: Multipart) -> PageResult {
    match file_of(form).await {
        Ok(file) => Ok(redirect(&format!("/imports/{}", actions::start_import(&ctx, file).await?))),
        Err(NoFile::Missing) => refused(&ctx, "directory-imports-file-missing").await,
        Err(NoFile::TooLarge) => refused(&ctx, "directory-imports-file-large").await,
    }
}

async fn refused(ctx: &Ctx, key: &str) -> Result<Response, PageError> {
    let mut fields = Fields::empty(ctx);
    fields.refuse_key("file", key);
    draw(ctx, &fields).await
}
