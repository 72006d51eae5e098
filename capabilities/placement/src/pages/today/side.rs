//! Beside the list: a few facts of the week, and for a peer the drawing of the week itself.

use maud::{Markup, html};
use passerelle_access::{Actor, Role, Scope};
use passerelle_kernel::{Date, Id, Time};
use passerelle_store::{Tx, job};
use passerelle_ui::{
    self as ui, Fact, Look,
    drawing::{self, Day, Pattern, Slot},
};
use passerelle_web::{Ctx, PageError};
use passerelle_words::{capital, say};

use crate::{
    access::{INVOICE_READ, MISSION_READ},
    outside::{Organisation, Person},
    pages::easing,
    period::{Days, Month, Week, later},
    slot::{Occurrence, Timetable},
    store::{hours::around, invoices, slots, today},
};

/// Within how many days a mission ends soon.
pub(super) const SOON: i32 = 30;

/// What stands beside the list and below it.
#[derive(Default)]
pub(super) struct Side {
    /// A few facts.
    pub facts: Markup,
    /// What needs the whole width.
    pub below: Markup,
}

/// A fact: the end of its key, and its value.
type Told = (&'static str, String);

impl From<Markup> for Side {
    fn from(facts: Markup) -> Self {
        Self { facts, below: Markup::default() }
    }
}

pub(super) async fn load(tx: &mut Tx, ctx: &Ctx, actor: &Actor) -> Result<Side, PageError> {
    let Some(seat) = &actor.seat else { return Ok(Side::default()) };
    let month = Month::of(ctx.today()).days();
    match (seat.role, seat.team) {
        (Role::Coordinator, _) => {
            let facts = facts(ctx, &of_org(tx, ctx, seat.org).await?);
            let way =
                html! { p.govuk-body { a.govuk-link href="/signals" { (ctx.say("placement-signals-list-title")) } } };
            Ok(html! { (facts) (way) }.into())
        }
        (Role::Admin, _) => of_house(tx, ctx, seat.org).await,
        (Role::Treasurer, _) => {
            let mut told = owed(tx, ctx, actor, "owed").await?;
            told.extend(of_org(tx, ctx, seat.org).await?);
            Ok(facts(ctx, &told).into())
        }
        (Role::Head, _) => of_institution(tx, ctx, actor).await,
        (Role::Referent, Some(team)) => {
            let (missions, minutes) = today::of_team(tx, team, month).await?;
            let hours = ctx.words().hours(minutes);
            Ok(facts(ctx, &[("missions", ctx.words().number(missions)), ("hours-month", hours)]).into())
        }
        (Role::Peer, _) => of_peer(tx, ctx, seat.org, actor.account).await,
        _ => Ok(Side::default()),
    }
}

fn facts(ctx: &Ctx, facts: &[Told]) -> Markup {
    let keys: Vec<String> = facts.iter().map(|(key, _)| ctx.say(&format!("placement-today-fact-{key}"))).collect();
    let facts: Vec<Fact<'_>> = keys.iter().zip(facts).map(|(key, (_, value))| Fact::new(key, value)).collect();
    html! {
        h2.govuk-heading-m { (ctx.say("placement-today-week")) }
        div.p-figures { (ui::summary_list(ctx.words(), &facts)) }
    }
}

async fn of_org(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>) -> Result<Vec<Told>, PageError> {
    let words = ctx.words();
    let soon = later(ctx.today(), SOON);
    let (running, ending, idle, minutes) = today::of_org(tx, org, Week::of(ctx.today()).days(), soon).await?;
    Ok(vec![
        ("missions", words.number(running)),
        ("ending", words.number(ending)),
        ("idle", say!(words, "placement-today-people", count = idle)),
        ("hours-week", words.hours(minutes)),
    ])
}

/// As for the coordinator, and whether the program could do all that it was to do.
async fn of_house(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>) -> Result<Side, PageError> {
    let mut told = of_org(tx, ctx, org).await?;
    let (_, set_aside) = job::count(tx).await?;
    if set_aside == 0 {
        return Ok(facts(ctx, &told).into());
    }
    told.push(("set-aside", say!(ctx.words(), "placement-today-set-aside", count = set_aside)));
    let facts = html! {
        (facts(ctx, &told))
        p.govuk-body { a.govuk-link href="/status" { (ctx.say("placement-today-set-aside-look")) } }
    };
    Ok(facts.into())
}

/// What remains to be paid, and what of it is late.
async fn owed(tx: &mut Tx, ctx: &Ctx, actor: &Actor, key: &'static str) -> Result<Vec<Told>, PageError> {
    let Some(scope) = actor.scope(INVOICE_READ) else { return Ok(Vec::new()) };
    let owed = invoices::list::owed(tx, scope, ctx.today()).await?;
    Ok(vec![(key, ctx.words().money(owed.all)), ("late", ctx.words().money(owed.late))])
}

async fn of_institution(tx: &mut Tx, ctx: &Ctx, actor: &Actor) -> Result<Side, PageError> {
    let mut told = Vec::new();
    if let Some(Scope::Institution(org)) = actor.scope(MISSION_READ) {
        let (missions, teams) = today::institution::running(tx, org).await?;
        told.extend([("missions", ctx.words().number(missions)), ("teams", ctx.words().number(teams))]);
    }
    told.extend(owed(tx, ctx, actor, "to-pay").await?);
    Ok(facts(ctx, &told).into())
}

async fn of_peer(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>, peer: Id<Person>) -> Result<Side, PageError> {
    let words = ctx.words();
    let week = Week::of(ctx.today());
    let (this_week, this_month) = today::of_peer(tx, peer, org, week, Month::of(ctx.today()).days()).await?;
    let tables = slots::of_peer(tx, peer).await?;
    let days = shown(week, &tables, ctx.today());
    let missions = around::worked(tx, org, peer, days).await?;
    let facts = facts(ctx, &[("my-hours-week", words.hours(this_week)), ("my-hours-month", words.hours(this_month))]);
    let ways = html! {
        (ui::link_button(&ctx.say("placement-mission-next-hours"), "/hours", Look::Secondary))
        (ui::link_button(&ctx.say("placement-beyond-new-title"), "/beyond/new", Look::Secondary))
        (easing::tap(ctx))
        (ui::link_button(&ctx.say("placement-away-title"), "/me/away", Look::Secondary))
        (ui::link_button(&ctx.say("placement-signals-title"), "/me/signals", Look::Secondary))
    };
    let below = drawn(ctx, days, &tables, &missions);
    Ok(Side { facts: html! { (facts) div.p-ways { (ways) } }, below })
}

/// The days of this week while something of it is still to come, else those of the next one, unless it is empty too.
fn shown(week: Week, tables: &[Timetable], today: Date) -> Days {
    let ahead =
        |days: Days| tables.iter().any(|table| table.occurrences(days).iter().any(|t| t.begins.date() >= today));
    if !ahead(week.days()) && ahead(week.next().days()) { week.next().days() } else { week.days() }
}

/// The slots of these days; nothing when there are none.
fn drawn(ctx: &Ctx, days: Days, tables: &[Timetable], missions: &[around::Worked]) -> Markup {
    let mut times: Vec<Occurrence> = tables.iter().flat_map(|table| table.occurrences(days)).collect();
    // On a small screen, and read aloud, it is a list: by time, whatever the mission.
    times.sort_by_key(|time| (time.begins, time.mission));
    if times.is_empty() {
        return html! { p.govuk-body { (ctx.say("placement-today-no-slots")) } };
    }
    let words = ctx.words();
    let names: Vec<(String, String)> = days
        .each()
        .map(|day| (capital(&words.date(day)), say!(words, &weekday(day), day = i64::from(day.day()))))
        .collect();
    let drawn_days: Vec<Day<'_>> = names.iter().map(|(name, short)| Day { name, short }).collect();
    // What the peer does for another association, or begins later, takes up the time and is not told here.
    let other = ctx.say("placement-schedule-elsewhere");
    let title = |time: &Occurrence| {
        let here = missions.iter().find(|mission| mission.id == time.mission);
        here.map_or(other.as_str(), |mission| mission.title.as_str())
    };
    let slots: Vec<Slot<'_>> = times
        .iter()
        .map(|time| Slot {
            day: usize::try_from((time.begins.date() - days.first()).get_days()).unwrap_or(0),
            from: time.begins.time(),
            to: end(time),
            title: title(time),
            detail: "",
            pattern: Pattern::Full,
        })
        .collect();
    let is_next = days.first() > ctx.today();
    let caption = ctx.say(if is_next { "placement-today-slots-next" } else { "placement-today-slots" });
    drawing::week(
        words,
        &drawing::Week { id: "week", caption: &caption, days: &drawn_days, slots: &slots, legend: &[] },
    )
}

/// The end as the drawing needs it: on the same day.
fn end(time: &Occurrence) -> Time {
    let ends = time.ends();
    if ends.date() == time.begins.date() { ends.time() } else { Time::MAX }
}

fn weekday(day: Date) -> String {
    format!("placement-today-weekday-{}", day.weekday().to_monday_one_offset())
}
