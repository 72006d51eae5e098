//! Signals on Today: for the peer one card, whatever is noticed; for the coordination one for each that is open to it.

use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::{Ctx, PageError};
use passerelle_words::say;

use super::{
    date,
    item::{Action, Item},
};
use crate::{
    access::SIGNAL_READ,
    outside::{Organisation, Person},
    pages::signals::{about, own_title},
    store::signals::{
        self as store,
        pictures::{Seen, that_hold},
    },
    today::What,
};

/// How many people a card names.
const NAMED: usize = 3;

/// What is not set aside, as long as the peer is the only one who sees it.
pub(super) async fn for_peer(
    tx: &mut Tx,
    ctx: &Ctx,
    org: Id<Organisation>,
    peer: Id<Person>,
) -> Result<Option<Item>, PageError> {
    let mut kept = store::of_peers(tx, &[peer]).await?;
    kept.retain(|kept| {
        let signal = &kept.signal;
        let is_here = signal.org.is_none() || signal.org == Some(org);
        is_here && signal.aside_at.is_none() && !signal.is_open(ctx.now())
    });
    let (seen, _) = that_hold(tx, kept, ctx.today()).await?;
    Ok(seen.first().map(|newest| to_see(ctx, newest, &seen)))
}

fn to_see(ctx: &Ctx, newest: &Seen, all: &[Seen]) -> Item {
    let words = ctx.words();
    let opens = all.iter().filter_map(|seen| seen.kept.signal.opens_at()).min().map(|opens| date(ctx, opens));
    let since = all.iter().map(|seen| seen.kept.signal.raised_at).min().unwrap_or(newest.kept.signal.raised_at);
    let title = match all {
        [only] => own_title(ctx, only.facts.kind()),
        _ => say!(words, "placement-today-signals", count = all.len()),
    };
    let text = match opens {
        Some(day) => say!(words, "placement-today-signal-text", day = words.date(day)),
        None => ctx.say("placement-today-signal-text-you"),
    };
    let action = Action::link(ctx.say("placement-today-signal-look"), "/me/signals".to_owned());
    Item::new(What::SignalToSee(opens), date(ctx, since), title, text, action)
}

/// What is open to the coordination and was not talked about: what a peer wished to say each for itself, the rest in one
/// card, so that nobody is a number in a row.
pub(super) async fn for_coordinator(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>) -> Result<Vec<Item>, PageError> {
    let kept = store::waiting(tx, org).await?;
    let (seen, _) = that_hold(tx, kept, ctx.today()).await?;
    ctx.shows(seen.iter().map(|seen| seen.kept.signal.peer), SIGNAL_READ);
    let (wished, rest): (Vec<&Seen>, Vec<&Seen>) = seen.iter().partition(|seen| seen.kept.signal.wished_at.is_some());
    let rest = match rest.as_slice() {
        [] => None,
        [only] => Some(open(ctx, only)),
        [oldest, ..] => Some(several(ctx, oldest, &rest)),
    };
    Ok(wished.into_iter().map(|seen| open(ctx, seen)).chain(rest).collect())
}

fn item(ctx: &Ctx, seen: &Seen, title: String, key: &str, path: String) -> Item {
    let signal = &seen.kept.signal;
    Item::new(
        What::SignalOpen(signal.id, signal.wished_at.is_some()),
        date(ctx, signal.opens_at().unwrap_or(signal.raised_at)),
        title,
        ctx.say(key),
        Action::link(ctx.say("placement-today-signal-read"), path),
    )
}

fn open(ctx: &Ctx, seen: &Seen) -> Item {
    let signal = &seen.kept.signal;
    let key = if signal.wished_at.is_some() { "placement-today-signal-wished" } else { "placement-today-signal-open" };
    item(ctx, seen, about(ctx, signal.kind, &seen.kept.peer), key, format!("/signals/{}", signal.id))
}

fn several(ctx: &Ctx, oldest: &Seen, all: &[&Seen]) -> Item {
    let mut names: Vec<String> = Vec::new();
    for seen in all {
        if !names.contains(&seen.kept.peer) {
            names.push(seen.kept.peer.clone());
        }
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(say!(ctx.words(), "placement-today-others", count = more));
    }
    let title = say!(ctx.words(), "placement-today-signals-open", names = ctx.words().list(&names));
    item(ctx, oldest, title, "placement-today-signals-open-text", "/signals".to_owned())
}
