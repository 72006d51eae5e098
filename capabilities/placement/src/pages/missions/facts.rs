//! What many pages about missions say in the same words: state, days, who can see it.

use maud::Markup;
use passerelle_kernel::Date;
use passerelle_ui::{self as ui, Tone};
use passerelle_web::Ctx;
use passerelle_words::say;

use crate::{mission::Stage, period::Period, store::missions::Loaded};

/// The state of a mission in one or two words.
pub(in crate::pages) fn stage_tag(ctx: &Ctx, stage: Stage) -> Markup {
    let tone = match stage {
        Stage::Open => Tone::Soon,
        Stage::Proposed | Stage::Agreed => Tone::Calm,
        Stage::Running => Tone::Good,
        Stage::Ended => Tone::Neutral,
    };
    ui::tag(&ctx.say(&format!("placement-mission-stage-{}", stage.as_str())), tone)
}

/// “Du 1/12/2026 au 31/5/2027”, or “à partir du …”.
pub(in crate::pages) fn days(ctx: &Ctx, from: Date, until: Option<Date>) -> String {
    let words = ctx.words();
    match until {
        Some(until) => say!(words, "placement-days-from-until", from = words.day(from), until = words.day(until)),
        None => say!(words, "placement-days-from", from = words.day(from)),
    }
}

/// The days of a period.
pub(in crate::pages) fn period(ctx: &Ctx, period: Period) -> String {
    days(ctx, period.from, period.until)
}

/// Who can see the pages of a mission.
pub(in crate::pages) fn visible_to(ctx: &Ctx, loaded: &Loaded) -> Option<String> {
    let (org, team) = (loaded.org_name.as_str(), loaded.team_name.as_str());
    Some(say!(ctx.words(), "placement-mission-seen-by", org = org, team = team))
}
