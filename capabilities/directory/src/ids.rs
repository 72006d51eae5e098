//! The ids of the directory's nouns. A person's id is the id of their account.

use passerelle_kernel::Id;

/// The id of an organisation.
pub type OrganisationId = Id<passerelle_access::Organisation>;
/// The id of a team.
pub type TeamId = Id<passerelle_access::Team>;
/// The id of a person: the same as their account's.
pub type PersonId = Id<passerelle_access::Account>;
