//! A person: what is known, the roles with their days, the invitation.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_access::{Membership, Role, account};
use passerelle_kernel::{Date, Id};
use passerelle_ui::{self as ui, Button, Column, DateInput, Fact, Field, Look, Table};
use passerelle_web::{Ctx, Failure, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::{capital, say};

use super::{Asked, asked, done, person_form::seen_by, refuse, roles, town_note};
use crate::{
    PersonFacts, PersonId, access,
    actions::{self, load_person},
    store::{self, people},
    visibility::{Audience, PersonFact, Seen, Visibility},
};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(access::PEOPLE_MANAGE);
    Routes::default()
        .get("/people/{person}", Needs::Right(access::PEOPLE_READ), show)
        .post("/people/{person}/invitations", manage, invite)
        .post("/people/{person}/roles", manage, give)
        .get("/people/{person}/ending", manage, ask_end)
        .post("/people/{person}/ending", manage, end)
}

async fn show(ctx: Ctx, Path(id): Path<PersonId>) -> PageResult {
    if let Some(own) = joined(&ctx, id).await? {
        return Ok(redirect(&format!("/people/{own}")));
    }
    let fields = Fields::empty(&ctx);
    draw(&ctx, id, &fields).await
}

/// Whoever has joined the association with an account of their own is found under that one.
async fn joined(ctx: &Ctx, id: PersonId) -> Result<Option<PersonId>, PageError> {
    let (mut tx, keeper) = (ctx.begin_read().await?, actions::keeper(ctx.actor()?)?);
    let Some(own) = account::successor(&mut tx, id).await? else { return Ok(None) };
    // Only whoever had this address of a page: to the others it tells nothing.
    if !people::has_known(&mut tx, keeper, id).await? {
        return Ok(None);
    }
    Ok(people::version(&mut tx, keeper, own).await?.map(|_| own))
}

async fn draw(ctx: &Ctx, id: PersonId, fields: &Fields) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let actor = ctx.actor()?;
    let (facts, _) = load_person(&mut tx, actor, id, access::PEOPLE_READ).await?;
    let keeper = actions::keeper(actor)?;
    let held = people::memberships(&mut tx, keeper, id).await?;
    let visibility = store::visibility::opened(&mut tx, keeper, id).await?;
    let choices = roles::Choices::load(&mut tx, fields).await?;
    drop(tx);
    let title = facts.name.clone();
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (summary(ctx, id, &facts, &visibility))
        (town_note(ctx, facts.town.as_deref(), facts.country, facts.point))
        (invitation(ctx, id, &facts))
        h2.govuk-heading-m { (ctx.say("directory-person-roles")) }
        (role_table(ctx, id, &held))
        (ui::details(&ctx.say("directory-role-give-title"), ctx.form(&format!("/people/{id}/roles"), html! {
            (roles::question(ctx, fields, &choices))
            (ui::button(Button { text: &ctx.say("directory-role-give-action"), look: Look::Secondary, ..Button::default() }))
        })))
    };
    let back = Some(("/people".to_owned(), None));
    Ok(page(ctx, Page { title, main, back, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() }))
}

/// What the coordination sees of the person, by the person's choices; and what is closed, so that nobody asks for it
/// again as if it were missing.
fn summary(ctx: &Ctx, id: PersonId, facts: &PersonFacts, visibility: &Visibility) -> Markup {
    let seen = Seen::by(Audience::Coordinators, visibility, facts, &[]).unwrap_or_default();
    let mut known = super::seen::facts(ctx, &seen);
    let is_given = |fact| match fact {
        PersonFact::Phone => facts.phone.is_some(),
        _ => false,
    };
    for fact in
        PersonFact::ALL.iter().filter(|fact| is_given(**fact) && !visibility.shows(Audience::Coordinators, **fact))
    {
        let label = ctx.say(&format!("directory-person-{}", fact.as_str()));
        known.push((label, ui::muted(&ctx.say("directory-visibility-closed"))));
    }
    known.push((
        ctx.say("directory-person-language"),
        html! { (capital(&ctx.say(&format!("words-language-{}", facts.language.tag())))) },
    ));
    let rows: Vec<Fact<'_>> = known.iter().map(|(label, value)| Fact::new(label, value.clone())).collect();
    html! {
        (ui::summary_list(ctx.words(), &rows))
        p.govuk-body { a.govuk-link href={ "/people/" (id) "/edit" } { (ctx.say("directory-person-edit-title")) } }
    }
}

fn invitation(ctx: &Ctx, id: PersonId, facts: &PersonFacts) -> Markup {
    let text = Button { text: &ctx.say("directory-person-invite-action"), look: Look::Secondary, ..Button::default() };
    html! {
        @if facts.email.is_some() { (ctx.form(&format!("/people/{id}/invitations"), ui::button(text))) }
        @else { p.govuk-body { (ctx.say("directory-refusal-email-missing")) } }
        p.govuk-body { a.govuk-link href={ "/people/" (id) "/rescue" } { (ctx.say("web-rescue-ask-link")) } }
        p.govuk-body { a.govuk-link href={ "/people/" (id) "/merger" } { (ctx.say("directory-merger-link-person")) } }
    }
}

