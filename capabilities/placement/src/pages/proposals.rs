//! Proposals, seen by those who coordinate: who was asked and says what, who fits and may be asked.
//!
//! Whoever does not fit, by whichever rule, is on no list and in no count; a proposal of before is not shown either.

mod choose;
mod mine;
mod near;
mod own;
pub(super) mod why;

use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use passerelle_kernel::{Date, Id};
use passerelle_ui::{self as ui, Button, Look, Tone};
use passerelle_web::{Ctx, Fields, Needs, Page, PageError, PageResult, Routes, page, redirect};
use passerelle_words::say;

use super::missions::NOTHING_CHOSEN;
use crate::{
    Error, access,
    actions::missions as actions,
    matching::{self, Change, Fit, Weights},
    mission::{Mission, Stage as MissionStage},
    outside::Person,
    pages::schedule::refusal_in_words,
    period,
    proposal::{Proposal, Reply, Stage, State},
    sheet::Sheet,
    store::{self, missions::Loaded},
};

pub(super) fn routes() -> Routes {
    let (manage, answer) = (Needs::Right(access::PROPOSAL_MANAGE), Needs::Right(access::PROPOSAL_ANSWER));
    Routes::default()
        .get("/missions/{mission}/proposals", manage, index)
        .post("/missions/{mission}/proposals", manage, propose)
        .post("/missions/{mission}/agree", manage, agree)
        .get("/proposals", answer, mine::index)
        .get("/proposals/{proposal}", answer, mine::show)
        .post("/proposals/{proposal}", answer, mine::answer)
}

/// What the page tells, read as of one moment.
struct Known {
    loaded: Loaded,
    sheet: Sheet,
    /// Who was asked, fits and has not been told that it is over, with a name.
    asked: Vec<(Proposal, String)>,
    /// Who fits and was not asked, those whom the mission suits best first.
    fits: Vec<(Fit, String)>,
    /// What counts for the association.
    weights: Weights,
    /// What could be changed for more people, by what can be read anyway.
    change: Option<Change>,
}

/// As long as the list has no more people than this, the page says what could be changed.
const FEW: usize = 2;

async fn load(ctx: &Ctx, id: Id<Mission>) -> Result<Known, Error> {
    let actor = ctx.visitor().ok_or(Error::Forbidden)?;
    let mut tx = ctx.begin_read().await?;
    let loaded = store::missions::load_mission(&mut tx, actor, id, access::PROPOSAL_MANAGE).await?;
    let sheet = store::sheets::find(&mut tx, id).await?;
    let (weights, _) = store::weights::of_org(&mut tx, loaded.mission.org).await?;
    let fits = actions::fitting(&mut tx, &loaded, &weights, ctx.today()).await?;
    let open = store::candidates::open(&mut tx, loaded.mission.org, ctx.today()).await?;
    let change = matching::change(&loaded.mission.need(), &open);
    let name = |peer: Id<Person>| fits.iter().find(|(fit, _)| fit.peer() == peer).map(|(_, name)| name.clone());
    let asked = store::proposals::of_mission(&mut tx, id).await?.into_iter();
    let asked = asked.filter(|proposal| proposal.stage() != Stage::Closed);
    let asked: Vec<_> = asked.filter_map(|proposal| name(proposal.peer).map(|name| (proposal, name))).collect();
    let is_new = |(fit, _): &(Fit, String)| !asked.iter().any(|(proposal, _)| proposal.peer == fit.peer());
    let fits = fits.into_iter().filter(is_new).collect();
    Ok(Known { loaded, sheet, asked, fits, weights, change })
}

async fn index(ctx: Ctx, Path(id): Path<Id<Mission>>) -> PageResult {
    let known = load(&ctx, id).await?;
    let in_a_week = period::later(ctx.today(), 7);
    let fields = Fields::empty(&ctx).with_date("until", Some(in_a_week));
    Ok(show(&ctx, &known, &fields))
}

fn show(ctx: &Ctx, known: &Known, fields: &Fields) -> Response {
    let mission = &known.loaded.mission;
    let title = ctx.say("placement-proposals-title");
    let is_open = matches!(mission.state.stage(), MissionStage::Open | MissionStage::Proposed);
    let main = html! {
        (ctx.problems(fields))
        span.govuk-caption-l { (mission.title) ", " (known.loaded.place()) }
        h1.govuk-heading-l { (title) }
        @if !is_open {
            p.govuk-body { (ctx.say("placement-proposals-over")) }
        } @else if known.sheet.complete().is_err() {
            p.govuk-body { (ctx.say("placement-refusal-sheet-incomplete")) }
            (ui::link_button(&ctx.say("placement-mission-next-sheet"), &format!("/missions/{}/sheet", mission.id), Look::Primary))
        } @else {
            @if !known.asked.is_empty() { (answers(ctx, known)) }
            h2.govuk-heading-m { (ctx.say("placement-proposals-who")) }
            @if known.fits.is_empty() {
                p.govuk-body { (ctx.say("placement-proposals-nobody")) }
            } @else {
                (ctx.form(&format!("/missions/{}/proposals", mission.id), choose::form(ctx, known, fields)))
            }
            @if known.fits.len() <= FEW { (more(ctx, known)) }
        }
    };
    let back = Some((format!("/missions/{}", mission.id), Some(mission.title.clone())));
    let org = known.loaded.org_name.as_str();
    let seen_by = Some(say!(ctx.words(), "placement-proposals-seen-by", org = org));
    page(ctx, Page { title, back, main, seen_by, refused: !fields.is_clean(), ..Page::default() })
}

