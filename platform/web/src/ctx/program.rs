//! The context of a program's request: whose token it brings, and the key under which it acts once.

use std::sync::{Arc, atomic::AtomicBool};

use axum::http::{HeaderMap, header, request::Parts};
use passerelle_access::{
    Actor,
    token::{self, Token},
};
use passerelle_kernel::Date;
use passerelle_store::Result;

use super::{Ctx, FormKey};
use crate::{App, Cookies, PageError, api::Sending};

impl Ctx {
    /// The context of a request of a program: reads the token. Cookies play no part.
    pub(crate) async fn of_program(app: &App, parts: &Parts) -> Result<Self> {
        let known = match bearer(&parts.headers) {
            None => None,
            Some(secret) => open(app, secret).await?,
        };
        let (actor, token) = known.unzip();
        let form = token.as_ref().and_then(|token: &Token| form_key(parts, token)).map(Arc::new);
        Ok(Self { token: token.map(Arc::new), form, ..Self::made(app, parts, Cookies::default(), actor, None) })
    }

    /// The context of a program's request whose token cannot be read.
    pub(crate) fn of_no_program(app: &App, parts: &Parts) -> Self {
        Self { form: None, ..Self::made(app, parts, Cookies::default(), None, None) }
    }

    /// The token with which a program acts.
    ///
    /// # Errors
    /// [`PageError::SignIn`] when the request brought none that opens something.
    pub fn token(&self) -> std::result::Result<&Token, PageError> {
        self.token.as_deref().ok_or(PageError::SignIn)
    }

    /// The key under which the program acts once.
    pub(crate) fn form_key(&self) -> Option<&FormKey> {
        self.form.as_deref()
    }
}

/// What follows `Bearer` (RFC 6750, 2.1).
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, secret) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim()).filter(|secret| secret.starts_with(token::PREFIX))
}

/// The key is the token's own: what another program sends with the same key is something else.
fn form_key(parts: &Parts, token: &Token) -> Option<FormKey> {
    let sending = parts.extensions.get::<Sending>()?;
    let key = format!("{} {}", token.id, sending.key);
    Some(FormKey { key, print: Some(sending.print.clone()), claimed: AtomicBool::new(false) })
}

/// For whom the token acts, if it opens something; notes the day, once a day.
async fn open(app: &App, secret: &str) -> Result<Option<(Actor, Token)>> {
    let today = app.db().clock().today(&app.settings().zone);
    let found = token::open(&mut app.db().begin_read().await?, secret, today).await?;
    if let Some((_, token)) = &found
        && token.used_on != Some(today)
    {
        // A lost race is no harm: the other request has noted the same day.
        let noted = note_day(app, token, today).await;
        noted.unwrap_or_else(|error| tracing::debug!(%error, "the day of a token"));
    }
    Ok(found)
}

async fn note_day(app: &App, token: &Token, today: Date) -> Result<()> {
    let mut tx = app.db().begin_brief().await?;
    token::see(&mut tx, token.id, today).await?;
    tx.commit().await
}
