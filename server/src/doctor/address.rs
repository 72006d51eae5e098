//! The addresses: the mail server that letters go through, and the address under which people reach us.

use std::time::Duration;

use passerelle_web::{MailRoute, greet_mail_server};

use super::{Finding, certificate};
use crate::config::Config;

/// Long enough to renew it by hand.
const DAYS_LEFT: u64 = 14;

pub(super) async fn mail(config: &Config) -> Finding {
    const ABOUT: &str = "mail";
    let Ok(settings) = config.settings() else {
        return Finding::wrong(ABOUT, "the settings cannot be used", "correct the configuration");
    };
    match &settings.mail {
        MailRoute::Outbox => Finding::look(
            ABOUT,
            "letters are kept in the database and not sent",
            "set mail_url and mail_from, except in a demonstration",
        ),
        MailRoute::Smtp { url, from } => match greet_mail_server(url).await {
            Ok(()) => Finding::fine(ABOUT, format!("the server lets us in; letters come from {from}")),
            Err(problem) => Finding::wrong(ABOUT, problem, "look at mail_url; nothing is sent until then"),
        },
    }
}

pub(super) async fn base(config: &Config) -> Vec<Finding> {
    let Some(rest) = config.base_url.strip_prefix("https://") else {
        let found = format!("{} is not https", config.base_url);
        return vec![Finding::look("address", found, "fine for tests on one machine; people need https")];
    };
    let authority = rest.split('/').next().unwrap_or_default().to_owned();
    let (host, port) = match authority.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?))) {
        Some((host, port)) => (host.to_owned(), port),
        None => (authority.clone(), 443),
    };
    let looked =
        tokio::task::spawn_blocking(move || certificate::look(&host, port, DAYS_LEFT, Duration::from_secs(10)));
    let finding = match looked.await.unwrap_or_else(|error| Err(error.to_string())) {
        Ok(true) => Finding::fine("certificate", format!("{} is valid for {DAYS_LEFT} days and more", config.base_url)),
        Ok(false) => Finding::look(
            "certificate",
            format!("{} ends within {DAYS_LEFT} days", config.base_url),
            "renew it; if that happens by itself, look why it has not yet",
        ),
        Err(problem) => {
            Finding::wrong("certificate", format!("{}: {problem}", config.base_url), "browsers will refuse it too")
        }
    };
    vec![finding]
}
