//! An association describes itself; each change is kept with who and when.

use passerelle_access::{Account, membership};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::Ctx;

use super::{actor, entries::note_right, load_organisation, record};
use crate::{
    Error, Organisation, OrganisationId, OrganisationKind, Refusal, Website, access,
    description::{Description, Part, Readers, Written},
    entry::EntryKind,
    store::{self, descriptions},
};

/// The description with what stands in the entry of the directory: name and website are read by everybody.
pub(crate) async fn find_description(tx: &mut Tx, organisation: &Organisation) -> Result<Description, Error> {
    let mut description = descriptions::find(tx, organisation.id).await?;
    for (part, text) in of_entry(organisation) {
        description.0.insert(part, Written { text, readers: Readers::Public });
    }
    Ok(description)
}

fn of_entry(organisation: &Organisation) -> [(Part, String); 2] {
    let site = organisation.website.as_ref().map_or_else(String::new, |site| site.as_str().to_owned());
    [(Part::Name, organisation.name.to_string()), (Part::Website, site)]
}

/// Whether organisations of this kind describe themselves.
pub(crate) fn is_described(organisation: &Organisation) -> bool {
    matches!(organisation.kind, OrganisationKind::Association | OrganisationKind::Federation)
}

/// Writes the description of an association that was read at `version`; also says that it is right now.
///
/// # Errors
/// Not found, forbidden, or refused: a part that is not in order, or somebody changed it meanwhile.
pub async fn describe(ctx: &Ctx, org: OrganisationId, version: i64, written: &Description) -> Result<(), Error> {
    let actor = actor(ctx)?;
    let year = ctx.today().year();
    let mut tx = ctx.begin_write().await?;
    let organisation = load_organisation(&mut tx, actor, org, access::DESCRIPTION_MANAGE).await?;
    if !is_described(&organisation) {
        return Err(Error::NotFound);
    }
    if descriptions::version(&mut tx, org).await? != version {
        return Err(Error::Refused(Refusal::Changed));
    }
    let known = find_description(&mut tx, &organisation).await?;
    for (part, new) in &written.0 {
        let readers = if part.is_of_entry() { Readers::Public } else { new.readers };
        let new = Written { text: part.read(&new.text, year).map_err(Error::Refused)?, readers };
        let old = Written { text: known.text(*part).to_owned(), readers: known.readers(*part) };
        if new != old {
            descriptions::save(&mut tx, org, *part, Some(actor.account), &old, &new).await?;
        }
    }
    change_entry(&mut tx, organisation, written).await?;
    note_right(&mut tx, org, EntryKind::Description, &org.to_string(), actor.account).await?;
    record(&mut tx, Some(actor), "description-changed", org.to_string()).await?;
    Ok(tx.commit().await?)
}

/// Name and website go where everybody looks for them.
async fn change_entry(tx: &mut Tx, mut organisation: Organisation, written: &Description) -> Result<(), Error> {
    let before = of_entry(&organisation);
    if written.0.contains_key(&Part::Name) {
        organisation.name = crate::Name::new(written.text(Part::Name)).map_err(Error::Refused)?;
    }
    if let Some(site) = written.0.get(&Part::Website) {
        let text = site.text.trim();
        organisation.website = if text.is_empty() { None } else { Some(Website::parse(text).map_err(Error::Refused)?) };
    }
    if of_entry(&organisation) == before {
        return Ok(());
    }
    let version = organisation.version;
    if !store::organisations::update(tx, &organisation, version).await? {
        return Err(Error::Refused(Refusal::Changed));
    }
    Ok(membership::rename_org(tx, organisation.id, organisation.called().as_str()).await?)
}

/// Keeps in the history what a change of the entry has changed of the description.
pub(super) async fn note_entry(
    tx: &mut Tx,
    before: &Organisation,
    after: &Organisation,
    by: Id<Account>,
) -> Result<(), Error> {
    if !is_described(after) {
        return Ok(());
    }
    for ((part, old), (_, new)) in of_entry(before).into_iter().zip(of_entry(after)) {
        if old != new {
            let written = |text| Written { text, readers: Readers::Public };
            descriptions::save(tx, after.id, part, Some(by), &written(old), &written(new)).await?;
        }
    }
    Ok(())
}
