//! The form of an agreement, new or changed. From the first invoice on, what was invoiced by is not asked any more.

use std::collections::BTreeSet;

use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use passerelle_directory::find_organisation;
use passerelle_kernel::{Id, Money};
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;
use serde::Deserialize;

use super::questions;
use crate::{
    Error,
    access::AGREEMENT_MANAGE,
    actions::money::{Terms, change_agreement, create_agreement},
    agreement::{Agreement, Basis, BuyerReferences, Cost, Law, MOST_NOTICE_DAYS, MOST_PAYMENT_DAYS, Rhythm, Vat},
    mission::Mission,
    outside::Organisation,
    period::Period,
    refusal::Refusal,
    store::{
        agreements::{self, Covered, Loaded, list, load_agreement},
        missions::load_mission,
    },
};

pub(super) fn routes() -> Routes {
    let manage = Needs::Right(AGREEMENT_MANAGE);
    Routes::default()
        .get("/agreements/new", manage, new)
        .post("/agreements", manage, create)
        .get("/agreements/{agreement}/edit", manage, edit)
        .post("/agreements/{agreement}", manage, change)
}

/// Between whom, and what may be chosen.
pub(super) struct Sides {
    institution: Id<Organisation>,
    institution_name: String,
    /// The missions that may be covered.
    pub(super) candidates: Vec<Covered>,
    /// The agreement that is changed.
    known: Option<Loaded>,
}

impl Sides {
    /// What was invoiced by stays as it is.
    pub(super) fn is_invoiced(&self) -> bool {
        self.known.as_ref().is_some_and(|known| known.is_invoiced)
    }
}

#[derive(Deserialize)]
struct Wanted {
    mission: Option<Id<Mission>>,
    institution: Option<Id<Organisation>>,
}

fn own_association(ctx: &Ctx) -> Result<Id<Organisation>, PageError> {
    ctx.actor()?.association(AGREEMENT_MANAGE).ok_or(PageError::Forbidden)
}

async fn new(ctx: Ctx, Query(wanted): Query<Wanted>) -> PageResult {
    let org = own_association(&ctx)?;
    let mut tx = ctx.begin_read().await?;
    let institution = match (wanted.mission, wanted.institution) {
        (Some(mission), _) => {
            Some(load_mission(&mut tx, ctx.actor()?, mission, crate::access::MISSION_READ).await?.institution)
        }
        (None, institution) => institution,
    };
    let Some(institution) = institution else { return choose(&ctx, list::places(&mut tx, org).await?) };
    let sides = sides(&mut tx, org, institution).await?;
    drop(tx);
    let chosen = wanted.mission.into_iter().fold(Fields::empty(&ctx), |f, id| f.with("missions", id.to_string()));
    let fields = chosen
        .with("rhythm", Rhythm::Monthly.as_str())
        .with("payment-days", "30")
        .with("notice-days", "30")
        .with("law", Law::FrWithoutProfit.as_str());
    Ok(form(&ctx, &sides, &fields))
}

async fn sides(tx: &mut Tx, org: Id<Organisation>, institution: Id<Organisation>) -> Result<Sides, PageError> {
    let found = find_organisation(tx, institution).await?.ok_or(PageError::NotFound)?;
    let candidates = agreements::candidates(tx, org, institution).await?;
    Ok(Sides { institution, institution_name: found.name.to_string(), candidates, known: None })
}

fn choose(ctx: &Ctx, places: Vec<(Id<Organisation>, String)>) -> PageResult {
    let title = ctx.say("placement-agreement-choose-title");
    let main = html! {
        h1.govuk-heading-l { (title) }
        @if places.is_empty() {
            (ui::empty(
                &ctx.say("placement-agreement-choose-empty-title"),
                &ctx.say("placement-agreement-choose-empty-text"),
                None,
            ))
        }
        ul.govuk-list.govuk-list--spaced {
            @for (id, name) in &places {
                li { a.govuk-link href={ "/agreements/new?institution=" (id) } { (name) } }
            }
        }
    };
    let back = Some(("/agreements".to_owned(), Some(ctx.say("placement-invoices-section-agreements"))));
    let seen_by = Some(ctx.say("placement-invoices-seen-by"));
    Ok(page(ctx, Page { title, main, back, seen_by, ..Page::default() }))
}

async fn edit(ctx: Ctx, Path(id): Path<Id<Agreement>>) -> PageResult {
    let sides = known_sides(&ctx, id).await?;
    let fields = match &sides.known {
        Some(known) => questions::filled(&ctx, known),
        None => Fields::empty(&ctx),
    };
    Ok(form(&ctx, &sides, &fields))
}

async fn known_sides(ctx: &Ctx, id: Id<Agreement>) -> Result<Sides, PageError> {
    let mut tx = ctx.begin_read().await?;
    let known = load_agreement(&mut tx, ctx.actor()?, id, AGREEMENT_MANAGE).await?;
    let (org, institution) = (known.agreement.org, known.agreement.institution);
    Ok(Sides { known: Some(known), ..sides(&mut tx, org, institution).await? })
}

