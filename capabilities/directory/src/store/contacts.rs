//! Published contacts.

use passerelle_kernel::Id;
use passerelle_store::{Result, Row, Tx, params};

use crate::{OrganisationId, description::Readers, published::Contact};

passerelle_store::sql! {
    /// The statements about published contacts.
    pub STATEMENTS;
    INSERT = "INSERT INTO contact (id, org_id, team_id, purpose, name, email, phone, readers, version)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)";
    UPDATE = "UPDATE contact SET team_id = ?3, purpose = ?4, name = ?5, email = ?6, phone = ?7, readers = ?8,
        version = version + 1 WHERE id = ?1 AND org_id = ?2 AND version = ?9";
    DELETE = "DELETE FROM contact WHERE id = ?1 AND org_id = ?2";
    FIND = "SELECT id, org_id, team_id, purpose, name, email, phone, readers, version FROM contact WHERE id = ?1";
    OF_ORG = "SELECT id, org_id, team_id, purpose, name, email, phone, readers, version FROM contact
        WHERE org_id = ?1 ORDER BY id LIMIT 100";
}

fn read(row: &Row<'_>) -> Result<Contact> {
    Ok(Contact {
        id: row.get(0)?,
        org: row.get(1)?,
        team: row.get(2)?,
        purpose: row.get(3)?,
        name: row.get(4)?,
        email: row.get(5)?,
        phone: row.get(6)?,
        readers: row.code(7, Readers::parse)?,
        version: row.get(8)?,
    })
}

pub(crate) async fn insert(tx: &mut Tx, c: &Contact) -> Result<()> {
    let (name, email, phone) = (c.name.as_deref(), c.email.as_deref(), c.phone.as_deref());
    let values = params![c.id, c.org, c.team, &c.purpose, name, email, phone, c.readers.as_str()];
    tx.execute(INSERT, values).await.map(drop)
}

/// Changes a contact; false when somebody changed it since its version was read.
pub(crate) async fn update(tx: &mut Tx, c: &Contact) -> Result<bool> {
    let (name, email, phone) = (c.name.as_deref(), c.email.as_deref(), c.phone.as_deref());
    let values = params![c.id, c.org, c.team, &c.purpose, name, email, phone, c.readers.as_str(), c.version];
    Ok(tx.execute(UPDATE, values).await? == 1)
}

pub(crate) async fn delete(tx: &mut Tx, org: OrganisationId, id: Id<Contact>) -> Result<()> {
    tx.execute(DELETE, params![id, org]).await.map(drop)
}

pub(crate) async fn find(tx: &mut Tx, id: Id<Contact>) -> Result<Option<Contact>> {
    tx.find(FIND, params![id], read).await
}

/// The contacts of an organisation and its teams, the oldest first.
pub(crate) async fn of_org(tx: &mut Tx, org: OrganisationId) -> Result<Vec<Contact>> {
    tx.query(OF_ORG, params![org], read).await
}
