//! A file of people, roles or teams is handed in.

use axum::{
    extract::{DefaultBodyLimit, Multipart},
    handler::Handler as _,
};
use maud::{Markup, html};
use passerelle_spreadsheets::{Format, Stopped};
use passerelle_ui::{self as ui, Button, Field, FileUpload};
use passerelle_web::{
    Ctx, Fields, Needs, Page, PageError, PageResult, Routes,
    listing::{AsFile, MOST_ROWS},
    page, redirect,
};
use passerelle_words::say;

use super::{
    imports::{NoFile, file_of, past_list},
    list_template::{columns, template},
};
use crate::{
    actions,
    import::problem,
    list_import::{List, NotRead, read_file, size},
    store::list_imports,
};

/// Where the imports of lists have their pages.
pub(super) const PATH: &str = "/list-imports";

/// What a form adds to its file.
const AROUND: usize = 1 << 16;

/// The templates of a list.
const fn templates(list: List) -> [&'static str; 2] {
    match list {
        List::People => ["/people/import/template.csv", "/people/import/template.xlsx"],
        List::Memberships => ["/memberships/import/template.csv", "/memberships/import/template.xlsx"],
        List::Teams => ["/teams/import/template.csv", "/teams/import/template.xlsx"],
    }
}

pub(super) fn routes() -> Routes {
    List::ALL.iter().fold(Routes::default(), |routes, list| {
        let (list, needs) = (*list, Needs::Right(list.rule()));
        let create = move |ctx: Ctx, form: Multipart| create(ctx, list, form);
        let [csv, xlsx] = templates(list);
        routes
            .get(list.path(), needs, move |ctx: Ctx| new(ctx, list))
            .post(list.path(), needs, create.layer(DefaultBodyLimit::max(size().bytes + AROUND)))
            .get(csv, needs, move |ctx: Ctx, format: AsFile| template(ctx, list, format))
            .get(xlsx, needs, move |ctx: Ctx, format: AsFile| template(ctx, list, format))
    })
}

/// The list under which the page stands.
pub(super) const fn back(list: List) -> (&'static str, &'static str) {
    match list {
        List::People | List::Memberships => ("/people", "directory-nav-people"),
        List::Teams => ("/organisations", "directory-nav-organisations"),
    }
}

async fn new(ctx: Ctx, list: List) -> PageResult {
    let fields = Fields::empty(&ctx);
    draw(&ctx, list, &fields).await
}

async fn draw(ctx: &Ctx, list: List, fields: &Fields) -> PageResult {
    let seat = ctx.actor()?.seat.as_ref().ok_or(PageError::Forbidden)?;
    let past = list_imports::of_list(&mut ctx.begin_read().await?, seat.org, list).await?;
    let code = list.as_str();
    let title = ctx.say(&format!("directory-list-import-{code}-title"));
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say(&format!("directory-list-import-{code}-text"))) }
        p.govuk-body { (ctx.say("directory-list-import-how")) }
        (template_links(ctx, list))
        (columns(ctx, list))
        (form(ctx, list, fields))
        (past_list(ctx, &past, PATH))
    };
    let (path, key) = back(list);
    let back = Some((path.to_owned(), Some(ctx.say(key))));
    let seen_by = Some(say!(ctx.words(), "directory-imports-seen-by", place = seat.place.as_str()));
    Ok(page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

fn template_links(ctx: &Ctx, list: List) -> Markup {
    let about = ctx.say("directory-list-import-template");
    html! {
        p.govuk-body {
            (about) " "
            @for (place, format) in Format::ALL.into_iter().enumerate() {
                @if place > 0 { " · " }
                a.govuk-link href={ (list.path()) "/template." (format.ending()) } download {
                    (ctx.say(&format!("web-listing-{}", format.ending()))) (ui::hidden(&about))
                }
            }
        }
    }
}

fn form(ctx: &Ctx, list: List, fields: &Fields) -> Markup {
    let label = ctx.say("directory-list-import-file");
    let hint = bound(ctx, "directory-list-import-file-hint");
    let field =
        Field { name: "file", label: &label, hint: Some(&hint), error: fields.error("file"), ..Field::default() };
    let accept = Some(".csv,.txt,.xlsx,text/csv");
    html! {
        form method="post" action=(list.path()) enctype="multipart/form-data" novalidate {
            (ui::file_upload(ctx.words(), FileUpload { field, accept, multiple: false }))
            (ui::button(Button { text: &ctx.say("directory-imports-send"), ..Button::default() }))
        }
    }
}

/// A sentence with the most that a file may hold.
fn bound(ctx: &Ctx, key: &str) -> String {
    let rows = ctx.words().number(i64::try_from(MOST_ROWS).unwrap_or(i64::MAX));
    say!(ctx.words(), key, size = size().bytes >> 20, rows = rows)
}

async fn create(ctx: Ctx, list: List, form: Multipart) -> PageResult {
    let mut fields = Fields::empty(&ctx);
    let message = match file_of(form).await {
        Ok(file) => {
            let vocabulary = actions::vocabulary(ctx.app());
            let read = tokio::task::spawn_blocking(move || read_file(&file, list, &vocabulary)).await;
            match read.map_err(|failed| PageError::Internal(failed.to_string()))? {
                Ok(staged) => {
                    let id = actions::start_list_import(&ctx, list, &staged).await?;
                    return Ok(redirect(&format!("{PATH}/{id}")));
                }
                Err(not_read) => told(&ctx, not_read),
            }
        }
        Err(NoFile::Missing) => ctx.say("directory-imports-file-missing"),
        Err(NoFile::TooLarge) => told(&ctx, NotRead::Stopped(Stopped::TooLarge)),
    };
    fields.refuse("file", message);
    draw(&ctx, list, &fields).await
}

/// Why a file is not understood, for whoever hands it in.
fn told(ctx: &Ctx, not_read: NotRead) -> String {
    let words = ctx.words();
    match not_read {
        NotRead::Stopped(Stopped::TooLarge | Stopped::Workbook) => bound(ctx, "directory-list-stopped-too-large"),
        NotRead::Stopped(Stopped::TooManyLines) => bound(ctx, "directory-list-stopped-too-many-lines"),
        NotRead::Stopped(stopped) => {
            let problem = problem(stopped);
            let (key, line) = problem.split_once(' ').unwrap_or((&problem, ""));
            say!(words, key, line = line)
        }
        NotRead::Missing(group) => {
            let titles: Vec<String> = group.iter().map(|column| column.title(words)).collect();
            say!(words, "directory-list-stopped-column-missing", columns = titles.join(" / "))
        }
        NotRead::Twice(column) => say!(words, "directory-list-stopped-column-twice", column = column.title(words)),
        NotRead::Nothing => ctx.say("directory-list-stopped-nothing"),
    }
}
