//! What a file of people, roles or teams would do, line by line; the buttons that import it or drop it.

use axum::extract::Path;
use maud::{Markup, html};
use passerelle_kernel::Id;
use passerelle_store::held::Term;
use passerelle_ui::{self as ui, Button, Fact, Look};
use passerelle_web::{Ctx, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::{
    done,
    import::{alive, stopped, working},
    import_lines::{Part, draw},
    list_import::{PATH, back},
};
use crate::{
    access,
    actions::{self, load_list_import, plan_of},
    import::{Counts, Import, ImportState},
    list_import::{FieldChange, List, Plan, Reason, Refused, Shown, Step},
    store::imports::LISTED,
};

pub(super) fn routes() -> Routes {
    // Who imports a list may write its lines by hand, which is looked at again for each list.
    let needs = Needs::Right(access::PEOPLE_MANAGE);
    Routes::default()
        .get("/list-imports/{listing}", needs, show)
        .post("/list-imports/{listing}/confirmation", needs, confirm)
        .post("/list-imports/{listing}/removal", needs, remove)
}

async fn show(ctx: Ctx, Path(id): Path<Id<Import>>) -> PageResult {
    let actor = ctx.actor()?;
    let mut tx = ctx.begin_read().await?;
    let (import, list) = load_list_import(&mut tx, actor, id).await?;
    let ready = import.state == ImportState::Ready;
    let worked = if ready { plan_of(&mut tx, &ctx, id, list).await? } else { None };
    drop(tx);
    let title = ctx.say(&format!("directory-import-title-{}", import.state.as_str()));
    let content = html! {
        h1.govuk-heading-l { (title) }
        @match import.state {
            ImportState::Reading | ImportState::Applying => (working(&ctx, &import, PATH)),
            ImportState::Dropped => p.govuk-body { (ctx.say("directory-list-import-dropped")) }
            ImportState::Stopped => (stopped(&ctx, &import, list.path())),
            ImportState::Applied => {
                p.govuk-body { (ctx.say("directory-list-import-applied")) }
                (summary(&ctx, list, &import.counts))
                p.govuk-body { a.govuk-link href=(back(list).0) { (ctx.say(back(list).1)) } }
            }
            ImportState::Ready => {
                @match &worked {
                    Some((plan, ignored)) => (preview(&ctx, &import, list, plan, ignored)),
                    None => (stopped(&ctx, &import, list.path())),
                }
            }
        }
    };
    if let Some((plan, _)) = &worked {
        ctx.shows(plan.people.iter().copied(), access::PEOPLE_READ);
    }
    let main = alive(&import, PATH, content);
    let named = ctx.say(&format!("directory-list-import-{}-title", list.as_str()));
    let seat = actor.seat.as_ref().ok_or(PageError::Forbidden)?;
    let seen_by = Some(say!(ctx.words(), "directory-imports-seen-by", place = seat.place.as_str()));
    Ok(page(&ctx, Page { title, main, back: Some((list.path().to_owned(), Some(named))), seen_by, ..Page::default() }))
}

fn preview(ctx: &Ctx, import: &Import, list: List, plan: &Plan, ignored: &[String]) -> Markup {
    let (words, counts) = (ctx.words(), Counts::of_list(plan));
    let kept = ctx.app().settings().retention.span(Term::Files, None);
    let until = kept.after(import.made_at.to_zoned(words.zone().clone()).date());
    html! {
        (summary(ctx, list, &counts))
        @if !ignored.is_empty() {
            (ui::inset(html! {
                p.govuk-body { (say!(words, "directory-list-import-ignored", columns = words.list(ignored))) }
            }))
        }
        @if counts.refused > 0 { p.govuk-body { (ctx.say("directory-list-import-refused-text")) } }
        @if counts.is_empty() {
            p.govuk-body { strong { (ctx.say("directory-list-import-nothing")) } }
        } @else {
            @if list != List::Teams { p.govuk-body { (ctx.say("directory-list-import-no-letter")) } }
            (confirmation(ctx, import))
        }
        (draw(ctx, &parts(ctx, list, plan)))
        (removal(ctx, import))
        p.govuk-body { (ui::muted(&say!(words, "directory-list-import-kept", day = words.day(until)))) }
    }
}

fn confirmation(ctx: &Ctx, import: &Import) -> Markup {
    let button = Button { text: &ctx.say("directory-import-confirm"), ..Button::default() };
    ctx.form(&format!("{PATH}/{}/confirmation", import.id), ui::button(button))
}

fn removal(ctx: &Ctx, import: &Import) -> Markup {
    let button = Button { text: &ctx.say("directory-list-import-drop"), look: Look::Secondary, ..Button::default() };
    ctx.form(&format!("{PATH}/{}/removal", import.id), ui::button(button))
}

fn summary(ctx: &Ctx, list: List, counts: &Counts) -> Markup {
    let words = ctx.words();
    let facts = [
        (ctx.say("directory-import-lines"), counts.lines),
        (heading(ctx, list, "created"), counts.created),
        (heading(ctx, list, "changed"), counts.changed),
        (heading(ctx, list, "unchanged"), counts.unchanged),
        (heading(ctx, list, "refused"), counts.refused),
    ];
    let facts = facts.map(|(key, count)| (key, words.number(count)));
    let facts: Vec<Fact<'_>> = facts.iter().map(|(key, value)| Fact::new(key, value)).collect();
    ui::summary_list(words, &facts)
}

fn heading(ctx: &Ctx, list: List, part: &str) -> String {
    match part {
        "refused" => ctx.say("directory-import-refused"),
        part => ctx.say(&format!("directory-list-import-{}-{part}", list.as_str())),
    }
}

/// The tables, what needs a look first.
fn parts(ctx: &Ctx, list: List, plan: &Plan) -> Vec<Part> {
    let about = ctx.say(&format!("directory-list-import-{}-about", list.as_str()));
    let title = |key: &str| ctx.say(&format!("directory-import-{key}"));
    let of = |is_new: bool| plan.steps.iter().filter(move |step| step.is_new == is_new);
    let part = |id, count: usize, titles, rows| Part {
        id,
        heading: heading(ctx, list, id),
        is_cut: count > LISTED,
        titles,
        rows,
    };
    let refused = plan.refused.iter().take(LISTED).map(|refused| refused_row(ctx, refused)).collect();
    let changed = of(false).take(LISTED).flat_map(|step| step.fields.iter().map(|field| changed_row(ctx, step, field)));
    let created = of(true).take(LISTED).map(|step| created_row(ctx, step)).collect();
    let parts = [
        part("refused", plan.refused.len(), vec![title("line"), about.clone(), title("reason")], refused),
        part(
            "changed",
            plan.changed(),
            vec![title("line"), about.clone(), title("field"), title("from"), title("to")],
            changed.collect(),
        ),
        part("created", plan.created(), vec![title("line"), about, ctx.say("directory-list-import-details")], created),
    ];
    parts.into_iter().filter(|part| !part.rows.is_empty()).collect()
}

fn refused_row(ctx: &Ctx, refused: &Refused) -> Vec<Markup> {
    let reasons = html! { @for reason in &refused.reasons { div { (reason_text(ctx, *reason)) } } };
    vec![html! { (refused.line) }, html! { (refused.about) }, reasons]
}

fn reason_text(ctx: &Ctx, reason: Reason) -> String {
    let words = ctx.words();
    match reason {
        Reason::Twice(line) => say!(words, reason.key(), line = line),
        Reason::Day(column) | Reason::SpreadsheetError(column) => {
            say!(words, reason.key(), column = column.title(words))
        }
        Reason::RoleEnded(day) | Reason::EndsEarlier(day) => say!(words, reason.key(), day = words.day(day)),
        reason => ctx.say(reason.key()),
    }
}

fn changed_row(ctx: &Ctx, step: &Step, field: &FieldChange) -> Vec<Markup> {
    let title = field.column.title(ctx.words());
    let (from, to) = (shown(ctx, &field.from), shown(ctx, &field.to));
    vec![html! { (step.line) }, html! { (step.about) }, html! { (title) }, html! { (from) }, html! { (to) }]
}

fn created_row(ctx: &Ctx, step: &Step) -> Vec<Markup> {
    let fields = html! {
        ul.govuk-list.p-cell-list {
            @for field in &step.fields {
                li { (say!(ctx.words(), "directory-list-import-fact", name = field.column.title(ctx.words()), value = shown(ctx, &field.to))) }
            }
        }
    };
    vec![html! { (step.line) }, html! { (step.about) }, fields]
}

fn shown(ctx: &Ctx, value: &Shown) -> String {
    let words = ctx.words();
    match value {
        Shown::Nothing => ctx.say("directory-import-empty-value"),
        Shown::Closed => ctx.say("directory-list-import-closed"),
        Shown::Text(text) => text.clone(),
        Shown::Day(day) => words.day(*day),
        Shown::Language(language) => language.endonym().to_owned(),
        Shown::Country(country) => words.country(country.as_str()),
        Shown::Spoken(languages) => {
            let codes: Vec<_> = languages.iter().collect();
            words.spoken_list(codes.iter().map(|code| code.as_str()))
        }
        Shown::Role(role, place, from) => {
            let role = ctx.say(&format!("web-role-{}", role.as_str()));
            say!(words, "directory-list-import-role", role = role, place = place.as_str(), day = words.day(*from))
        }
    }
}

async fn confirm(ctx: Ctx, Path(id): Path<Id<Import>>) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let (_, list) = load_list_import(&mut tx, ctx.actor()?, id).await?;
    let gives_admin = plan_of(&mut tx, &ctx, id, list).await?.is_some_and(|(plan, _)| plan.gives_admin());
    drop(tx);
    // As on the page that gives this role to one person.
    if gives_admin {
        ctx.fresh()?;
    }
    actions::confirm_list_import(&ctx, id).await?;
    Ok(redirect(&format!("{PATH}/{id}")))
}

async fn remove(ctx: Ctx, Path(id): Path<Id<Import>>) -> PageResult {
    let (_, list) = load_list_import(&mut ctx.begin_read().await?, ctx.actor()?, id).await?;
    actions::drop_list_import(&ctx, id).await?;
    Ok(done(list.path(), "directory-list-import-dropped-done"))
}
