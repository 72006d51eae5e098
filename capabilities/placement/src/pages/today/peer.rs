//! What waits for a peer: questions, proposals, slots that are over and not recorded, weeks of which nothing is known.

use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_web::{Ctx, PageError};
use passerelle_words::say;

use super::{
    date,
    item::{Action, Item},
    month_name,
};
use crate::{
    Error, absence,
    closing::is_shut,
    holiday::{Met, met},
    hours::{Activity, silent_weeks},
    mission::Mission,
    outside::{Organisation, Person},
    pages::schedule::holidays::name,
    period::{Days, Month, Week, later},
    slot::Occurrence,
    store::{
        absences, closings, holidays,
        hours::{
            around::{self, Worked},
            lists,
        },
        slots, today,
    },
    today::What,
};
use lists::Sheet;

/// How many days ahead holidays are asked about.
const HOLIDAYS: u16 = 15;
/// How far back silence is asked about, in days.
const BACK: i32 = 28;

pub(super) async fn items(
    tx: &mut Tx,
    ctx: &Ctx,
    org: Id<Organisation>,
    peer: Id<Person>,
) -> Result<Vec<Item>, PageError> {
    let mut items: Vec<Item> = lists::returned(tx, peer, org).await?.iter().map(|sheet| returned(ctx, sheet)).collect();
    items.extend(today::proposals(tx, peer, org).await?.iter().map(|proposed| proposal(ctx, proposed)));
    let back = Days::new(Week::of(later(ctx.today(), -BACK)).monday(), ctx.today()).map_err(Error::Refused)?;
    let missions = around::worked(tx, org, peer, back).await?;
    let known = around::known_days(tx, peer, back).await?;
    let mut quiet = around::quiet(tx, peer, back).await?;
    for (mission, days) in absences::of_missions_of(tx, peer).await? {
        quiet.extend(absence::weeks(&[days], back).into_iter().map(|week| (mission, week.monday())));
    }
    let over = slots_over(tx, ctx, peer, &missions, &known, &quiet).await?;
    items.extend(over.iter().map(|(mission, time)| slot(ctx, mission, time)));
    items.extend(holidays(tx, ctx, org, peer, &missions).await?);
    let closed = closings::closed(tx, org, Month::of(back.first())).await?;
    for mission in &missions {
        items.extend(silent(ctx, mission, (back, &closed), &known, &quiet));
    }
    Ok(items)
}

fn returned(ctx: &Ctx, sheet: &Sheet) -> Item {
    let words = ctx.words();
    Item::new(
        What::HoursReturned(sheet.mission, sheet.month),
        date(ctx, sheet.since),
        say!(words, "placement-today-returned", month = month_name(ctx, sheet.month)),
        format!("{} · {}", sheet.names.mission, words.hours(sheet.returned)),
        Action::link(ctx.say("placement-today-returned-action"), "/hours".to_owned()),
    )
}

fn proposal(ctx: &Ctx, proposed: &today::Proposed) -> Item {
    let words = ctx.words();
    let by = words.date(proposed.answer_by);
    let place = format!("{}, {}", proposed.team, proposed.town);
    Item::new(
        What::ProposalToAnswer(proposed.id, proposed.answer_by),
        date(ctx, proposed.since),
        say!(words, "placement-today-proposal", mission = proposed.title.as_str()),
        say!(words, "placement-today-proposal-text", place = place, day = by),
        Action::link(ctx.say("placement-today-proposal-action"), format!("/proposals/{}", proposed.id)),
    )
}

/// The slots of this week that are over and on which nothing is recorded.
async fn slots_over<'a>(
    tx: &mut Tx,
    ctx: &Ctx,
    peer: Id<Person>,
    missions: &'a [Worked],
    known: &[(Id<Mission>, Date)],
    quiet: &[(Id<Mission>, Date)],
) -> Result<Vec<(&'a Worked, Occurrence)>, PageError> {
    let week = Week::of(ctx.today());
    let days = Days::new(week.monday(), ctx.today()).map_err(Error::Refused)?;
    let tables = slots::of_peer(tx, peer).await?;
    let times = tables.iter().flat_map(|table| table.occurrences(days));
    let now = ctx.now().to_zoned(ctx.app().settings().zone.clone()).datetime();
    let open = times.filter(|time| time.ends() <= now).filter(|time| {
        !known.contains(&(time.mission, time.begins.date())) && !quiet.contains(&(time.mission, week.monday()))
    });
    Ok(open.filter_map(|time| Some((missions.iter().find(|one| one.id == time.mission)?, time))).collect())
}

