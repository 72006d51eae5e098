//! “Who sees what of me”: the person opens each fact to each audience, and looks at themselves as each audience does.

use axum::{extract::Query, response::Response};
use maud::{Markup, html};
use passerelle_ui::{self as ui, Button, Choice, Choices, Field, Heading, Item};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::{Asked, asked, seen::card};
use crate::{
    OrganisationId,
    actions::{Own, choose_visibility, find_own},
    store::people::keepers,
    visibility::{Audience, Need, PersonFact, Visibility},
};

pub(super) fn routes() -> Routes {
    Routes::default().get("/me/visibility", Needs::SignedIn, ask).post("/me/visibility", Needs::SignedIn, choose).get(
        "/me/visibility/seen",
        Needs::SignedIn,
        look,
    )
}

const BACK: &str = "/me";

/// What is kept of the person who reads, by the association that they look at.
struct Kept {
    own: Own,
    keeper: OrganisationId,
    /// Every association that keeps a record of them, with its name.
    keepers: Vec<(OrganisationId, String)>,
}

impl Kept {
    /// The other associations that keep a record, as links to the same page about them.
    fn choice(&self, ctx: &Ctx, path: &str) -> Markup {
        if self.keepers.len() < 2 {
            return Markup::default();
        }
        let links: Vec<String> = self.keepers.iter().map(|(id, _)| format!("{path}?of={id}")).collect();
        let items: Vec<Item<'_>> = links
            .iter()
            .zip(&self.keepers)
            .map(|(href, (id, name))| Item { href, text: name, current: *id == self.keeper })
            .collect();
        html! {
            p.govuk-body { (ctx.say("directory-visibility-each")) }
            (ui::section_navigation(&ctx.say("directory-visibility-of"), &items))
        }
    }
}

/// What the association that the address names keeps of the reader; else the one in which they act, else the first.
async fn kept(ctx: &Ctx, wanted: &str) -> Result<Option<Kept>, PageError> {
    let (mut tx, actor) = (ctx.begin_read().await?, ctx.actor()?);
    let keepers = keepers(&mut tx, actor.account).await?;
    let is_kept_by = |wanted: OrganisationId| keepers.iter().any(|(id, _)| *id == wanted).then_some(wanted);
    let seat = actor.seat.as_ref().map(|seat| seat.org);
    let keeper = wanted.parse().ok().and_then(is_kept_by).or(seat.and_then(is_kept_by));
    let Some(keeper) = keeper.or(keepers.first().map(|(id, _)| *id)) else { return Ok(None) };
    let own = find_own(&mut tx, keeper, actor.account, ctx.today()).await?;
    Ok(own.map(|own| Kept { own, keeper, keepers }))
}

/// The page of somebody of whom nothing is kept here but the account.
fn nothing(ctx: &Ctx) -> Response {
    let title = ctx.say("directory-visibility-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::empty(&ctx.say("directory-visibility-none-title"), &ctx.say("directory-visibility-none-text"), None))
    };
    page(ctx, Page { title, main, back: Some((BACK.to_owned(), None)), ..Page::default() })
}

async fn ask(ctx: Ctx, Query(query): Query<Asked>) -> PageResult {
    let Some(kept) = kept(&ctx, asked(&query, "of")).await? else { return Ok(nothing(&ctx)) };
    let title = ctx.say("directory-visibility-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        (ui::lead(&ctx.say("directory-visibility-text")))
        (kept.choice(&ctx, "/me/visibility"))
        p.govuk-body {
            a.govuk-link href={ "/me/visibility/seen?of=" (kept.keeper) } { (ctx.say("directory-visibility-look")) }
        }
        (ctx.form("/me/visibility", html! {
            input type="hidden" name="of" value=(kept.keeper);
            @for fact in PersonFact::ALL { (question(&ctx, &kept.own, *fact)) }
            (ui::button(Button { text: &ctx.say("directory-save"), ..Button::default() }))
        }))
    };
    let seen_by = Some(ctx.say("directory-visibility-seen-by"));
    Ok(page(&ctx, Page { title, main, back: Some((BACK.to_owned(), None)), seen_by, ..Page::default() }))
}

