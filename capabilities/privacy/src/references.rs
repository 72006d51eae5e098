//! The columns of this capability that name people and organisations.

passerelle_store::refers! {
    /// The columns of this capability that name people and organisations.
    pub(crate) REFERENCES;
    claim.person_id to Person stays "its words are sealed with the key of this account";
    claim.ended_by to Person stays "who answered";
    claim.org_id to Organisation holds "what people have asked it";
}
