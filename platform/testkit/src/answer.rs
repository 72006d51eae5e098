//! What the server answered, and what a person reads in it.

use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, StatusCode, header},
    response::Response,
};

/// An answer of the server.
#[derive(Clone, Debug)]
pub struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Answer {
    pub(crate) async fn read(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        // A live page never ends: what it says first is enough.
        let is_live = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let body = if is_live { Bytes::new() } else { to_bytes(body, 64 << 20).await.unwrap() };
        let answer = Self { status: parts.status, headers: parts.headers, body };
        answer.assert_whole();
        answer
    }

    /// No sentence of a page still names what was not given to it, as “{$place} invites you”.
    fn assert_whole(&self) {
        if self.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            let left = self.body.windows(2).position(|two| two == b"{$").and_then(|at| self.body.get(at..));
            let left = left.map(|rest| String::from_utf8_lossy(rest.get(..80).unwrap_or(rest)).into_owned());
            assert_eq!(left, None, "a sentence lacks what it names");
        }
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// A header, or nothing.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// The markup.
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What a person reads: no markup, single spaces (narrow and no-break ones too).
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut inside = false;
        for c in self.html().chars() {
            match c {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    text.push(' ');
                }
                c if !inside => text.push(if c.is_whitespace() { ' ' } else { c }),
                _ => {}
            }
        }
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Where the answer leads.
    pub fn location(&self) -> &str {
        self.header("location").unwrap_or_else(|| panic!("leads nowhere: {} {}", self.status, self.text()))
    }

    /// The page was shown.
    #[track_caller]
    pub fn assert_ok(&self) -> &Self {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text());
        self
    }

    /// The action was done and leads on.
    #[track_caller]
    pub fn assert_redirected(&self) -> &Self {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text());
        let path = self.location().split('?').next().unwrap_or_default();
        assert!(!["/sign-in", "/account/confirm", "/account/protect"].contains(&path), "asked for a proof: {path}");
        self
    }

    /// Somebody who is not signed in is asked to, and will be led back to `path`.
    #[track_caller]
    pub fn assert_redirected_to_sign_in(&self, path: &str) -> &Self {
        let back = path.replace('/', "%2F");
        assert_eq!(self.header("location"), Some(format!("/sign-in?to={back}").as_str()), "{}", self.status);
        self
    }

    /// The form came back with something to mend.
    #[track_caller]
    pub fn assert_refused(&self) -> &Self {
        assert_eq!(self.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", self.text());
        self
    }

    /// For this person there is nothing there.
    #[track_caller]
    pub fn assert_not_found(&self) -> &Self {
        assert_eq!(self.status, StatusCode::NOT_FOUND, "{}", self.text());
        self
    }

    /// The person may know of it, but not do it.
    #[track_caller]
    pub fn assert_forbidden(&self) -> &Self {
        assert_eq!(self.status, StatusCode::FORBIDDEN, "{}", self.text());
        self
    }

    /// A person reads this on the page.
    #[track_caller]
    pub fn assert_sees(&self, words: &str) -> &Self {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(self.text().contains(&words), "{words:?} is not on the page: {}", self.text());
        self
    }

    /// Nobody finds this on the page, not even in its markup.
    #[track_caller]
    pub fn assert_lacks(&self, words: &str) -> &Self {
        assert!(
            !self.text().contains(words) && !self.html().contains(words),
            "{words:?} is on the page: {}",
            self.text()
        );
        self
    }

    pub(crate) fn cookies(&self) -> Vec<(String, String)> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.filter_map(|line| line.split(';').next()?.split_once('='));
        pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }
}
