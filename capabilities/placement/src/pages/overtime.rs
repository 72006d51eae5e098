//! The weeks and months that will have more hours than the contract, for the peer and the coordinator. Nobody else reads
//! it, and it tells of one association only.

use maud::{Markup, html};
use passerelle_access::Facts;
use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_ui as ui;
use passerelle_web::Ctx;
use passerelle_words::say;

use crate::{
    Error,
    access::CONTRACT_READ,
    matching::Engagement,
    outside::{Organisation, Person},
    overtime::{Overtime, Stretch, Work, ahead},
    period::{Days, Month, Week},
    store::{contracts, missions::Loaded},
};

/// What is to come of a peer of this association; nothing for others than the two sides of the contract.
pub(super) async fn part(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>, peer: Id<Person>) -> Result<Markup, Error> {
    told(tx, ctx, org, peer, None).await
}

/// The same for the peer of a mission, if it has one.
pub(super) async fn of_mission(tx: &mut Tx, ctx: &Ctx, loaded: &Loaded) -> Result<Markup, Error> {
    match loaded.peer {
        Some(peer) => part(tx, ctx, loaded.mission.org, peer).await,
        None => Ok(Markup::default()),
    }
}

/// What would be to come if the peer took this mission on.
pub(super) async fn with_mission(tx: &mut Tx, ctx: &Ctx, loaded: &Loaded, peer: Id<Person>) -> Result<Markup, Error> {
    let m = &loaded.mission;
    let more = Engagement { mission: m.id, org: m.org, period: m.period, hours_week: m.hours_week };
    told(tx, ctx, m.org, peer, Some(more)).await
}

async fn told(
    tx: &mut Tx,
    ctx: &Ctx,
    org: Id<Organisation>,
    peer: Id<Person>,
    more: Option<Engagement>,
) -> Result<Markup, Error> {
    let facts = Facts { association: Some(org), person: Some(peer), ..Facts::default() };
    let may = ctx.visitor().is_some_and(|actor| actor.may(CONTRACT_READ, &facts));
    if !may {
        return Ok(Markup::default());
    }
    let contract = contracts::of_peer(tx, org, peer).await?;
    let today = ctx.today();
    let from = more.map_or(today, |more| more.period.from.max(today));
    if contract.on(from).is_none() {
        return Ok(Markup::default());
    }
    tx.looked(peer, CONTRACT_READ.name);
    let mut work = work(tx, org, peer, today).await?;
    if let Some(more) = more.filter(|more| !work.engaged.iter().any(|one| one.mission == more.mission)) {
        work.engaged.push(more);
    }
    Ok(drawn(ctx, &ahead(&contract, &work, from, today)))
}

/// The work of which this month and this week are made.
async fn work(tx: &mut Tx, org: Id<Organisation>, peer: Id<Person>, today: Date) -> Result<Work, Error> {
    let (week, month) = (Week::of(today).days(), Month::of(today).days());
    let days = Days::new(week.first().min(month.first()), week.last().max(month.last())).map_err(Error::Refused)?;
    Ok(contracts::work(tx, org, peer, days).await?)
}

fn drawn(ctx: &Ctx, told: &[Overtime]) -> Markup {
    if told.is_empty() {
        return Markup::default();
    }
    ui::inset(html! {
        p.govuk-body { strong { (ctx.say("placement-overtime-title")) } }
        ul.govuk-list.govuk-list--bullet { @for one in told { li { (line(ctx, one)) } } }
        p.govuk-body { (ctx.say("placement-overtime-text")) }
    })
}

/// “Semaine du 14/09/2026 : 18 h prévues, 14 h au contrat, 4 h de plus.”
fn line(ctx: &Ctx, one: &Overtime) -> String {
    let words = ctx.words();
    let (key, when) = match one.stretch {
        Stretch::Week(week) => ("placement-overtime-week", words.day(week.monday())),
        Stretch::Month(month) => ("placement-overtime-month", words.month(month.days().first())),
    };
    let (expected, agreed) = (words.hours(one.expected), words.hours(one.agreed));
    let more = words.hours(one.expected - one.agreed);
    say!(words, key, when = when, expected = expected, agreed = agreed, more = more)
}
