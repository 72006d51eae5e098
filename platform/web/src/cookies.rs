//! Cookies: read from the request, written with the strict attributes that we always want.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::App;

/// The cookies of a request.
#[derive(Clone, Debug, Default)]
pub struct Cookies(Vec<(String, String)>);

impl Cookies {
    /// Reads the `Cookie` headers (RFC 6265, 5.4).
    pub fn read(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
        Self(pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect())
    }

    /// The value of our cookie `name`, whichever prefix it was set with.
    pub fn get(&self, app: &App, name: &str) -> Option<&str> {
        let full = full_name(app, name);
        self.0.iter().find(|(n, _)| *n == full).map(|(_, value)| value.as_str())
    }
}

/// Over HTTPS a cookie carries the prefix that binds it to this very host.
fn full_name(app: &App, name: &str) -> String {
    let prefix = if app.settings().base_url.starts_with("https:") { "__Host-" } else { "" };
    format!("{prefix}{name}")
}

/// A `Set-Cookie` value: for this host only, out of reach of scripts, not sent from other sites' forms.
///
/// `days` 0 removes the cookie. The value must be of letters, digits, `-`, `_` and `.`.
pub fn set_cookie(app: &App, name: &str, value: &str, days: i64) -> Option<HeaderValue> {
    set_cookie_for(app, name, value, days * 86_400)
}

/// The same for a number of seconds.
pub(crate) fn set_cookie_for(app: &App, name: &str, value: &str, seconds: i64) -> Option<HeaderValue> {
    let secure = if app.settings().base_url.starts_with("https:") { "; Secure" } else { "" };
    let cookie = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", full_name(app, name));
    HeaderValue::from_str(&cookie).ok()
}
