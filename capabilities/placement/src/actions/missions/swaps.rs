//! A peer proposes another moment for one time; somebody of the team says yes or no. Nothing changes before the yes.

use passerelle_access::Rule;
use passerelle_kernel::{Date, Id};
use passerelle_store::Tx;
use passerelle_web::{Ctx, Letter, LetterLink, send_letter};

use super::{actor, tell_about, write_to};
use crate::{
    Error,
    access::{SWAP_ANSWER, SWAP_ASK},
    actions::hours::addressees,
    mission::{Mission, Stage},
    refusal::Refusal,
    slot::{self, Moment, Slot, Timetable},
    stamp::Stamp,
    store::{self, missions::Loaded},
    swap::Swap,
};

/// Proposes another moment for one time of a mission of the peer who acts.
///
/// # Errors
/// Not found for missions of others; refused when another swap of this time waits, and as [`Swap::ask`].
pub async fn ask_swap(ctx: &Ctx, id: Id<Mission>, at: (Id<Slot>, Date), to: Moment) -> Result<Id<Swap>, Error> {
    let mut tx = ctx.begin_write().await?;
    let loaded = store::missions::load_mission(&mut tx, actor(ctx)?, id, SWAP_ASK).await?;
    if store::swaps::waits(&mut tx, at).await? {
        return Err(Error::Refused(Refusal::SwapWaits));
    }
    let (table, others) = tables(&mut tx, &loaded).await?;
    let now = (ctx.today(), slot::horizon(ctx.today()));
    let swap = Swap::ask(ctx.new_id(), (at, to), (&table, &others), now, ctx.now()).map_err(Error::Refused)?;
    store::swaps::insert(&mut tx, loaded.mission.org, &swap).await?;
    ask_the_team(&mut tx, ctx, &loaded, &swap).await?;
    tell(&mut tx, ctx, &loaded, ("swap-asked", SWAP_ASK)).await?;
    tx.commit().await?;
    Ok(swap.id)
}

async fn tables(tx: &mut Tx, loaded: &Loaded) -> Result<(Timetable, Vec<Timetable>), Error> {
    if loaded.mission.state.stage() == Stage::Ended {
        return Err(Error::Refused(Refusal::MissionEnded));
    }
    let table = store::slots::timetable(tx, &loaded.mission).await?;
    let others = match loaded.peer {
        Some(peer) => store::slots::of_peer(tx, peer).await?,
        None => Vec::new(),
    };
    Ok((table, others))
}

/// Somebody of the team says yes or no, or the coordination for a team that has said it otherwise.
///
/// # Errors
/// Not found, forbidden; as [`Swap::agree`] and [`Swap::decline`].
pub async fn answer_swap(ctx: &Ctx, id: Id<Swap>, yes: bool) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    let (swap, loaded) = store::swaps::load_swap(&mut tx, actor, id, SWAP_ANSWER).await?;
    let stamp = Stamp::of(actor.account, ctx.now());
    let answered = if yes {
        let (table, others) = tables(&mut tx, &loaded).await?;
        let now = (ctx.today(), slot::horizon(ctx.today()));
        swap.agree(loaded.peer, (&table, &others), now, stamp)
    } else {
        swap.decline(loaded.peer, stamp)
    };
    let answered = answered.map_err(Error::Refused)?;
    store::swaps::save(&mut tx, &answered).await?;
    let kind = if yes {
        store::slots::except(&mut tx, loaded.mission.org, loaded.mission.id, &answered.exception()).await?;
        "swap-agreed"
    } else {
        "swap-declined"
    };
    if let Some(peer) = loaded.peer {
        let key = format!("placement-letter-{kind}");
        write_to(&mut tx, peer, &key, &[("mission", loaded.mission.title.as_str())], &format!("/swaps/{id}")).await?;
    }
    tell(&mut tx, ctx, &loaded, (kind, SWAP_ANSWER)).await?;
    Ok(tx.commit().await?)
}

/// The peer takes back what they have proposed.
///
/// # Errors
/// Not found, forbidden; refused once it is answered.
pub async fn withdraw_swap(ctx: &Ctx, id: Id<Swap>) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let (swap, loaded) = store::swaps::load_swap(&mut tx, actor(ctx)?, id, SWAP_ASK).await?;
    let withdrawn = swap.withdraw(ctx.now()).map_err(Error::Refused)?;
    store::swaps::save(&mut tx, &withdrawn).await?;
    tell(&mut tx, ctx, &loaded, ("swap-withdrawn", SWAP_ASK)).await?;
    Ok(tx.commit().await?)
}

async fn tell(tx: &mut Tx, ctx: &Ctx, loaded: &Loaded, (kind, rule): (&'static str, &Rule)) -> Result<(), Error> {
    tell_about(tx, loaded, (kind, rule), actor(ctx)?).await
}

/// Writes to those who can answer.
async fn ask_the_team(tx: &mut Tx, ctx: &Ctx, loaded: &Loaded, swap: &Swap) -> Result<(), Error> {
    for to in addressees(tx, ctx, loaded).await? {
        let words = ctx.app().words(to.language);
        let args = [
            ("name", to.name.clone()),
            ("peer", loaded.peer_name.clone().unwrap_or_default()),
            ("mission", loaded.mission.title.clone()),
            ("day", words.date(swap.at.1)),
            ("to", words.date(swap.to.on)),
            ("org", loaded.org_name.clone()),
        ];
        let args = args.map(|(name, value)| (name.to_owned(), value)).to_vec();
        let link = Some(LetterLink { path: format!("/swaps/{}", swap.id), purpose: None });
        let key = "placement-mail-swap-asked".to_owned();
        send_letter(tx, &Letter { to: to.email, language: to.language, key, args, link }).await?;
    }
    Ok(())
}
