//! Two records of one institution: proposed by their numbers, or by name and place. The list shows teams too.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::html;
use passerelle_kernel::Id;
use passerelle_store::{Tx, reference::Subject};
use passerelle_ui as ui;
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page};
use passerelle_words::say;

use super::{
    super::{Asked, asked, done},
    Desk, Found, are_one,
    compared::{Side, pairs},
    teams,
};
use crate::{
    Merger, Organisation, OrganisationFacts, OrganisationId, Refusal, access,
    actions::{self, load_organisation},
    merger::{count, is_mergeable},
    store::{
        mergers::{self, Alike},
        teams::teams_of,
    },
};

pub(super) fn routes() -> Routes {
    let (see, act) = (Needs::Right(access::ORGANISATIONS_MANAGE), Needs::FreshRight(access::ORGANISATIONS_MANAGE));
    Routes::default()
        .get("/organisations/doubles", see, list)
        .get("/organisations/{organisation}/merger", see, show)
        .post("/organisations/{organisation}/merger", act, merge)
        .post("/organisations/{organisation}/merger/undoing", act, undo)
}

/// Organisations, and teams of one organisation, that may be the same.
async fn list(ctx: Ctx) -> PageResult {
    let mut tx = ctx.begin_read().await?;
    let organisations = mergers::organisation_pairs(&mut tx).await?;
    let of_teams = mergers::team_pairs(&mut tx).await?;
    drop(tx);
    let title = ctx.say("directory-doubles-title");
    let is_none = organisations.is_empty() && of_teams.is_empty();
    let organisations: Vec<[Found; 2]> = organisations.iter().map(|pair| both(&ctx, pair)).collect();
    let of_teams: Vec<[Found; 2]> = of_teams.iter().map(|pair| pair.each_ref().map(teams::found)).collect();
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if is_none {
            (ui::empty(&ctx.say("directory-doubles-none-title"), &ctx.say("directory-doubles-none-text-places"), None))
        } @else {
            (ui::lead(&ctx.say("directory-doubles-text-places")))
        }
        @for (key, base, found) in [
            ("directory-doubles-organisations", "/organisations", &organisations),
            ("directory-doubles-teams", "/teams", &of_teams),
        ] {
            @if !found.is_empty() {
                h2.govuk-heading-m { (ctx.say(key)) }
                (pairs(&ctx, base, found))
            }
        }
    };
    let back = Some(("/organisations".to_owned(), Some(ctx.say("directory-nav-organisations"))));
    let seen_by = Some(ctx.say("directory-merger-seen-by"));
    Ok(page(&ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

/// Two organisations, each with what tells it apart.
fn both(ctx: &Ctx, pair: &[Alike; 2]) -> [Found; 2] {
    pair.each_ref().map(|one| Found { id: one.id.to_string(), name: one.name.clone(), hint: hint(ctx, one) })
}

/// What tells two organisations of one name apart: kind, place, numbers.
fn hint(ctx: &Ctx, one: &Alike) -> String {
    let place = [one.post_code.as_deref(), one.town.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let names = ["finess", "siret", "enterprise"].map(|part| ctx.say(&format!("directory-merger-number-{part}")));
    let numbers =
        names.iter().zip(&one.numbers).filter_map(|(name, number)| Some(format!("{name} {}", number.as_ref()?)));
    let kind = ctx.say(&format!("directory-kind-{}", one.kind.as_str()));
    let known: Vec<String> = [kind, place].into_iter().filter(|part| !part.is_empty()).chain(numbers).collect();
    known.join(" · ")
}

async fn show(ctx: Ctx, Path(id): Path<OrganisationId>, Query(query): Query<Asked>) -> PageResult {
    let fields = Fields::empty(&ctx).with("q", asked(&query, "q")).with("double", asked(&query, "double"));
    draw(&ctx, &mut ctx.begin_read().await?, id, &fields).await
}

async fn draw(ctx: &Ctx, tx: &mut Tx, id: OrganisationId, fields: &Fields) -> Result<Response, PageError> {
    let actor = ctx.actor()?;
    let kept = load_organisation(tx, actor, id, access::ORGANISATIONS_MANAGE).await?;
    let path = format!("/organisations/{id}/merger");
    let desk = Desk { ctx, noun: Subject::Organisation, path: &path, fields };
    let made = mergers::of_organisation(tx, id).await?;
    let title = say!(ctx.words(), "directory-merger-title", name = kept.name.as_str());
    let double = match fields.value("double").parse::<OrganisationId>() {
        Ok(double) if double != id => load_organisation(tx, actor, double, access::ORGANISATIONS_MANAGE).await.ok(),
        _ => None,
    };
    let content = match double {
        _ if !is_mergeable(kept.kind) => html! { p.govuk-body { (ctx.say(Refusal::MergerOfAssociation.key())) } },
        Some(gone) => {
            let sides = [side(ctx, tx, &kept).await?, side(ctx, tx, &gone).await?];
            let [kept, gone] = &sides;
            desk.compared(&titles(ctx), kept, gone, &format!("/organisations/{}/merger?double={id}", gone.id))
        }
        None => {
            let found = mergers::alike_organisations(tx, id, fields.value("q")).await?;
            let found: Vec<Found> = found
                .into_iter()
                .map(|one| Found { id: one.id.to_string(), hint: hint(ctx, &one), name: one.name })
                .collect();
            html! {
                p.govuk-body { (desk.say("text")) }
                (desk.search())
                (desk.choice_to_compare(&found))
            }
        }
    };
    let main = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        (content)
        (desk.undoable(&made))
    };
    let back = Some((format!("/organisations/{id}"), Some(kept.name.to_string())));
    let seen_by = Some(ctx.say("directory-merger-seen-by"));
    Ok(page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() }))
}

