//! Owners say that an entry is right: when they write it, with a button on its page, or by the link of a letter.

use passerelle_access::{Account, Actor, Facts, Role, link, membership};
use passerelle_kernel::Id;
use passerelle_store::{Event, Tx};
use passerelle_web::{App, Ctx, Letter, LetterLink, send_letter};

use super::{actor, contacts::is_of_actor, load_organisation, record};
use crate::{
    Error, Organisation, OrganisationId, OrganisationKind, TeamId, access,
    entry::{Age, DAY, EntryKind},
    store::{contacts, entries, organisations::find_organisation},
};

/// What the link of a letter is for.
pub(crate) const PURPOSE: &str = "entry";
/// How many days the link of a letter works, and after how many the owner is asked again.
const LINK_DAYS: i64 = 60;

/// An entry that somebody may say is right.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub kind: EntryKind,
    pub organisation: Organisation,
    pub team: Option<TeamId>,
    pub id: String,
    pub age: Age,
}

/// Notes that an entry is right now.
pub(super) async fn note_right(
    tx: &mut Tx,
    org: OrganisationId,
    kind: EntryKind,
    entry: &str,
    by: Id<Account>,
) -> Result<(), Error> {
    Ok(entries::confirm(tx, org, kind, entry, Some(by)).await?)
}

/// The entry of this kind and id, if it is there.
pub(crate) async fn find_entry(tx: &mut Tx, app: &App, kind: EntryKind, id: &str) -> Result<Option<Entry>, Error> {
    let (org, team) = match kind {
        EntryKind::Organisation | EntryKind::Description => (id.parse().ok(), None),
        EntryKind::Contact => match id.parse() {
            Ok(id) => contacts::find(tx, id).await?.map_or((None, None), |contact| (Some(contact.org), contact.team)),
            Err(_) => (None, None),
        },
    };
    let Some(org) = org else { return Ok(None) };
    let Some(organisation) = find_organisation(tx, org).await? else { return Ok(None) };
    let at = entries::find(tx, kind, id).await?.map(|confirmed| confirmed.at);
    let age = Age::of(at, app.db().clock().now(), app.settings().old_after_days);
    Ok(Some(Entry { kind, organisation, team, id: id.to_owned(), age }))
}

/// Whether somebody with this role there answers for the entry.
fn is_owner(role: Role, team: Option<TeamId>, entry: &Entry) -> bool {
    match role {
        Role::Admin | Role::Coordinator => true,
        Role::Head => entry.organisation.kind != OrganisationKind::Association,
        Role::Referent => entry.kind == EntryKind::Contact && entry.team.is_some() && entry.team == team,
        Role::Treasurer | Role::Peer => false,
    }
}

/// Whether the actor may say that an entry is right.
pub(crate) fn may_confirm(actor: &Actor, entry: &Entry) -> bool {
    let id = Some(entry.organisation.id);
    let facts = Facts { association: id, institution: id, team: entry.team, ..Facts::default() };
    let seat = actor.seat.as_ref();
    actor.may(access::ENTRY_CONFIRM, &facts)
        && seat.is_some_and(|seat| is_owner(seat.role, seat.team, entry))
        && (entry.kind != EntryKind::Contact || is_of_actor(actor, entry.team))
}

/// The owner says that nothing has changed.
///
/// # Errors
/// Not found, or forbidden to those who do not answer for it.
pub async fn confirm_entry(ctx: &Ctx, org: OrganisationId, kind: EntryKind, id: &str) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let mut tx = ctx.begin_write().await?;
    load_organisation(&mut tx, actor, org, access::ORGANISATIONS_READ).await?;
    let found = find_entry(&mut tx, ctx.app(), kind, id).await?;
    let entry = found.filter(|entry| entry.organisation.id == org).ok_or(Error::NotFound)?;
    if !may_confirm(actor, &entry) {
        return Err(Error::Forbidden);
    }
    note_right(&mut tx, org, kind, id, actor.account).await?;
    record(&mut tx, Some(actor), "entry-confirmed", org.to_string()).await?;
    Ok(tx.commit().await?)
}

