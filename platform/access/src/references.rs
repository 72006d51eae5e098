//! The columns of this crate that name people.

passerelle_store::refers! {
    /// The columns of this crate that name people. Ways to come in stay with the account that they open.
    pub REFERENCES;
    membership.account_id to Person row "id"
        unless "SELECT 1 FROM membership other WHERE other.account_id = ?2 AND other.org_id = membership.org_id
            AND other.role = membership.role AND COALESCE(other.team_id, '') = COALESCE(membership.team_id, '')
            AND other.until_on IS NULL AND other.by_org_id = membership.by_org_id";
    account.merged_into to Person stays "it says which account stands in the place of this one";
    session.account_id to Person stays "a way in";
    authenticator.account_id to Person stays "a way in, sealed with the key of this account";
    recovery_code.account_id to Person stays "a way in";
    passkey.account_id to Person stays "a way in";
    ceremony.account_id to Person stays "a way in";
    identity.account_id to Person stays "a way in";
    email_change.account_id to Person stays "a way in";
    rescue.account_id to Person stays "a way in";
    rescue.first_by to Person stays "a word that was given";
    rescue.second_by to Person stays "a word that was given";
}