/// The facts that are compared, by the end of their keys.
const FACTS: [&str; 12] = [
    "name",
    "short-name",
    "kind",
    "address",
    "finess",
    "siret",
    "enterprise",
    "vat",
    "phone",
    "email",
    "website",
    "electronic-address",
];

fn titles(ctx: &Ctx) -> Vec<String> {
    let facts = FACTS.iter().map(|part| ctx.say(&format!("directory-organisation-{part}")));
    facts.chain(["directory-teams-title", "directory-merger-rows"].map(|key| ctx.say(key))).collect()
}

async fn side(ctx: &Ctx, tx: &mut Tx, one: &Organisation) -> Result<Side, PageError> {
    let typed = OrganisationFacts::of(one);
    let place = format!("{} {}", typed.post_code, typed.town);
    let address = [typed.address.as_str(), place.trim()].join("\n").trim().to_owned();
    let kind = ctx.say(&format!("directory-kind-{}", one.kind.as_str()));
    let teams: Vec<String> = teams_of(tx, one.id).await?.into_iter().map(|team| team.name).collect();
    let id = one.id.to_string();
    let rows = count(tx, ctx.app().references(), Subject::Organisation, &id).await?;
    let values = vec![
        typed.name.clone(),
        typed.short_name,
        kind,
        address,
        typed.finess_site,
        typed.siret,
        typed.enterprise,
        typed.vat,
        typed.phone,
        typed.email,
        typed.website,
        typed.electronic_address,
        teams.join("\n"),
        rows.to_string(),
    ];
    Ok(Side { id, name: typed.name, values })
}

async fn merge(ctx: Ctx, Path(id): Path<OrganisationId>, mut fields: Fields) -> PageResult {
    let tried = match fields.value("double").parse() {
        Ok(double) => Some(actions::merge_organisations(&ctx, id, double).await),
        Err(_) => None,
    };
    if are_one(&mut fields, Subject::Organisation, tried)? {
        return Ok(done(&format!("/organisations/{id}"), "directory-merged-done"));
    }
    draw(&ctx, &mut ctx.begin_read().await?, id, &fields).await
}

async fn undo(ctx: Ctx, Path(id): Path<OrganisationId>, fields: Fields) -> PageResult {
    let Ok(merger) = fields.value("merger").parse::<Id<Merger>>() else {
        return draw(&ctx, &mut ctx.begin_read().await?, id, &fields).await;
    };
    actions::part_organisations(&ctx, id, merger).await?;
    Ok(done(&format!("/organisations/{id}/merger"), "directory-merger-undone-done"))
}