/// The times of the next days that fall on a public holiday and of which the peer has not said whether they come.
async fn holidays(
    tx: &mut Tx,
    ctx: &Ctx,
    org: Id<Organisation>,
    peer: Id<Person>,
    missions: &[Worked],
) -> Result<Vec<Item>, PageError> {
    let regions = holidays::of_peer(tx, peer, org).await?;
    let said = holidays::said_by(tx, peer, ctx.today()).await?;
    let days = Days::counting(ctx.today(), HOLIDAYS);
    let mut items = Vec::new();
    for table in slots::of_peer(tx, peer).await? {
        let region = regions.iter().find(|(id, _)| *id == table.mission).and_then(|(_, region)| *region);
        let mission = missions.iter().find(|mission| mission.id == table.mission);
        let Some((region, mission)) = region.zip(mission) else { continue };
        let open = met(&table, region, days).into_iter();
        let open = open.filter(|time| time.takes_place && !said.contains(&(time.slot, time.on)));
        items.extend(open.map(|time| holiday(ctx, mission, &time)));
    }
    Ok(items)
}

fn holiday(ctx: &Ctx, mission: &Worked, time: &Met) -> Item {
    let words = ctx.words();
    Item::new(
        What::HolidayToSay(mission.id, time.on),
        ctx.today(),
        say!(words, "placement-today-holiday", day = words.date(time.on), holiday = name(ctx, time.holiday)),
        mission.title.clone(),
        Action::link(
            ctx.say("placement-today-holiday-action"),
            format!("/missions/{}/schedule?week={}", mission.id, time.on),
        ),
    )
}

fn slot(ctx: &Ctx, mission: &Worked, time: &Occurrence) -> Item {
    let words = ctx.words();
    let on = time.begins.date();
    let text = say!(
        words,
        "placement-today-slot-text",
        mission = mission.title.as_str(),
        from = words.time(time.begins.time()),
        until = words.time(time.ends().time())
    );
    let fields = vec![
        ("mission", mission.id.to_string()),
        ("day", "other".to_owned()),
        ("on-day", on.day().to_string()),
        ("on-month", on.month().to_string()),
        ("on-year", on.year().to_string()),
        ("minutes", time.minutes.0.to_string()),
        ("activity", Activity::Presence.as_str().to_owned()),
        ("back", "today".to_owned()),
    ];
    let text_of_button = say!(words, "placement-today-slot-action", hours = words.hours(time.minutes));
    Item::new(
        What::SlotToRecord(mission.id, on),
        on,
        say!(words, "placement-today-slot", day = words.date(on)),
        text,
        Action::Post { text: text_of_button, action: "/hours", fields },
    )
    .or("/hours", ctx.say("placement-today-slot-other"))
}

/// A card for each past week of a mission of which nothing is known and something can still be said.
fn silent(
    ctx: &Ctx,
    mission: &Worked,
    (back, closed): (Days, &[Month]),
    known: &[(Id<Mission>, Date)],
    quiet: &[(Id<Mission>, Date)],
) -> Vec<Item> {
    let of = |list: &[(Id<Mission>, Date)]| -> Vec<Date> {
        list.iter().filter(|(id, _)| *id == mission.id).map(|(_, date)| *date).collect()
    };
    let weeks: Vec<Week> = of(quiet).into_iter().map(Week::of).collect();
    silent_weeks(mission.period, &of(known), &weeks, ctx.today())
        .into_iter()
        .filter(|week| back.first() <= week.monday())
        .filter(|week| mission.period.within(week.days()).is_some_and(|days| !is_shut(days, closed)))
        .map(|week| silent_week(ctx, mission, week))
        .collect()
}

fn silent_week(ctx: &Ctx, mission: &Worked, week: Week) -> Item {
    let words = ctx.words();
    let fields =
        vec![("mission", mission.id.to_string()), ("week", week.monday().to_string()), ("back", "today".to_owned())];
    let text = ctx.say("placement-today-silent-action");
    Item::new(
        What::SilentWeek(mission.id, week),
        week.next().monday(),
        say!(words, "placement-today-silent", day = words.day(week.monday())),
        mission.title.clone(),
        Action::Post { text, action: "/hours/quiet", fields },
    )
    .or("/hours", ctx.say("placement-today-silent-other"))
}
