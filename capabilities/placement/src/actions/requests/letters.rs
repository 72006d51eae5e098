//! The letters about a request: to the team with a link to follow it, to those who coordinate with a link to its page.

use passerelle_kernel::Date;
use passerelle_store::{Result, Tx};
use passerelle_web::{Letter, LetterLink, send_letter};

use crate::store::requests::{self, FOLLOW, Kept};

/// Writes to the team. `text` is what the association says, for the letters that carry it.
pub(super) async fn to_team(tx: &mut Tx, kept: &Kept, key: &str, text: &str) -> Result<()> {
    let (purpose, days) = FOLLOW;
    let link = LetterLink {
        path: "/follow/".to_owned(),
        purpose: Some((purpose.to_owned(), kept.request.id.to_string(), days)),
    };
    let letter = Letter {
        to: kept.request.answers.contact.email.clone(),
        language: kept.language,
        key: key.to_owned(),
        args: args(tx, kept, text).await?,
        link: Some(link),
    };
    send_letter(tx, &letter).await
}

/// Writes to everybody who coordinates in the association.
pub(super) async fn to_coordinators(tx: &mut Tx, kept: &Kept, on: Date, key: &str, text: &str) -> Result<()> {
    let args = args(tx, kept, text).await?;
    for coordinator in requests::coordinators(tx, kept.request.org, on).await? {
        let link = LetterLink { path: format!("/requests/{}", kept.request.id), purpose: None };
        let letter = Letter {
            to: coordinator.email,
            language: coordinator.language,
            key: key.to_owned(),
            args: args.clone(),
            link: Some(link),
        };
        send_letter(tx, &letter).await?;
    }
    Ok(())
}

async fn args(tx: &mut Tx, kept: &Kept, text: &str) -> Result<Vec<(String, String)>> {
    let org = requests::org_name(tx, kept.request.org).await?;
    let answers = &kept.request.answers;
    let args = [
        ("name", answers.contact.name.as_str()),
        ("team", &answers.team),
        ("institution", &answers.institution),
        ("town", &answers.town),
        ("org", &org),
        ("text", text),
    ];
    Ok(args.map(|(name, value)| (name.to_owned(), value.to_owned())).into())
}
