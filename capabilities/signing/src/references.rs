//! The columns of this capability that name people and organisations.

passerelle_store::refers! {
    /// The columns of this capability that name people and organisations.
    pub(crate) REFERENCES;
    signer.account_id to Person row "id";
    signer.signed_by to Person stays "a signature";
    signer.recorded_by to Person stays "who did it";
    paper.offered_by to Person stays "who did it";
    paper.withdrawn_by to Person stays "who did it";

    paper.org_id to Organisation holds "its papers";
    signer.org_id to Organisation stays "beside its paper";
    paper_file.org_id to Organisation stays "beside its paper";
    signing_code.org_id to Organisation stays "beside its paper";
}
