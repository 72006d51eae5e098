//! What the tables of this crate hold about people, and for how long. Children come before what they refer to.

use passerelle_store::{
    TRAIL,
    held::{Basis, Nobody, Purpose},
};

use crate::{email_change, rescue, webhook};

/// To come in, and nobody else in one's name.
pub const SIGN_IN: &Purpose = &Purpose { key: "web-purpose-sign-in", basis: Basis::Contract };
/// Who does what for which organisation, and since when.
pub const ROLES: &Purpose = &Purpose { key: "web-purpose-roles", basis: Basis::Contract };

passerelle_store::held! {
    /// The rows of this crate that are about people.
    pub HELD;
    SESSIONS = session "web-held-sessions", for SIGN_IN, from Program, of "account_id = ?1",
        since Instant "expires_at", term Sessions, erasure delete, purge delete "",
        facts {
            "web-held-device" Device "device"; "web-held-began" Instant "created_at"; "web-held-seen" Day "seen_on";
        };
    LINKS = link "web-held-links", for SIGN_IN, from Program, of "subject_id = ?1",
        since Instant "expires_at", term Links, erasure delete, purge delete "",
        facts { "web-held-sent" Instant "created_at"; "web-held-used" Instant "used_at"; };
    AUTHENTICATOR = authenticator "web-held-authenticator", for SIGN_IN, from Person, of "account_id = ?1",
        since Leaving, term Membership, erasure delete, purge no,
        facts { "web-held-confirmed" Instant "confirmed_at"; };
    CODES = recovery_code "web-held-codes", for SIGN_IN, from Program, of "account_id = ?1",
        since Leaving, term Membership, erasure delete, purge no, facts {};
    PASSKEYS = passkey "web-held-passkeys", for SIGN_IN, from Person, of "account_id = ?1",
        since Leaving, term Membership, erasure delete, purge no,
        facts {
            "web-held-passkey-name" Text "name"; "web-held-began" Instant "created_at"; "web-held-seen" Day "used_on";
        };
    ADDRESSES = email_change "web-held-addresses", for SIGN_IN, from Person, of "account_id = ?1",
        since Instant "asked_at", term Links, erasure delete, purge delete "",
        facts {
            "web-held-new-email" Sealed(email_change::NEW) "new_email, account_id, id";
            "web-held-old-email" Sealed(email_change::OLD) "old_email, account_id, id";
            "web-held-asked" Instant "asked_at";
        };
    TOKENS = token "web-held-tokens", for SIGN_IN, from Person, of "account_id = ?1",
        since Day "until_on", term Sessions, erasure delete, purge delete "",
        facts {
            "web-held-token-name" Text "name"; "web-held-token-abilities" Text "abilities";
            "web-held-began" Instant "created_at"; "web-held-until" Day "until_on"; "web-held-seen" Day "used_on";
        };
    DELIVERIES = webhook_delivery "web-held-webhook-messages", for SIGN_IN, from Program,
        of "webhook_id IN (SELECT id FROM webhook WHERE account_id = ?1)",
        since Instant "created_at", term Jobs, erasure delete, purge delete "",
        facts {
            "web-held-webhook-kind" Text "kind"; "web-held-webhook-happened" Instant "happened_at";
            "web-held-webhook-arrived" Instant "arrived_at";
        };
    WEBHOOKS = webhook "web-held-webhooks", for SIGN_IN, from Person, of "account_id = ?1",
        since Leaving, term Membership, erasure delete, purge no,
        facts {
            "web-held-webhook-address" Sealed(webhook::ADDRESS) "address, account_id, id";
            "web-held-webhook-kinds" Text "kinds"; "web-held-began" Instant "created_at";
            "web-held-webhook-stopped" Instant "stopped_at";
        };
    CEREMONIES = ceremony "web-held-ceremonies", for SIGN_IN, from Program, of "account_id = ?1",
        since Instant "expires_at", term AtOnce, erasure delete, purge delete "", facts {};
    IDENTITIES = identity "web-held-identities", for SIGN_IN, from Program, of "account_id = ?1",
        since Leaving, term Membership, erasure delete, purge no,
        facts { "web-held-identity" Text "subject"; "web-held-began" Instant "created_at"; };
    RESCUES = rescue "web-held-rescues", for SIGN_IN, from Association, of "account_id = ?1",
        since Instant "ended_at", term Trail, erasure delete, purge delete "",
        facts {
            "web-held-rescue-first" Text "(SELECT name FROM account WHERE account.id = rescue.first_by)";
            "web-held-rescue-first-at" Instant "first_at";
            "web-held-rescue-second" Text "(SELECT name FROM account WHERE account.id = rescue.second_by)";
            "web-held-rescue-second-at" Instant "second_at";
            "web-held-rescue-email" Sealed(rescue::EMAIL) "email, account_id, id";
        };
    RESCUED = rescue "web-held-rescued", for TRAIL, from Program, of "first_by = ?1 OR second_by = ?1",
        since Instant "ended_at", term Trail, erasure keep, purge no, facts {};
    WORK_ROLES = membership "web-held-work-roles", for ROLES, from Association, of "account_id = ?1 AND role = 'peer'",
        since Day "until_on", term Contracts, erasure keep, purge delete " AND role = 'peer'",
        facts {
            "web-held-role" Code("web-role-") "role"; "web-held-place" Text "place_name";
            "web-held-from" Day "from_on"; "web-held-until" Day "until_on";
        };
    OTHER_ROLES = membership "web-held-roles", for ROLES, from Association, of "account_id = ?1 AND role <> 'peer'",
        since Day "until_on", term Membership, erasure delete, purge delete " AND role <> 'peer'",
        facts {
            "web-held-role" Code("web-role-") "role"; "web-held-place" Text "place_name";
            "web-held-from" Day "from_on"; "web-held-until" Day "until_on";
        };
    ACCOUNT = account "web-held-account", for SIGN_IN, from Association, of "id = ?1",
        since Leaving, term Membership,
        erasure empty "name = '[erased]', email = NULL, joining_email = NULL, password_hash = NULL, zone = 'UTC'", purge no,
        facts {
            "web-held-name" Text "name"; "web-held-email" Text "COALESCE(email, joining_email)";
            "web-held-language" Code("words-language-") "language"; "web-held-zone" Text "zone";
            "web-held-password" YesNo "CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END";
            "web-held-created" Instant "created_at"; "web-held-came-in" Instant "came_in_at";
        };
}

/// The tables of this crate that hold nothing about anybody.
pub const NOBODY: Nobody = &[
    ("webhook_reach", "Up to which link of the trail was looked for what webhooks tell"),
    ("identity_provider", "Where the people of an organisation sign in; its secret is sealed"),
    ("identity_domain", "The ends of the e-mail addresses of an organisation"),
    ("former_place", "How organisations were called that have stepped back behind another record"),
];