/// What the link of a letter leads to, while its reader still answers for the entry.
pub(crate) async fn entry_of_link(ctx: &Ctx, tx: &mut Tx, secret: &str) -> Result<Option<(Entry, Id<Account>)>, Error> {
    let link = link::find(tx, secret, PURPOSE).await?.ok_or(Error::NotFound)?;
    let mut parts = link.subject.split(' ');
    let (kind, id, account) = (parts.next(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let (Some(kind), Ok(account)) = (kind.and_then(EntryKind::parse), account.parse::<Id<Account>>()) else {
        return Ok(None);
    };
    let Some(entry) = find_entry(tx, ctx.app(), kind, id).await? else { return Ok(None) };
    let held = membership::of_account(tx, account, ctx.today()).await?;
    let owns = held.iter().any(|seat| seat.org == entry.organisation.id && is_owner(seat.role, seat.team, &entry));
    Ok((owns && !link.is_expired(ctx.now())).then_some((entry, account)))
}

/// Whoever has the letter says that nothing has changed.
///
/// # Errors
/// Not found when there is no such link, or it does not lead anywhere any more.
pub async fn confirm_by_link(ctx: &Ctx, secret: &str) -> Result<(), Error> {
    let mut tx = ctx.begin_write().await?;
    let (entry, account) = entry_of_link(ctx, &mut tx, secret).await?.ok_or(Error::NotFound)?;
    let org = entry.organisation.id;
    note_right(&mut tx, org, entry.kind, &entry.id, account).await?;
    let (subject, by) = (org.to_string(), Some(account.to_string()));
    let detail = serde_json::json!({ "by": "letter" });
    let event = Event {
        kind: "entry-confirmed",
        org: Some(subject.clone()),
        partner: None,
        subject,
        actor: by,
        detail: &detail,
    };
    tx.record(event).await?;
    Ok(tx.commit().await?)
}

/// Asks the owners of entries that have become old, and asks again after a while: each night, once for all nodes.
pub(crate) async fn ask_owners(app: &App) -> Result<(), Error> {
    let before = |days: i64| earlier(app.db().clock().now(), days);
    let (old, asked) = (before(app.settings().old_after_days), before(LINK_DAYS));
    loop {
        let found = entries::to_ask(&mut app.db().begin_read().await?, old, asked).await?;
        let is_last = found.len() < entries::AT_ONCE;
        for (kind, id) in found {
            let mut tx = app.db().begin_write().await?;
            if let Some(known) = entries::find(&mut tx, kind, &id).await? {
                if let Some(entry) = find_entry(&mut tx, app, kind, &id).await?.filter(|entry| entry.age.is_old()) {
                    write_to_owner(app, &mut tx, &entry, known.by).await?;
                }
                // Noted in any case: an entry that nobody answers for does not come up again tomorrow.
                entries::asked(&mut tx, kind, &id).await?;
            }
            tx.commit().await?;
        }
        if is_last {
            return Ok(());
        }
    }
}

fn earlier(at: jiff::Timestamp, days: i64) -> jiff::Timestamp {
    jiff::Timestamp::from_millisecond(at.as_millisecond().saturating_sub(days.saturating_mul(DAY))).unwrap_or(at)
}

/// To who said it last, if they still answer for it; else to who has been there longest.
async fn write_to_owner(app: &App, tx: &mut Tx, entry: &Entry, last: Option<Id<Account>>) -> Result<(), Error> {
    let today = app.db().clock().today(&app.settings().zone);
    let mut owners = entries::owners(tx, entry.organisation.id, today).await?;
    owners.retain(|owner| is_owner(owner.role, owner.team, entry));
    let Some(owner) = owners.iter().find(|owner| Some(owner.id) == last).or_else(|| owners.first()) else {
        return Ok(());
    };
    let subject = format!("{} {} {}", entry.kind.as_str(), entry.id, owner.id);
    let letter = Letter {
        to: owner.email.clone(),
        language: owner.language,
        key: format!("directory-mail-entry-{}", entry.kind.as_str()),
        args: vec![
            ("name".to_owned(), owner.name.clone()),
            ("organisation".to_owned(), entry.organisation.called().to_string()),
        ],
        link: Some(LetterLink {
            path: "/entries/".to_owned(),
            purpose: Some((PURPOSE.to_owned(), subject, LINK_DAYS)),
        }),
    };
    Ok(send_letter(tx, &letter).await?)
}
