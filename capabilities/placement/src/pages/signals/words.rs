//! The facts of signals in words. What is the peer's own (a ceiling, the length of a journey) is read by the peer alone.

use maud::{Markup, html};
use passerelle_kernel::Minutes;
use passerelle_ui as ui;
use passerelle_web::Ctx;
use passerelle_words::{capital, say};

use crate::{
    store::signals::pictures::{Names, Seen},
    vigilance::{DAILY_REST, EARLY, ENDS_WITHIN, Facts, Gap, IDLE_AFTER, Kind, LATE, MOST_DAYS, WEEKLY_REST},
};

/// How many lines of one kind are told; the rest is counted.
const LINES: usize = 4;

/// Who reads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reader {
    /// The peer.
    Peer,
    /// The coordination.
    Coordination,
}

impl Reader {
    const fn end(self) -> &'static str {
        match self {
            Self::Peer => "own",
            Self::Coordination => "theirs",
        }
    }
}

/// What a signal is about, for its peer.
pub(in crate::pages) fn own_title(ctx: &Ctx, kind: Kind) -> String {
    ctx.say(&format!("placement-signal-kind-{}", kind.as_str()))
}

/// What a signal is about, with the name of its peer.
pub(in crate::pages) fn about(ctx: &Ctx, kind: Kind, name: &str) -> String {
    say!(ctx.words(), &format!("placement-signal-about-{}", kind.as_str()), name = name)
}

/// The facts as a list, and the measure beside which they stand.
pub(super) fn facts(ctx: &Ctx, seen: &Seen, names: &Names, reader: Reader) -> Markup {
    let mut lines = lines(ctx, seen, names, reader);
    let more = lines.len().saturating_sub(LINES);
    lines.truncate(LINES);
    if more > 0 {
        lines.push(say!(ctx.words(), "placement-signal-more", count = more));
    }
    html! {
        ul.govuk-list."govuk-list--bullet" { @for line in &lines { li { (line) } } }
        @if let Some(measure) = measure(ctx, seen.facts.kind()) { p.govuk-body { (ui::muted(&measure)) } }
    }
}

fn lines(ctx: &Ctx, seen: &Seen, names: &Names, reader: Reader) -> Vec<String> {
    let words = ctx.words();
    let key = |kind: Kind| format!("placement-signal-fact-{}-{}", kind.as_str(), reader.end());
    let kind = seen.facts.kind();
    match &seen.facts {
        Facts::Ceiling { ceiling, weeks } => {
            let line = |monday, planned| {
                let (day, hours, most) = (words.day(monday), words.hours(planned), words.hours(*ceiling));
                say!(words, &key(kind), day = day, hours = hours, ceiling = most)
            };
            weeks.iter().map(|(week, planned)| line(week.monday(), *planned)).collect()
        }
        Facts::Contract(weeks) => {
            let line = |monday, agreed, planned| {
                let (day, hours, agreed) = (words.day(monday), words.hours(planned), words.hours(agreed));
                say!(words, "placement-signal-fact-contract", day = day, hours = hours, agreed = agreed)
            };
            weeks.iter().map(|(week, agreed, planned)| line(week.monday(), *agreed, *planned)).collect()
        }
        Facts::SeveralTeams { missions, .. } => missions
            .iter()
            .filter_map(|mission| names.get(mission))
            .map(|named| format!("{} ({}, {})", named.title, named.team, named.institution))
            .collect(),
        Facts::ShortRest(gaps) | Facts::LateThenEarly(gaps) => {
            gaps.iter().map(|gap| pair(ctx, gap, names, ("placement-signal-fact-night", None))).collect()
        }
        Facts::WeeklyRest(days) => {
            let (from, until) = (words.date(days.first()), words.date(days.last()));
            vec![say!(words, "placement-signal-fact-weekly-rest", from = from, until = until)]
        }
        Facts::TightJourney(gaps) => gaps
            .iter()
            .map(|(gap, way)| pair(ctx, gap, names, ("placement-signal-fact-tight-journey", Some(*way))))
            .collect(),
        Facts::LongJourney { most, missions } => missions
            .iter()
            .filter_map(|(mission, way)| Some((names.get(mission)?, *way)))
            .map(|(named, way)| {
                let (way, most) = (words.hours(way), words.hours(*most));
                say!(words, &key(kind), mission = named.title.as_str(), way = way, most = most)
            })
            .collect(),
        Facts::Idle(since) => {
            vec![say!(words, &key(kind), day = words.date(*since), org = seen.kept.org.as_str())]
        }
        Facts::Ending(missions) => missions
            .iter()
            .filter_map(|(mission, last)| Some((names.get(mission)?, *last)))
            .map(|(named, last)| {
                let day = words.date(last);
                say!(words, "placement-signal-fact-ending", mission = named.title.as_str(), day = day)
            })
            .collect(),
        Facts::Alone => {
            let on = seen.kept.signal.raised_at.to_zoned(words.zone().clone()).date();
            vec![say!(words, &key(kind), day = words.date(on))]
        }
    }
}

/// Two times, what lies between them, and how long the way takes.
fn pair(ctx: &Ctx, gap: &Gap, names: &Names, (key, way): (&str, Option<Minutes>)) -> String {
    let words = ctx.words();
    let title = |mission| names.get(&mission).map_or("", |named| named.title.as_str());
    let (ends, begins) = (gap.before.ends(), gap.after.begins);
    let args = [
        ("day", capital(&words.date(ends.date()))),
        ("end", words.time(ends.time())),
        ("first", title(gap.before.mission).to_owned()),
        ("next", words.date(begins.date())),
        ("begin", words.time(begins.time())),
        ("second", title(gap.after.mission).to_owned()),
        ("between", words.hours(gap.minutes())),
        ("way", way.map(|way| words.hours(way)).unwrap_or_default()),
    ];
    let args: Vec<(&str, _)> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    words.say_with(key, &args)
}

/// Beside which measure the facts stand, and where it comes from.
fn measure(ctx: &Ctx, kind: Kind) -> Option<String> {
    let words = ctx.words();
    Some(match kind {
        Kind::ShortRest => say!(words, "placement-signal-measure-short-rest", hours = words.hours(DAILY_REST)),
        Kind::WeeklyRest => {
            let (hours, days) = (words.hours(WEEKLY_REST), MOST_DAYS);
            say!(words, "placement-signal-measure-weekly-rest", hours = hours, days = days)
        }
        Kind::LateThenEarly => {
            let (late, early) = (words.time(LATE), words.time(EARLY));
            say!(words, "placement-signal-measure-late-then-early", late = late, early = early)
        }
        Kind::TightJourney | Kind::LongJourney => ctx.say("placement-signal-measure-journey"),
        Kind::Idle => say!(words, "placement-signal-measure-idle", weeks = i64::from(IDLE_AFTER)),
        Kind::Ending => say!(words, "placement-signal-measure-ending", weeks = i64::from(ENDS_WITHIN)),
        Kind::Ceiling | Kind::Contract | Kind::SeveralTeams | Kind::Alone => return None,
    })
}
