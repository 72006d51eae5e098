//! The grid: a column for each day, a row for each peer, and which of the days are public holidays.

use maud::{Markup, html};
use passerelle_kernel::{Date, Weekday};
use passerelle_ui::drawing::{self, Day, Head, Pattern, Shade, Time};
use passerelle_web::Ctx;
use passerelle_words::{capital, say};

use super::{Known, Span};
use crate::{
    holiday::{Holiday, Region, on_day},
    pages::schedule::{holidays::name, weekday},
    slot::Occurrence,
    store::rota::Place,
};

pub(super) fn drawn(ctx: &Ctx, known: &Known) -> Markup {
    let words = ctx.words();
    let feasts = feasts(ctx, known);
    let is_holiday = |date| feasts.iter().any(|feast| feast.for_all && feast.date == date);
    let names: Vec<(Date, String, String)> = known
        .days
        .each()
        .map(|date| {
            let short = match known.span {
                Span::Week => format!("{} {}", weekday(ctx, date.weekday(), "short"), date.day()),
                Span::Month => date.day().to_string(),
            };
            let name = capital(&words.date(date));
            let name = if is_holiday(date) { say!(words, "placement-rota-holiday", day = name) } else { name };
            (date, name, short)
        })
        .collect();
    let heads: Vec<Head<'_>> = names
        .iter()
        .map(|(date, name, short)| Head { day: Day { name, short }, shade: shade(ctx, *date, is_holiday(*date)) })
        .collect();
    let rows = rows(ctx, known);
    let keys = ["takes-place", "other-time", "cancelled"].map(|key| ctx.say(&format!("placement-rota-{key}")));
    let [full, outline, stripes] = &keys;
    let legend = [(Pattern::Full, full.as_str()), (Pattern::Outline, outline), (Pattern::Stripes, stripes)];
    let caption = match known.span {
        Span::Week => say!(words, "placement-schedule-week", day = words.date(known.days.first())),
        Span::Month => capital(&words.month(known.days.first())),
    };
    let who =
        ctx.say(if known.is_own() { "placement-missions-column-mission" } else { "placement-missions-column-peer" });
    let close = known.span == Span::Month;
    let rota = drawing::Rota { caption: &caption, who: &who, heads: &heads, rows: &rows, legend: &legend, close };
    html! {
        (drawing::rota(words, &rota))
        @if !feasts.is_empty() { ul.govuk-list { @for feast in &feasts { li { (feast.line) } } } }
    }
}

/// A public holiday where some of the shown missions are.
struct Feast {
    date: Date,
    /// “Mercredi 11 novembre : Armistice, jour férié”, and where, if it is not one for all of them.
    line: String,
    for_all: bool,
}

fn feasts(ctx: &Ctx, known: &Known) -> Vec<Feast> {
    let mut regions: Vec<Region> = Vec::new();
    for region in known.lines.iter().flat_map(|line| &line.places).filter_map(|place| place.region) {
        if !regions.contains(&region) {
            regions.push(region);
        }
    }
    known.days.each().filter_map(|date| feast(ctx, &regions, date)).collect()
}

fn feast(ctx: &Ctx, regions: &[Region], date: Date) -> Option<Feast> {
    let words = ctx.words();
    let met: Vec<(Region, Holiday)> =
        regions.iter().filter_map(|region| Some((*region, on_day(*region, date)?))).collect();
    if met.is_empty() {
        return None;
    }
    let (day, for_all) = (capital(&words.date(date)), met.len() == regions.len());
    // The same day may be one feast here and another one there.
    let mut names: Vec<String> = met.iter().map(|(_, holiday)| name(ctx, *holiday)).collect();
    names.sort_unstable();
    names.dedup();
    let line = say!(words, "placement-holidays-line", day = day, holiday = words.list(&names));
    if for_all {
        return Some(Feast { date, line, for_all });
    }
    let places: Vec<String> = met.iter().map(|(region, _)| in_words(ctx, *region)).collect();
    let line = say!(words, "placement-rota-holiday-where", line = line, places = words.list(&places));
    Some(Feast { date, line, for_all })
}

fn in_words(ctx: &Ctx, region: Region) -> String {
    match region {
        Region::France => ctx.words().country("FR"),
        Region::AlsaceMoselle => ctx.say("placement-rota-alsace-moselle"),
        Region::Belgium => ctx.words().country("BE"),
        Region::Netherlands => ctx.words().country("NL"),
    }
}

fn shade(ctx: &Ctx, date: Date, is_holiday: bool) -> Shade {
    match date.weekday() {
        _ if date == ctx.today() => Shade::Today,
        Weekday::Saturday | Weekday::Sunday => Shade::Rest,
        _ if is_holiday => Shade::Rest,
        _ => Shade::Plain,
    }
}

fn rows<'a>(ctx: &Ctx, known: &'a Known) -> Vec<drawing::Row<'a>> {
    if known.is_own() {
        let places = known.lines.iter().flat_map(|line| &line.places);
        return places
            .map(|place| drawing::Row {
                name: &place.title,
                days: days_of(ctx, known, std::slice::from_ref(place), |place| &place.team),
            })
            .collect();
    }
    let what: fn(&Place) -> &str = if known.is_of_one_team() { |place| &place.title } else { |place| &place.team };
    known
        .lines
        .iter()
        .map(|line| drawing::Row { name: &line.name, days: days_of(ctx, known, &line.places, what) })
        .collect()
}

/// The times of these places, day by day and in order.
fn days_of<'a>(
    ctx: &Ctx,
    known: &Known,
    places: &'a [Place],
    what: impl Fn(&'a Place) -> &'a str,
) -> Vec<Vec<Time<'a>>> {
    let mut times: Vec<(Occurrence, Pattern, &Place)> = Vec::new();
    for place in places {
        let stands = place.table.occurrences(known.days).into_iter().map(|time| {
            let pattern = if place.table.is_out_of_rhythm(&time) { Pattern::Outline } else { Pattern::Full };
            (time, pattern, place)
        });
        let left_out = place.table.left_out(known.days).into_iter().map(|time| (time, Pattern::Stripes, place));
        times.extend(stands.chain(left_out));
    }
    times.sort_by_key(|(time, ..)| time.begins);
    known
        .days
        .each()
        .map(|date| {
            let of_day = times.iter().filter(|(time, ..)| time.begins.date() == date);
            of_day.map(|(time, pattern, place)| told(ctx, time, *pattern, place, what(place))).collect()
        })
        .collect()
}

fn told<'a>(ctx: &Ctx, time: &Occurrence, pattern: Pattern, place: &Place, what: &'a str) -> Time<'a> {
    let words = ctx.words();
    let (from, to) = (words.time(time.begins.time()), words.time(time.ends().time()));
    Time {
        href: format!("/missions/{}/schedule?week={}", place.mission, time.begins.date()),
        span: say!(words, "ui-week-span", from = from.as_str(), to = to),
        begins: from,
        what,
        pattern,
    }
}
