//! Who may do what with people, organisations and imports. The only table of rights of this capability.
//!
//! Institutions are public facts: everybody who holds a role reads them, wherever they are. People are seen only by
//! the association that keeps their record; its bank account only by those who may change it.

use passerelle_access::{Rule, rule};

rule!(
    /// To read the people whose record the association keeps.
    pub PEOPLE_READ = "people-read": Admin Association, Coordinator Association);
rule!(
    /// To enter and invite people, to give and end their roles.
    pub PEOPLE_MANAGE = "people-manage": Admin Association, Coordinator Association);
rule!(
    /// To look for the people of an association who show themselves; what is shown is each person's choice.
    pub COLLEAGUES_READ = "colleagues-read": Admin Everywhere, Coordinator Everywhere, Treasurer Everywhere,
        Peer Everywhere);
rule!(
    /// To read organisations and their teams.
    pub ORGANISATIONS_READ = "organisations-read": Admin Everywhere, Coordinator Everywhere, Treasurer Everywhere,
        Peer Everywhere, Head Everywhere, Referent Everywhere);
rule!(
    /// To enter organisations and teams, and to change them; the record of another association is its own.
    pub ORGANISATIONS_MANAGE = "organisations-manage": Admin Everywhere, Coordinator Everywhere);
rule!(
    /// To change the address and the references on invoices; the head of an institution does it for theirs.
    pub ORGANISATION_ADDRESS = "organisation-address": Admin Everywhere, Coordinator Everywhere, Head Institution);
rule!(
    /// To write the description of one's own association or federation, and to choose who reads it.
    pub DESCRIPTION_MANAGE = "description-manage": Admin Association, Coordinator Association);
rule!(
    /// To read how the description of one's own association has changed.
    pub DESCRIPTION_READ = "description-read": Admin Association, Coordinator Association, Treasurer Association,
        Peer Association);
rule!(
    /// To publish how to reach one's own organisation or team.
    pub CONTACT_MANAGE = "contact-manage": Admin Association, Coordinator Association, Head Institution,
        Referent Institution);
rule!(
    /// To say that what stands about one's own organisation or team is still right.
    pub ENTRY_CONFIRM = "entry-confirm": Admin Association, Coordinator Association, Head Institution,
        Referent Team);
rule!(
    /// To import institutions from the registry.
    pub IMPORT = "import": Admin Association, Coordinator Association);

/// Every right of this capability, for the printed matrix.
pub const RULES: &[&Rule] = &[
    PEOPLE_READ,
    PEOPLE_MANAGE,
    COLLEAGUES_READ,
    ORGANISATIONS_READ,
    ORGANISATIONS_MANAGE,
    ORGANISATION_ADDRESS,
    DESCRIPTION_MANAGE,
    DESCRIPTION_READ,
    CONTACT_MANAGE,
    ENTRY_CONFIRM,
    IMPORT,
];
