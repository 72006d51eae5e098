//! What has to be done before the first day: the list that an association keeps, and its part of a mission's page.

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_access::Actor;
use passerelle_kernel::Id;
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Input, Look};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::missions::{MANAGE, NOTHING_CHOSEN};
use crate::{
    Error,
    access::{FORMALITIES, MISSION_MANAGE},
    actions::missions::{add_formality, begin_formalities, mark_formality, remove_formality},
    formality::{Due, Formality},
    mission::{Mission, Stage},
    store::{self, missions::Loaded},
};

const PATH: &str = "/formalities";

pub(super) fn routes() -> Routes {
    let right = Needs::Right(FORMALITIES);
    Routes::default()
        .get(PATH, right, show)
        .post(PATH, right, add)
        .post("/formalities/usual", right, begin)
        .post("/formalities/{formality}/removal", right, remove)
        .post("/missions/{mission}/formalities", MANAGE, mark)
}

async fn show(ctx: Ctx) -> PageResult {
    show_page(&ctx, &Fields::empty(&ctx)).await
}

async fn show_page(ctx: &Ctx, fields: &Fields) -> PageResult {
    let org = ctx.actor()?.association(FORMALITIES).ok_or(PageError::Forbidden)?;
    let list = store::formalities::of_org(&mut ctx.begin_read().await?, org).await?;
    Ok(whole(ctx, &list, fields))
}

fn whole(ctx: &Ctx, list: &[Formality], fields: &Fields) -> Response {
    let title = ctx.say("placement-formalities-title");
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("placement-formalities-text")))
        (ui::warning(ctx.words(), &ctx.say("placement-formalities-nothing-medical")))
        @if list.is_empty() { (nothing(ctx)) }
        @for one in list { (row(ctx, one)) }
        h2.govuk-heading-m { (ctx.say("placement-formality-new")) }
        (ctx.form(PATH, questions(ctx, fields)))
    };
    let seen_by = Some(ctx.say("placement-formalities-seen-by"));
    let back = Some(("/missions".to_owned(), Some(ctx.say("placement-missions-title"))));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

fn nothing(ctx: &Ctx) -> Markup {
    let begin = ctx.form("/formalities/usual", html! {
        (ui::button(Button { text: &ctx.say("placement-formalities-begin"), look: Look::Secondary, ..Button::default() }))
    });
    ui::empty(&ctx.say("placement-formalities-empty-title"), &ctx.say("placement-formalities-empty-text"), Some(begin))
}

fn row(ctx: &Ctx, one: &Formality) -> Markup {
    html! {
        h2.govuk-heading-s { (one.text) }
        p.govuk-body { (kind(ctx, one)) }
        (ui::details(&ctx.say("placement-formality-remove"), html! {
            p { (ctx.say("placement-formality-remove-text")) }
            (ctx.form(&format!("{PATH}/{}/removal", one.id), html! {
                (ui::button(Button {
                    text: &ctx.say("placement-formality-remove-yes"),
                    look: Look::Warning,
                    about: Some(&one.text),
                    ..Button::default()
                }))
            }))
        }))
    }
}

/// “Avant le début, en Belgique”.
fn kind(ctx: &Ctx, one: &Formality) -> String {
    let blocking = ctx.say(if one.blocking { "placement-formality-blocking" } else { "placement-formality-useful" });
    match &one.country {
        None => blocking,
        Some(country) => {
            let country = ctx.words().country(country);
            say!(ctx.words(), "placement-formality-in", kind = blocking, country = country)
        }
    }
}

