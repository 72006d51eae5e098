//! The columns of this capability that name people.

passerelle_store::refers! {
    /// The columns of this capability that name people.
    pub(crate) REFERENCES;
    signer.account_id to Person row "id";
    signer.signed_by to Person stays "a signature";
    signer.recorded_by to Person stays "who did it";
    paper.offered_by to Person stays "who did it";
    paper.withdrawn_by to Person stays "who did it";
}