/// The one thing of the mission to change so that more people could do it.
fn more(ctx: &Ctx, known: &Known) -> Markup {
    let words = ctx.words();
    let Some(change) = &known.change else { return Markup::default() };
    let change = match change {
        Change::WithoutLanguage(language) => {
            say!(words, "placement-change-language", language = words.spoken(language.as_str()))
        }
        Change::FewerHours(hours) => {
            let now = words.hours(known.loaded.mission.hours_week);
            say!(words, "placement-change-hours", hours = words.hours(*hours), now = now)
        }
        Change::LaterStart(day) => say!(words, "placement-change-start", day = words.date(*day)),
    };
    html! {
        h2.govuk-heading-m { (ctx.say("placement-change-title")) }
        p.govuk-body { (change) }
        p.govuk-body { (ctx.say("placement-change-text")) }
        p.govuk-body {
            a.govuk-link href={ "/missions/" (known.loaded.mission.id) "/need" } { (ctx.say("placement-mission-to-need")) }
        }
    }
}

fn answers(ctx: &Ctx, known: &Known) -> Markup {
    let agrees = known.asked.iter().filter(|(proposal, _)| proposal.stage() == Stage::Yes).count();
    html! {
        h2.govuk-heading-m { (ctx.say("placement-proposals-asked")) }
        @for (proposal, name) in &known.asked {
            div.govuk-summary-card {
                div.govuk-summary-card__title-wrapper {
                    h3.govuk-summary-card__title { (name) }
                    (answer_tag(ctx, proposal.stage()))
                }
                div.govuk-summary-card__content {
                    p.govuk-body { (answer_in_words(ctx, proposal, &known.sheet)) }
                    @if is_agreeable(proposal, &known.sheet) {
                        (ctx.form(&format!("/missions/{}/agree", known.loaded.mission.id), html! {
                            input type="hidden" name="proposal" value=(proposal.id);
                            (ui::button(Button {
                                text: &ctx.say("placement-proposals-agree"),
                                about: Some(name),
                                look: if agrees == 1 { Look::Primary } else { Look::Secondary },
                                ..Button::default()
                            }))
                        }))
                    }
                }
            }
        }
    }
}

fn is_agreeable(proposal: &Proposal, sheet: &Sheet) -> bool {
    matches!(proposal.state, State::Answered { reply: Reply::Yes { sheet_version }, .. } if sheet_version == sheet.version)
}

/// What a peer has said, in one or two words.
fn answer_tag(ctx: &Ctx, stage: Stage) -> Markup {
    let tone = match stage {
        Stage::Yes | Stage::Agreed => Tone::Good,
        Stage::Later => Tone::Calm,
        Stage::Waiting => Tone::Soon,
        Stage::No | Stage::Closed => Tone::Neutral,
    };
    ui::tag(&ctx.say(&format!("placement-proposal-stage-{}", stage.as_str())), tone)
}

fn answer_in_words(ctx: &Ctx, proposal: &Proposal, sheet: &Sheet) -> String {
    let words = ctx.words();
    match &proposal.state {
        State::Answered { reply: Reply::Yes { sheet_version }, .. } if *sheet_version != sheet.version => {
            ctx.say("placement-proposal-yes-before")
        }
        State::Answered { reply: Reply::Later(Some(day)), .. } => {
            say!(words, "placement-proposal-later-on", day = words.date(*day))
        }
        State::Answered { at, .. } => say!(words, "placement-proposal-answered", at = words.instant(*at)),
        State::Waiting => say!(words, "placement-proposal-until", day = words.date(proposal.answer_by)),
        State::Agreed(_) | State::Closed(_) => String::new(),
    }
}

async fn propose(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let known = load(&ctx, id).await?;
    let peers: Vec<Id<Person>> = fields.choices("peer", |id| id.parse().ok());
    if peers.is_empty() {
        fields.refuse_key("peer", "placement-proposals-choose-missing");
    }
    let until: Option<Date> = fields.date("until", "placement-day-missing");
    if let (false, Some(until)) = (peers.is_empty(), until) {
        match actions::propose(&ctx, id, &peers, until).await {
            Ok(()) => return Ok(redirect(&format!("/missions/{id}/proposals?done=placement-proposals-done"))),
            Err(Error::Refused(crate::refusal::Refusal::DateNotAhead)) => {
                fields.refuse_key("until", "placement-refusal-date-not-ahead");
            }
            Err(Error::Refused(refusal)) => fields.refuse_key("peer", refusal.key()),
            Err(other) => return Err(other.into()),
        }
    }
    Ok(show(&ctx, &known, &fields))
}

async fn agree(ctx: Ctx, Path(id): Path<Id<Mission>>, mut fields: Fields) -> PageResult {
    let known = load(&ctx, id).await?;
    let proposal: Id<Proposal> = fields.value("proposal").parse().map_err(|_| PageError::Refused(NOTHING_CHOSEN))?;
    let chosen = known.asked.iter().find(|(one, _)| one.id == proposal).map(|(one, _)| one.peer);
    let peer = chosen.ok_or(PageError::NotFound)?;
    match actions::agree(&ctx, proposal).await {
        Ok(()) => Ok(redirect(&format!("/missions/{id}?done=placement-mission-agreed-done"))),
        Err(Error::Refused(refusal)) => {
            let text = refusal_in_words(&ctx, &known.loaded, Some(peer), &refusal).await?;
            fields.refuse("", text);
            Ok(show(&ctx, &known, &fields))
        }
        Err(other) => Err(other.into()),
    }
}