/// One fact: what we hold, who always sees it and why, and to whom the person opens it.
fn question(ctx: &Ctx, own: &Own, fact: PersonFact) -> Markup {
    let code = fact.as_str();
    let label = say!(ctx.words(), &format!("directory-visibility-{code}"), value = value(ctx, own, fact));
    let always: Vec<String> = Audience::ALL
        .iter()
        .filter_map(|audience| Some((audience, Need::of(*audience, fact)?)))
        .map(|(audience, need)| {
            let who = ctx.say(&format!("directory-audience-{}", audience.as_str()));
            say!(
                ctx.words(),
                "directory-visibility-always",
                who = who,
                why = ctx.say(&format!("directory-need-{}", need.as_str()))
            )
        })
        .collect();
    let open: Vec<(Audience, String)> = Audience::ALL
        .iter()
        .filter(|audience| Need::of(**audience, fact).is_none())
        .map(|audience| (*audience, ctx.say(&format!("directory-audience-{}", audience.as_str()))))
        .collect();
    let items: Vec<Choice<'_>> = open
        .iter()
        .map(|(audience, label)| Choice {
            value: audience.as_str(),
            label,
            checked: own.visibility.is_chosen(*audience, fact),
            ..Choice::default()
        })
        .collect();
    let hint = (!always.is_empty()).then(|| always.join(" "));
    let field =
        Field { name: code, label: &label, hint: hint.as_deref(), heading: Heading::Medium, ..Field::default() };
    ui::checkboxes(ctx.words(), Choices { field, items: &items, small: true, ..Choices::default() })
}

/// What we hold, in a few words.
pub(super) fn value(ctx: &Ctx, own: &Own, fact: PersonFact) -> String {
    let facts = &own.facts;
    let value = match fact {
        PersonFact::Name => Some(facts.name.clone()),
        PersonFact::Role => Some(super::seen::roles(ctx, &own.roles)),
        PersonFact::Email => facts.email.clone(),
        PersonFact::Phone => facts.phone.as_deref().map(super::seen::spaced),
        PersonFact::Town => facts.town.clone(),
        PersonFact::Languages => Some(super::seen::languages(ctx, &facts.languages)),
    };
    value.filter(|text| !text.is_empty()).unwrap_or_else(|| ctx.say("directory-visibility-not-held"))
}

async fn choose(ctx: Ctx, fields: Fields) -> PageResult {
    let chosen = PersonFact::ALL.iter().flat_map(|fact| {
        fields.choices(fact.as_str(), Audience::parse).into_iter().map(move |audience| (audience, *fact))
    });
    let keeper: OrganisationId = match fields.value("of").parse() {
        Ok(of) => of,
        Err(_) => kept(&ctx, "").await?.ok_or(PageError::NotFound)?.keeper,
    };
    choose_visibility(&ctx, keeper, &Visibility::of(chosen)).await?;
    Ok(redirect(&format!("/me/visibility/seen?of={keeper}&done=directory-visibility-changed-done")))
}

async fn look(ctx: Ctx, Query(query): Query<Asked>) -> PageResult {
    let Some(kept) = kept(&ctx, asked(&query, "of")).await? else { return Ok(nothing(&ctx)) };
    let keeper = kept.keeper;
    let audience = Audience::parse(asked(&query, "as")).unwrap_or(Audience::Teams);
    let names: Vec<(String, String)> = Audience::ALL
        .iter()
        .map(|one| {
            let code = one.as_str();
            (format!("/me/visibility/seen?of={keeper}&as={code}"), ctx.say(&format!("directory-audience-{code}")))
        })
        .collect();
    let items: Vec<Item<'_>> = names
        .iter()
        .zip(Audience::ALL)
        .map(|((href, text), one)| Item { href, text, current: *one == audience })
        .collect();
    let title = ctx.say("directory-visibility-seen-title");
    let who = ctx.say(&format!("directory-audience-{}", audience.as_str()));
    let main = html! {
        h1.govuk-heading-l { (title) }
        p.govuk-body { (ctx.say("directory-visibility-seen-text")) }
        (kept.choice(&ctx, "/me/visibility/seen"))
        (ui::section_navigation(&ctx.say("directory-visibility-seen-choose"), &items))
        h2.govuk-heading-m { (who) }
        p.govuk-body { (ctx.say(&format!("directory-audience-{}-hint", audience.as_str()))) }
        @match kept.own.seen_by(audience) {
            Some(seen) => (card(&ctx, &seen)),
            None => (ui::inset(html! { p.govuk-body { (ctx.say("directory-visibility-nothing")) } })),
        }
        p.govuk-body { a.govuk-link href={ "/me/visibility?of=" (keeper) } { (ctx.say("directory-visibility-change")) } }
    };
    let back = Some((format!("/me/visibility?of={keeper}"), Some(ctx.say("directory-visibility-title"))));
    let seen_by = Some(ctx.say("directory-visibility-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}
