//! The columns of this crate that name people, organisations and teams.

passerelle_store::refers! {
    /// The columns of this crate that name people, organisations and teams. Ways to come in stay with the account that they open.
    pub REFERENCES;
    membership.account_id to Person row "id"
        unless "SELECT 1 FROM membership other WHERE other.account_id = ?2 AND other.org_id = membership.org_id
            AND other.role = membership.role AND COALESCE(other.team_id, '') = COALESCE(membership.team_id, '')
            AND other.until_on IS NULL AND other.by_org_id = membership.by_org_id";
    membership.org_id to Organisation row "id"
        unless "SELECT 1 FROM membership other WHERE other.org_id = ?2 AND other.account_id = membership.account_id
            AND other.role = membership.role AND COALESCE(other.team_id, '') = COALESCE(membership.team_id, '')
            AND other.until_on IS NULL AND other.by_org_id = membership.by_org_id";
    membership.team_id to Team row "id"
        unless "SELECT 1 FROM membership other WHERE other.team_id = ?2 AND other.account_id = membership.account_id
            AND other.role = membership.role AND other.until_on IS NULL AND other.by_org_id = membership.by_org_id";
    former_place.org_id to Organisation stays "how it was called";
    membership.by_org_id to Organisation stays "who gave the role";
    identity_provider.org_id to Organisation holds "its own way in, sealed with its key";
    identity_domain.org_id to Organisation holds "its own way in";
    identity.org_id to Organisation holds "its own way in";
    rescue.org_id to Organisation stays "where somebody was known";
    account.merged_into to Person row "id";
    session.account_id to Person stays "a way in";
    authenticator.account_id to Person stays "a way in, sealed with the key of this account";
    recovery_code.account_id to Person stays "a way in";
    passkey.account_id to Person stays "a way in";
    ceremony.account_id to Person stays "a way in";
    identity.account_id to Person stays "a way in";
    email_change.account_id to Person stays "a way in";
    token.account_id to Person stays "a way in";
    webhook.account_id to Person stays "a way out, sealed with the key of this account";
    rescue.account_id to Person stays "a way in";
    rescue.first_by to Person stays "a word that was given";
    rescue.second_by to Person stays "a word that was given";
}
