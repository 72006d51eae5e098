//! Why a mission suits somebody, in words for those who coordinate: what each rule says, line by line, and no figure of it.

use passerelle_web::Ctx;
use passerelle_words::say;

use crate::{
    code::Code,
    matching::{Fit, Level, Meets, Preference, Reason, Verdict, Weight, Weights},
    spoken::Spoken,
};

/// The lines, in their order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::pages) enum Line {
    /// What the hard rules say.
    Can,
    /// What goes the way that preferences want.
    Well,
    /// What does in part.
    Partly,
    /// What does not.
    Not,
    /// What has not been told.
    Ask,
}

const LINES: [(Line, &str); 5] = [
    (Line::Can, "placement-line-can"),
    (Line::Well, "placement-line-well"),
    (Line::Partly, "placement-line-partly"),
    (Line::Not, "placement-line-not"),
    (Line::Ask, "placement-line-ask"),
];

/// A few words, and the line in which they stand.
pub(in crate::pages) type Clause = (Line, String);

/// What each rule says of one peer: hard ones first, then the preferences that count, those that count most first.
pub(in crate::pages) fn clauses(ctx: &Ctx, fit: &Fit, weights: &Weights) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = fit.reasons().iter().map(|reason| of_reason(ctx, reason)).collect();
    let told_nothing = LIKES.iter().all(|one| level_of(fit, *one).is_none_or(|level| level == Level::Untold));
    for preference in weights.counting() {
        let verdict = fit.verdicts().iter().find(|verdict| verdict.preference == preference);
        let clause = verdict.map(|verdict| match told_nothing && LIKES.contains(&preference) {
            true => (Line::Ask, ctx.say("placement-ask-likes")),
            false => of_verdict(ctx, verdict),
        });
        let clause = clause.filter(|clause| !clauses.contains(clause));
        clauses.extend(clause);
    }
    clauses
}

/// What is asked about in one go when none of it is told.
const LIKES: [Preference; 3] = [Preference::Public, Preference::Help, Preference::Setting];

fn level_of(fit: &Fit, preference: Preference) -> Option<Level> {
    fit.verdicts().iter().find(|verdict| verdict.preference == preference).map(|verdict| verdict.level)
}

/// The clauses in lines: “Convient bien : …”.
pub(in crate::pages) fn lines(ctx: &Ctx, clauses: &[Clause]) -> Vec<String> {
    let line = |(line, key): &(Line, &str)| {
        let what: Vec<String> = clauses.iter().filter(|(of, _)| of == line).map(|(_, words)| words.clone()).collect();
        (!what.is_empty()).then(|| say!(ctx.words(), key, what = ctx.words().list(&what)))
    };
    LINES.iter().filter_map(line).collect()
}

fn of_reason(ctx: &Ctx, reason: &Reason) -> Clause {
    let words = ctx.words();
    let text = match reason {
        Reason::Speaks(languages) => {
            let languages = words.spoken_list(languages.iter().map(Spoken::as_str));
            say!(words, "placement-rule-speaks", languages = languages)
        }
        Reason::HoursAWeek(total) => say!(words, "placement-rule-hours", hours = words.hours(*total)),
        Reason::FreeFrom(day) => say!(words, "placement-rule-free", day = words.day(*day)),
        Reason::Travels(time) => say!(words, "placement-rule-travels", time = words.hours(*time)),
        Reason::NothingThen => ctx.say("placement-rule-times"),
        Reason::AwayAtFirst => return (Line::Partly, ctx.say("placement-rule-away")),
        Reason::ToAsk(rule) => return (Line::Ask, ctx.say(&format!("placement-ask-rule-{}", rule.as_str()))),
    };
    (Line::Can, text)
}

fn of_verdict(ctx: &Ctx, verdict: &Verdict) -> Clause {
    let line = match verdict.level {
        Level::Well => Line::Well,
        Level::Partly => Line::Partly,
        Level::Not => Line::Not,
        Level::Untold => Line::Ask,
    };
    (line, said(ctx, "placement-suits-", verdict))
}

/// A verdict in the words that begin with `prefix`.
pub(in crate::pages) fn said(ctx: &Ctx, prefix: &str, verdict: &Verdict) -> String {
    let key = format!("{prefix}{}-{}", verdict.preference.as_str(), verdict.level.as_str());
    say!(ctx.words(), &key, what = meets(ctx, &verdict.meets))
}

fn meets(ctx: &Ctx, meets: &Meets) -> String {
    let named = |prefix: &str, codes: Vec<&'static str>| {
        ctx.words().list(&codes.iter().map(|code| ctx.say(&format!("{prefix}{code}"))).collect::<Vec<_>>())
    };
    match meets {
        Meets::Said => String::new(),
        Meets::Publics(publics) => named("placement-with-", publics.iter().map(|one| one.code()).collect()),
        Meets::Hopes(hopes) => named("placement-helps-", hopes.iter().map(|one| one.code()).collect()),
    }
}

/// What counts, in a few words, those that count most first.
pub(in crate::pages) fn counting(ctx: &Ctx, weights: &Weights) -> String {
    let much = |preference: &Preference| weights.of(*preference) == Weight::Much;
    let all = weights.counting();
    let chosen: Vec<Preference> = if all.iter().any(much) { all.into_iter().filter(much).collect() } else { all };
    let named = chosen.iter().map(|one| ctx.say(&format!("placement-counts-{}", one.as_str()))).collect::<Vec<_>>();
    ctx.words().list(&named)
}
