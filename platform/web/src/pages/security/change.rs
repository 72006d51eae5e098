//! Changes of how somebody signs in: each is recorded, and the person is told by mail, in case it was not them.

use passerelle_access::{Account, account, recovery};
use passerelle_kernel::Id;
use passerelle_store::{About, Event, OWN, Tx};

use crate::{Ctx, Letter, LetterLink, PageError, mail::send_letter};

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum Change {
    /// There is a new app that shows codes.
    AuthenticatorAdded,
    /// The app and the codes on paper were removed.
    AuthenticatorRemoved,
    /// A code from paper was used.
    RecoveryCodeUsed,
    /// There are new codes on paper.
    RecoveryCodesReplaced,
    /// There is a new password.
    PasswordChanged,
    /// There is a new passkey.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// A token for a program was made.
    TokenMade,
    /// A token was ended.
    TokenEnded,
    /// A webhook was made.
    WebhookMade,
    /// A webhook was ended.
    WebhookEnded,
    /// A webhook has another secret.
    WebhookSecretRenewed,
}

impl Change {
    /// The stable code, for the event and for the words of the mail.
    const fn as_str(self) -> &'static str {
        match self {
            Self::AuthenticatorAdded => "authenticator-added",
            Self::AuthenticatorRemoved => "authenticator-removed",
            Self::RecoveryCodeUsed => "recovery-code-used",
            Self::RecoveryCodesReplaced => "recovery-codes-replaced",
            Self::PasswordChanged => "password-changed",
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyRemoved => "passkey-removed",
            Self::TokenMade => "token-made",
            Self::TokenEnded => "token-ended",
            Self::WebhookMade => "webhook-made",
            Self::WebhookEnded => "webhook-ended",
            Self::WebhookSecretRenewed => "webhook-secret-renewed",
        }
    }
}

/// Records a change of how this person signs in, and tells them.
pub(in crate::pages) async fn tell(
    ctx: &Ctx,
    tx: &mut Tx,
    account: Id<Account>,
    change: Change,
) -> Result<(), PageError> {
    let org = ctx.visitor().and_then(|actor| actor.seat.as_ref()).map(|seat| seat.org.to_string());
    let (subject, actor, kind) = (account.to_string(), Some(account.to_string()), change.as_str());
    let about = match ctx.visitor().filter(|visitor| visitor.account == account) {
        Some(visitor) => visitor.about_self(),
        None => About { person: Some(subject.clone()), purpose: Some(OWN), ..About::default() },
    };
    let event = Event { kind, org, partner: None, subject, actor, detail: &serde_json::Value::Null };
    tx.record_about(event, about).await?;
    let Some(person) = account::find(tx, account).await? else { return Ok(()) };
    let Some(to) = person.email else { return Ok(()) };
    let left = recovery::left(tx, account).await?.to_string();
    let args = vec![("name".to_owned(), person.name), ("what".to_owned(), kind.to_owned()), ("left".to_owned(), left)];
    let link = Some(LetterLink { path: "/account".to_owned(), purpose: None });
    send_letter(tx, &Letter { to, language: person.language, key: "web-mail-security".to_owned(), args, link }).await?;
    Ok(())
}
