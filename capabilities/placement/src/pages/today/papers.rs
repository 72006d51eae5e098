//! Papers that wait: for one's own signature, whatever the role, and for those who manage them, for somebody else's answer.

use passerelle_access::{Actor, Facts};
use passerelle_kernel::Id;
use passerelle_signing::{Awaited, Line, ToSign, access::PAPER_MANAGE, declined, silent, to_sign};
use passerelle_store::Tx;
use passerelle_web::{Ctx, PageError};
use passerelle_words::say;

use super::{
    date,
    item::{Action, Item},
};
use crate::{outside::Organisation, today::What};

pub(super) async fn items(
    tx: &mut Tx,
    ctx: &Ctx,
    actor: &Actor,
    org: Id<Organisation>,
) -> Result<Vec<Item>, PageError> {
    let mut items: Vec<Item> = to_sign(tx, actor.account).await?.iter().map(|one| sign(ctx, one)).collect();
    if actor.may(PAPER_MANAGE, &Facts { association: Some(org), ..Facts::default() }) {
        items.extend(silent(tx, ctx, org).await?.iter().map(|one| awaited(ctx, one)));
        items.extend(declined(tx, org).await?.iter().map(|one| refused(ctx, one)));
    }
    Ok(items)
}

fn sign(ctx: &Ctx, one: &ToSign) -> Item {
    Item::new(
        What::PaperToSign(one.signer),
        date(ctx, one.asked_at),
        say!(ctx.words(), "placement-today-sign", title = one.title.as_str()),
        one.org_name.clone(),
        Action::link(ctx.say("placement-today-sign-action"), format!("/signatures/{}", one.signer)),
    )
}

fn awaited(ctx: &Ctx, one: &Awaited) -> Item {
    Item::new(
        What::PaperSilent(one.paper),
        one.since,
        say!(ctx.words(), "placement-today-unsigned", name = one.name.as_str()),
        one.title.clone(),
        Action::link(ctx.say("placement-today-unsigned-action"), format!("/papers/{}", one.paper)),
    )
}

fn refused(ctx: &Ctx, one: &Line) -> Item {
    Item::new(
        What::PaperDeclined(one.id),
        date(ctx, one.offered_at),
        say!(ctx.words(), "placement-today-declined", title = one.title.as_str()),
        ctx.say("placement-today-declined-text"),
        Action::link(ctx.say("placement-today-unsigned-action"), format!("/papers/{}", one.id)),
    )
}