fn form(ctx: &Ctx, sides: &Sides, fields: &Fields) -> Response {
    let words = ctx.words();
    let institution = sides.institution_name.as_str();
    let (title, action, place) = match &sides.known {
        None => {
            let title = say!(words, "placement-agreement-new-title", institution = institution);
            (title, "/agreements".to_owned(), "/agreements".to_owned())
        }
        Some(known) => {
            let title = say!(words, "placement-agreement-edit-title", institution = institution);
            let path = format!("/agreements/{}", known.agreement.id);
            (title, path.clone(), path)
        }
    };
    let version = sides.known.as_ref().map(|known| known.version.to_string());
    let inner = html! {
        input type="hidden" name="institution" value=(sides.institution);
        @if let Some(version) = version { input type="hidden" name="version" value=(version); }
        (questions::all(ctx, sides, fields))
        (ui::button(Button { text: &ctx.say("placement-agreement-save"), ..Button::default() }))
    };
    let main: Markup = html! {
        (ctx.problems(fields))
        h1.govuk-heading-l { (title) }
        @if sides.is_invoiced() { (ui::inset(html! { (ctx.say("placement-agreement-invoiced")) })) }
        (ctx.form(&action, inner))
    };
    let back = Some((place, None));
    let seen_by = Some(ctx.say("placement-invoices-seen-by"));
    page(ctx, Page { title, main, back, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

async fn create(ctx: Ctx, mut fields: Fields) -> PageResult {
    let org = own_association(&ctx)?;
    let institution = fields.value("institution").parse().map_err(|_| PageError::NotFound)?;
    let sides = sides(&mut ctx.begin_read().await?, org, institution).await?;
    if let Some(terms) = read(&mut fields, None) {
        match create_agreement(&ctx, institution, &terms).await {
            Ok(id) => return Ok(redirect(&format!("/agreements/{id}?done=placement-agreement-made-done"))),
            Err(Error::Refused(refusal)) => fields.refuse_key(field_of(refusal), refusal.key()),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(form(&ctx, &sides, &fields))
}

async fn change(ctx: Ctx, Path(id): Path<Id<Agreement>>, mut fields: Fields) -> PageResult {
    let sides = known_sides(&ctx, id).await?;
    // A form without its version is out of date, and the action says so.
    let version = fields.value("version").parse().unwrap_or_default();
    let fixed = sides.known.as_ref().filter(|known| known.is_invoiced).map(|known| &known.agreement);
    if let Some(terms) = read(&mut fields, fixed) {
        match change_agreement(&ctx, id, version, &terms).await {
            Ok(()) => return Ok(redirect(&format!("/agreements/{id}?done=placement-agreement-changed-done"))),
            Err(Error::Refused(refusal)) => fields.refuse_key(field_of(refusal), refusal.key()),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(form(&ctx, &sides, &fields))
}

/// The question to which a refusal belongs; the whole form otherwise.
fn field_of(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::AboveCost | Refusal::AmountOutOfRange => "rate",
        Refusal::DatesTurnedRound => "until",
        Refusal::PaymentDaysOutOfRange => "payment-days",
        Refusal::NoticeDaysOutOfRange => "notice-days",
        Refusal::MissionOfOthers => "missions",
        Refusal::TextTooLong => "engagement",
        _ => "",
    }
}

/// The terms as answered; `fixed` are those that an invoice has fixed.
fn read(fields: &mut Fields, fixed: Option<&Agreement>) -> Option<Terms> {
    let missing = "placement-refusal-choice-missing";
    let missions: BTreeSet<_> = fields.choices("missions", |id| id.parse().ok()).into_iter().collect();
    let basis = fixed.map_or_else(|| read_basis(fields), |fixed| Some(fixed.basis));
    let vat = fixed.map_or_else(|| fields.choice("vat", Vat::parse, missing), |fixed| Some(fixed.vat));
    let rhythm = fixed.map_or_else(|| fields.choice("rhythm", Rhythm::parse, missing), |fixed| Some(fixed.rhythm));
    let payment_days = fields.number("payment-days", 0, MOST_PAYMENT_DAYS.into());
    let from = fixed.map_or_else(|| fields.date("from", "web-error-date"), |fixed| Some(fixed.period.from));
    let until = fields.date_if_given("until");
    let notice_days = fields.number("notice-days", 0, MOST_NOTICE_DAYS.into());
    let period = match Period::new(from?, until?) {
        Ok(period) => period,
        Err(refusal) => {
            fields.refuse_key("until", refusal.key());
            return None;
        }
    };
    let buyer = BuyerReferences {
        service_code: fields.text_if_given("service-code", 100)?,
        engagement: fields.text_if_given("engagement", 50)?,
        contract: fields.text_if_given("contract", 50)?,
    };
    let (payment_days, notice_days) = (u16::try_from(payment_days?).ok()?, u16::try_from(notice_days?).ok()?);
    let (basis, vat, rhythm) = (basis?, vat?, rhythm?);
    Some(Terms { missions, basis, vat, rhythm, payment_days, buyer, period, notice_days })
}

fn read_basis(fields: &mut Fields) -> Option<Basis> {
    let known = |code: &str| ["at-cost", "service"].into_iter().find(|known| *known == code);
    let kind = fields.choice("basis", known, "placement-refusal-choice-missing")?;
    let rate = fields.money("rate", "placement-agreement-rate-missing");
    let basis = if kind == "service" { Basis::service(rate?) } else { read_cost(fields, rate)? };
    basis.map_err(|refusal| fields.refuse_key("rate", refusal.key())).ok()
}

fn read_cost(fields: &mut Fields, rate: Option<Money>) -> Option<Result<Basis, Refusal>> {
    let [wages, contributions, expenses] = ["wages", "contributions", "expenses"]
        .map(|part| fields.money(part, &format!("placement-agreement-{part}-missing")));
    let law = fields.choice("law", Law::parse, "placement-refusal-choice-missing");
    let cost = Cost { wages: wages?, contributions: contributions?, expenses: expenses? };
    Some(Basis::at_cost(rate?, cost, law?))
}
