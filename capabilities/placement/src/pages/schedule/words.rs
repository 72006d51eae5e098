//! The words of schedules: slots, times, exceptions, and what a time would overlap with.

use jiff::civil::DateTime;
use passerelle_kernel::{Date, Id, Time, Weekday};
use passerelle_store::Tx;
use passerelle_web::Ctx;
use passerelle_words::say;

use crate::{
    Error,
    outside::Person,
    period::{Days, later},
    refusal::Refusal,
    slot::{Every, Exception, Occurrence, Slot},
    store::{self, missions::Loaded},
};

/// The name of a day of the week; `form` is `long` or `short`.
pub(in crate::pages) fn weekday(ctx: &Ctx, day: Weekday, form: &str) -> String {
    ctx.say(&format!("placement-weekday-{form}-{}", day.to_monday_one_offset()))
}

/// “Mardi, de 9 h à 12 h 30, chaque semaine”.
pub(in crate::pages) fn slot_in_words(ctx: &Ctx, slot: &Slot) -> String {
    let words = ctx.words();
    let key = match slot.every {
        Every::Week => "placement-slot-week",
        Every::OtherWeek => "placement-slot-other-week",
    };
    let ends = Date::constant(2026, 1, 5).to_datetime(slot.start);
    let ends = ends.saturating_add(jiff::SignedDuration::from_mins(slot.minutes.0)).time();
    let day = weekday(ctx, slot.weekday, "long");
    let rhythm = say!(words, key, day = day, from = words.time(slot.start), to = words.time(ends));
    match slot.period.until {
        Some(until) => say!(words, "placement-slot-until", slot = rhythm, day = words.day(until)),
        None => rhythm,
    }
}

/// “mardi 8 décembre 2026, de 9 h à 12 h 30”.
pub(super) fn moment_in_words(ctx: &Ctx, begins: DateTime, ends: DateTime) -> String {
    let words = ctx.words();
    let (day, from, to) = (words.date(begins.date()), words.time(begins.time()), words.time(ends.time()));
    say!(words, "placement-moment", day = day, from = from, to = to)
}

/// What is different on a day.
pub(super) fn exception_in_words(ctx: &Ctx, exception: &Exception) -> String {
    let words = ctx.words();
    let to = exception.adds().map(|moment| {
        let begins = moment.on.to_datetime(moment.start);
        moment_in_words(ctx, begins, begins.saturating_add(jiff::SignedDuration::from_mins(moment.minutes.0)))
    });
    let on = exception.replaces().map(|(_, on)| words.date(on)).unwrap_or_default();
    let key = format!("placement-exception-{}", exception.change().as_str());
    say!(words, &key, on = on, to = to.unwrap_or_default())
}

/// The peer's times in other missions on these days; the title only of missions of the same association.
pub(super) async fn elsewhere(
    tx: &mut Tx,
    loaded: &Loaded,
    peer: Id<Person>,
    days: Days,
) -> Result<Vec<(Occurrence, Option<String>)>, Error> {
    let mut times = Vec::new();
    for table in store::slots::of_peer(tx, peer).await? {
        let occurrences = table.occurrences(days);
        if table.mission == loaded.mission.id || occurrences.is_empty() {
            continue;
        }
        let other = store::missions::find(tx, table.mission).await?.map(|other| other.mission);
        let title = other.filter(|other| other.org == loaded.mission.org).map(|other| other.title);
        times.extend(occurrences.into_iter().map(|time| (time, title.clone())));
    }
    Ok(times)
}

/// A refusal as a sentence. A clash names the day, the hour and what is there, if the reader may know it: of another
/// association, only that there is something.
pub(in crate::pages) async fn refusal_in_words(
    ctx: &Ctx,
    loaded: &Loaded,
    peer: Option<Id<Person>>,
    refusal: &Refusal,
) -> Result<String, Error> {
    let Refusal::Clash { on, at } = *refusal else { return Ok(ctx.say(refusal.key())) };
    let there = match peer {
        Some(peer) => at_moment(ctx, loaded, peer, on, at).await?,
        None => None,
    };
    let words = ctx.words();
    let (day, hour) = (words.date(on), words.time(at));
    Ok(match there {
        None => say!(words, "placement-clash-itself", day = day, hour = hour),
        Some(None) => say!(words, "placement-clash-elsewhere", day = day, hour = hour),
        Some(Some(title)) => say!(words, "placement-clash-mission", day = day, hour = hour, mission = title),
    })
}

async fn at_moment(
    ctx: &Ctx,
    loaded: &Loaded,
    peer: Id<Person>,
    on: Date,
    at: Time,
) -> Result<Option<Option<String>>, Error> {
    let moment = on.to_datetime(at);
    let days = Days::counting(later(on, -1), 2);
    let times = elsewhere(&mut ctx.begin_read().await?, loaded, peer, days).await?;
    Ok(times.into_iter().find(|(time, _)| time.begins <= moment && moment < time.ends()).map(|(_, title)| title))
}