fn role_table(ctx: &Ctx, id: PersonId, held: &[Membership]) -> Markup {
    if held.is_empty() {
        return html! { p.govuk-body { (ctx.say("directory-person-no-role")) } };
    }
    let titles = ["role", "place", "from", "until", "action"].map(|part| ctx.say(&format!("directory-role-{part}")));
    let [role, place, from, until, action] = &titles;
    let columns =
        [Column::words(role), Column::words(place), Column::words(from), Column::words(until), Column::links(action)];
    let rows: Vec<Vec<Markup>> = held.iter().map(|held| role_row(ctx, id, held)).collect();
    let caption = ctx.say("directory-person-roles");
    ui::table(&Table {
        id: "roles",
        caption: &caption,
        caption_hidden: true,
        columns: &columns,
        rows: &rows,
        narrow: ui::Narrow::Stack,
    })
}

fn role_row(ctx: &Ctx, id: PersonId, held: &Membership) -> Vec<Markup> {
    let role = ctx.say(&format!("web-role-{}", held.role.as_str()));
    let ending = say!(ctx.words(), "directory-role-end-about", role = role.as_str(), place = held.place.as_str());
    let until = held.until_on.map_or_else(|| ctx.say("directory-role-open"), |day| ctx.words().day(day));
    let past = held.until_on.is_some_and(|until| until < ctx.today());
    vec![
        html! { (role) },
        html! { (held.place) },
        html! { (ctx.words().day(held.from_on)) },
        html! { (until) },
        html! {
            @if !past {
                a.govuk-link href={ "/people/" (id) "/ending?membership=" (held.id) } {
                    (ctx.say("directory-role-end")) span.govuk-visually-hidden { " " (ending) }
                }
            }
        },
    ]
}

async fn invite(ctx: Ctx, Path(id): Path<PersonId>) -> PageResult {
    actions::invite(&ctx, id).await?;
    Ok(done(&format!("/people/{id}"), "directory-person-invited-done"))
}

async fn give(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    load_person(&mut tx, ctx.actor()?, id, access::PEOPLE_MANAGE).await?;
    let place = roles::read(&ctx, &mut tx, &mut fields).await?;
    drop(tx);
    let Some((role, org, team)) = place else { return draw(&ctx, id, &fields).await };
    if role == Role::Admin {
        ctx.fresh()?;
    }
    match actions::give_role(&ctx, id, role, org, team).await {
        Ok(()) => Ok(done(&format!("/people/{id}"), "directory-role-given-done")),
        Err(Failure::Refused(refusal)) => {
            refuse(&mut fields, vec![refusal]);
            draw(&ctx, id, &fields).await
        }
        Err(failure) => Err(failure.into()),
    }
}

async fn ask_end(ctx: Ctx, Path(id): Path<PersonId>, Query(query): Query<Asked>) -> PageResult {
    let fields = Fields::empty(&ctx).with("membership", asked(&query, "membership"));
    end_form(&ctx, id, &fields.with_date("last", Some(ctx.today()))).await
}

async fn end_form(ctx: &Ctx, id: PersonId, fields: &Fields) -> PageResult {
    let (mut tx, actor) = (ctx.begin_read().await?, ctx.actor()?);
    let (facts, _) = load_person(&mut tx, actor, id, access::PEOPLE_MANAGE).await?;
    let held = people::memberships(&mut tx, actions::keeper(actor)?, id)
        .await?
        .into_iter()
        .find(|held| held.id.to_string() == fields.value("membership"));
    drop(tx);
    // A role that is not theirs: back to the roles that are.
    let Some(held) = held else { return Ok(redirect(&format!("/people/{id}"))) };
    Ok(draw_end(ctx, id, &facts, &held, fields))
}

fn draw_end(ctx: &Ctx, id: PersonId, facts: &PersonFacts, held: &Membership, fields: &Fields) -> Response {
    let role = ctx.say(&format!("web-role-{}", held.role.as_str()));
    let title = say!(ctx.words(), "directory-role-end-title", name = facts.name.as_str());
    let text = say!(ctx.words(), "directory-role-end-text", role = role, place = held.place.as_str());
    let (label, hint) = (ctx.say("directory-role-last-day"), ctx.say("directory-role-last-day-hint"));
    let field =
        Field { name: "last", label: &label, hint: Some(&hint), error: fields.error("last"), ..Field::default() };
    let [day, month, year] = ["last-day", "last-month", "last-year"].map(|part| fields.value(part));
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        p.govuk-body { (text) }
        (ctx.form(&format!("/people/{id}/ending"), html! {
            input type="hidden" name="membership" value=(held.id);
            (ui::date_input(ctx.words(), DateInput { field, day, month, year, birthday: false }))
            (ui::button(Button { text: &ctx.say("directory-role-end-action"), look: Look::Warning, ..Button::default() }))
        }))
    };
    let back = Some((format!("/people/{id}"), Some(facts.name.clone())));
    page(ctx, Page { title, main, back, seen_by: seen_by(ctx), refused: !fields.is_clean(), ..Page::default() })
}

async fn end(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> PageResult {
    let membership: Result<Id<Membership>, _> = fields.value("membership").parse();
    let Ok(membership) = membership else { return end_form(&ctx, id, &fields).await };
    let last: Option<Date> = fields.date("last", "directory-role-last-day-missing");
    let Some(last) = last else { return end_form(&ctx, id, &fields).await };
    match actions::end_membership(&ctx, id, membership, last).await {
        Ok(()) => Ok(done(&format!("/people/{id}"), "directory-role-ended-done")),
        Err(Failure::Refused(refusal)) => {
            fields.refuse_key("last", refusal.key());
            end_form(&ctx, id, &fields).await
        }
        Err(failure) => Err(failure.into()),
    }
}
