//! What signers are written: each in the way that reaches them. A letter's link gets its secret when it is sent.

use passerelle_store::{Result, Tx};
use passerelle_web::{Letter, LetterLink, Sms, send_letter, send_sms};

use super::PURPOSE;
use crate::{
    signer::{Signer, Way},
    store::papers::Loaded,
};

/// For how many days a link opens. It can be used again and again; a new one is a button away.
const DAYS: i64 = 30;

/// What a signer is written about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Matter {
    /// They are asked to sign.
    Asked,
    /// They have not answered.
    Reminded,
    /// A new link, because they or the association asked for one.
    Again,
    /// All have signed.
    Finished,
    /// It was taken back.
    Withdrawn,
}

impl Matter {
    const fn letter(self) -> &'static str {
        match self {
            Self::Asked => "signing-mail-asked",
            Self::Reminded => "signing-mail-reminded",
            Self::Again => "signing-mail-again",
            Self::Finished => "signing-mail-finished",
            Self::Withdrawn => "signing-mail-withdrawn",
        }
    }

    const fn sms(self) -> &'static str {
        match self {
            Self::Asked | Self::Again => "signing-sms-asked",
            Self::Reminded => "signing-sms-reminded",
            Self::Finished => "signing-sms-finished",
            Self::Withdrawn => "signing-sms-withdrawn",
        }
    }
}

/// Writes to a signer: by letter where there is an address, else by a short message. Who signs on paper hears only of the end.
pub(crate) async fn write_to(tx: &mut Tx, loaded: &Loaded, signer: &Signer, matter: Matter) -> Result<()> {
    let is_end = matches!(matter, Matter::Finished | Matter::Withdrawn);
    if signer.way == Way::OnPaper && !is_end {
        return Ok(());
    }
    let language = loaded.paper.language;
    let arg = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let party = if signer.party.is_empty() { String::new() } else { format!(", {}", signer.party) };
    let args = vec![
        arg("name", &signer.name),
        arg("title", &loaded.paper.title),
        arg("org", &loaded.org_name),
        arg("party", &party),
    ];
    let link = (matter != Matter::Withdrawn).then(|| link(signer));
    match (&signer.email, &signer.phone) {
        (Some(email), _) => {
            let (to, key) = (email.clone(), matter.letter().to_owned());
            send_letter(tx, &Letter { to, language, key, args, link }).await
        }
        (None, Some(phone)) if signer.way == Way::Sms => {
            let (to, key) = (phone.clone(), matter.sms().to_owned());
            send_sms(tx, &Sms { to, language, key, args, link }).await
        }
        _ => Ok(()),
    }
}

/// With an account one signs in; else the link has a secret that leads to this place on this paper, in this round.
fn link(signer: &Signer) -> LetterLink {
    match (signer.way, signer.account) {
        (Way::Account, Some(_)) => LetterLink { path: format!("/signatures/{}", signer.id), purpose: None },
        _ => LetterLink {
            path: "/sign/".to_owned(),
            purpose: Some((PURPOSE.to_owned(), format!("{}.{}", signer.id, signer.round), DAYS)),
        },
    }
}
