//! What many pages about missions say in the same words: state, days, who can see it.

use maud::{Markup, Render};
use passerelle_access::Actor;
use passerelle_directory::{
    audience_of, seen_person,
    visibility::{Audience, Seen},
};
use passerelle_kernel::Date;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Text, Tone};
use passerelle_web::{Ctx, PageError};
use passerelle_words::{Phrase, Words, say};

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
    let mut text = String::with_capacity(40);
    Spans::of(ctx.words()).each(from, until, |piece| text.push_str(piece));
    text
}

/// The sentences of [`days`], for the rows of a list.
pub(super) struct Spans<'a> {
    words: &'a Words,
    closed: Phrase<'a>,
    open: Phrase<'a>,
}

impl<'a> Spans<'a> {
    pub(super) fn of(words: &'a Words) -> Self {
        let phrase = |key| words.phrase(key, &["from", "until"]);
        Self { words, closed: phrase("placement-days-from-until"), open: phrase("placement-days-from") }
    }

    fn each(&self, from: Date, until: Option<Date>, piece: impl FnMut(&str)) {
        let from = self.words.day(from);
        match until.map(|until| self.words.day(until)) {
            Some(until) => self.closed.pieces(&[&from, &until], piece),
            None => self.open.pieces(&[&from], piece),
        }
    }

    /// Writes one of them into the page.
    pub(super) fn put(&self, page: &mut String, from: Date, until: Option<Date>) {
        self.each(from, until, |piece| Text(piece).render_to(page));
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

/// The peer of a mission, as this reader may see them. The reader was let in to the mission already; its team and its
/// institution are an audience of the peer only while the mission is agreed or runs.
pub(super) async fn peer_seen(
    tx: &mut Tx,
    actor: &Actor,
    loaded: &Loaded,
    on: Date,
) -> Result<Option<Seen>, PageError> {
    let Some(peer) = loaded.peer.filter(|peer| *peer != actor.account) else { return Ok(None) };
    let works_there = matches!(loaded.mission.state.stage(), Stage::Agreed | Stage::Running);
    let audience = match &actor.seat {
        Some(seat) if !seat.role.is_of_association() => works_there.then_some(Audience::Teams),
        _ => audience_of(tx, actor, loaded.mission.org, on).await?,
    };
    match audience {
        Some(audience) => Ok(seen_person(tx, loaded.mission.org, peer, audience, on).await?),
        None => Ok(None),
    }
}