fn questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let words = ctx.words();
    let say = |name: &str| ctx.say(&format!("placement-formality-{name}"));
    let [text, hint, blocking, blocking_hint, where_, anywhere] =
        ["text", "text-hint", "blocks", "blocks-hint", "country", "anywhere"].map(say);
    let (france, belgium) = (words.country("FR"), words.country("BE"));
    let items = [("", &anywhere), ("FR", &france), ("BE", &belgium)].map(|(value, label)| Choice {
        value,
        label,
        ..Choice::default()
    });
    let field = |name, label, hint| Field {
        name,
        label,
        hint,
        value: fields.value(name),
        error: fields.error(name),
        ..Field::default()
    };
    html! {
        (ui::input(words, Input { field: field("text", &text, Some(&hint)), ..Input::default() }))
        (ui::checkbox(words, field("blocking", &blocking, Some(&blocking_hint))))
        (ui::radios(words, Choices { field: field("country", &where_, None), items: &items, ..Choices::default() }))
        (ui::button(Button { text: &say("add"), ..Button::default() }))
    }
}

async fn add(ctx: Ctx, mut fields: Fields) -> PageResult {
    let blocking = fields.has("blocking", "yes");
    match add_formality(&ctx, fields.value("text"), fields.value("country"), blocking).await {
        Ok(()) => Ok(redirect("/formalities?done=placement-formality-added-done")),
        Err(Error::Refused(refusal)) => {
            fields.refuse_key("text", refusal.key());
            show_page(&ctx, &fields).await
        }
        Err(error) => Err(error.into()),
    }
}

async fn begin(ctx: Ctx) -> PageResult {
    begin_formalities(&ctx).await?;
    Ok(redirect("/formalities?done=placement-formality-added-done"))
}

async fn remove(ctx: Ctx, Path(id): Path<Id<Formality>>) -> PageResult {
    remove_formality(&ctx, id).await?;
    Ok(redirect("/formalities?done=placement-formality-removed-done"))
}

async fn mark(ctx: Ctx, Path(mission): Path<Id<Mission>>, fields: Fields) -> PageResult {
    store::missions::load_mission(&mut ctx.begin_read().await?, ctx.actor()?, mission, MISSION_MANAGE).await?;
    let id = fields.value("formality").parse().map_err(|_| PageError::Refused(NOTHING_CHOSEN))?;
    mark_formality(&ctx, mission, id, fields.value("done") == "yes").await?;
    Ok(redirect(&format!("/missions/{mission}#formalities")))
}

/// The part of a mission's page, for those who coordinate and for the peer; nothing when nothing has to be done.
pub(super) fn part(ctx: &Ctx, actor: &Actor, loaded: &Loaded, due: &[Due]) -> Markup {
    let coordinates = actor.may(MISSION_MANAGE, &loaded.facts());
    let is_theirs = loaded.peer == Some(actor.account);
    let is_early = matches!(loaded.mission.state.stage(), Stage::Agreed | Stage::Running);
    if !(coordinates || is_theirs) || !is_early || (due.is_empty() && !coordinates) {
        return Markup::default();
    }
    html! {
        h2.govuk-heading-m id="formalities" { (ctx.say("placement-formalities-title")) }
        @if due.is_empty() { p.govuk-body { (ctx.say("placement-formalities-none")) } }
        @for one in due { (state(ctx, loaded, one, coordinates)) }
        @if coordinates { p.govuk-body { a.govuk-link href=(PATH) { (ctx.say("placement-formalities-change")) } } }
    }
}

fn state(ctx: &Ctx, loaded: &Loaded, due: &Due, coordinates: bool) -> Markup {
    let words = ctx.words();
    let (state, next, key) = match &due.done {
        Some((at, by)) => {
            let day = words.day(at.to_zoned(words.zone().clone()).date());
            (
                say!(words, "placement-formality-done-by", name = by.as_str(), day = day),
                "no",
                "placement-formality-undo",
            )
        }
        None => (kind(ctx, &due.formality), "yes", "placement-formality-do"),
    };
    let action = format!("/missions/{}/formalities", loaded.mission.id);
    html! {
        h3.govuk-heading-s { (due.formality.text) }
        p.govuk-body { (state) }
        @if coordinates {
            (ctx.form(&action, html! {
                input type="hidden" name="formality" value=(due.formality.id);
                input type="hidden" name="done" value=(next);
                button.govuk-button.govuk-button--secondary type="submit" {
                    (ctx.say(key)) (ui::hidden(&format!(" {}", due.formality.text)))
                }
            }))
        }
    }
}
