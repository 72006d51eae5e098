//! What a program sends: one JSON object, bounded, without control characters, and the key under which it acts once.

use std::convert::Infallible;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::FromRequest,
    http::{HeaderName, Request, header},
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Problem;
use crate::{
    PageError,
    fields::{self, LARGEST_FORM},
};

/// The header with which a program makes sure that it acts once.
pub(crate) const KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The key that a program sends, and the print of what it sends with it.
#[derive(Clone, Debug)]
pub(crate) struct Sending {
    pub(crate) key: String,
    pub(crate) print: String,
}

/// What was sent. It is read after it is decided whether the person may do this at all.
#[derive(Debug)]
pub struct Sent(Result<Bytes, Problem>);

impl Sent {
    /// What was sent as a `T`.
    ///
    /// # Errors
    /// 400 for what is no JSON, 413, 415, 422 for what has another form.
    pub fn read<T: DeserializeOwned>(self) -> Result<T, Problem> {
        let mut value: Value = serde_json::from_slice(&self.0?).map_err(|error| Problem::NoJson(error.to_string()))?;
        clean(&mut value);
        serde_json::from_value(value).map_err(|error| Problem::OtherForm(error.to_string()))
    }
}

/// No record holds control characters, and one engine cannot keep them. Texts are read as those of forms are.
fn clean(value: &mut Value) {
    match value {
        Value::String(text) => *text = fields::clean(text),
        Value::Array(all) => all.iter_mut().for_each(clean),
        Value::Object(all) => all.values_mut().for_each(clean),
        _ => {}
    }
}

/// A text without control characters, but for line breaks.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || *c == '\n').collect()
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Infallible;

    async fn from_request(request: Request<Body>, _: &S) -> Result<Self, Infallible> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let kind = kind.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/json") {
            return Ok(Self(Err(Problem::MediaType)));
        }
        let bytes = to_bytes(request.into_body(), LARGEST_FORM).await;
        Ok(Self(bytes.map_err(|_| Problem::Of(PageError::TooLarge))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<String>, Problem> {
        Sent(Ok(Bytes::copy_from_slice(text.as_bytes()))).read()
    }

    #[test]
    fn what_is_sent_is_read_without_control_characters() {
        assert_eq!(read(r#"["a\u0000b\nc"]"#).unwrap(), ["ab\nc"]);
        assert!(matches!(read("[1"), Err(Problem::NoJson(_))));
        assert!(matches!(read("[1]"), Err(Problem::OtherForm(_))));
    }
}
