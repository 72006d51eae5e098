//! A whole request through the whole program: path, cookies, headers, form or file, by a stranger or by somebody who is
//! signed in. No answer may be a failure of ours, lead to another site, or repeat markup that the request held.
//!
//! The text of a request: a line with method and path, lines with headers, an empty line, the body.

use std::net::SocketAddr;

use axum::{
    body::{Body, to_bytes},
    extract::ConnectInfo,
    http::{HeaderName, HeaderValue, Request, StatusCode, header},
};
use tower::ServiceExt as _;

use crate::{
    Target, crawl,
    house::{self, House},
    texts,
};

pub(crate) const TARGET: Target = Target { name: "request", run, seeds };

/// Markup that no page of ours holds.
const PLANTED: &str = "<q\u{fa}z";

/// A request that was answered.
pub(crate) struct Asked {
    status: StatusCode,
    location: Option<String>,
    pub(crate) body: Vec<u8>,
}

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = texts([
        "GET /?done=web-account-done\nhost: localhost\n\n",
        "GET /sign-in?to=%2F%2Fexample.org\nhost: localhost\nx-forwarded-for: 192.0.2.1, [2001:db8::1]:4711\n\n",
        "GET /invitation/0123456789abcdef\nhost: localhost\nrange: bytes=0-1,5-\n\n",
        "GET /assets/app.css\nhost: localhost\naccept-encoding: br;q=0, gzip\nif-none-match: \"a\"\n\n",
        "POST /sign-in/institution/back\nhost: localhost\norigin: https://example.org\n\ncode=1&state=2",
        "POST /imports\nhost: localhost\nsec-fetch-site: same-origin\ncontent-type: multipart/form-data; boundary=b\n\n--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nfiness;etalab;1;2026-05-12\n\r\n--b--\r\n",
    ]);
    house::visit(|house| {
        for place in 0.. {
            let Some(account) = house.somebody(place) else { break };
            let cookie = house.sign_in(&account);
            seeds.extend(crawl::of(house, &cookie));
        }
    });
    seeds
}

fn run(bytes: &[u8]) {
    let Some(asked) = house::visit(|house| ask(house, bytes)) else { return };
    assert_ne!(asked.status, StatusCode::INTERNAL_SERVER_ERROR, "{}", String::from_utf8_lossy(bytes));
    if let Some(location) = &asked.location {
        assert!(location.starts_with('/') && !location.starts_with("//") && !location.contains('\\'), "{location}");
    }
    let repeated = String::from_utf8_lossy(&asked.body).contains(PLANTED);
    assert!(!repeated, "markup was repeated: {}", String::from_utf8_lossy(bytes));
}

/// The answer to this request; nothing when the text is no request.
pub(crate) fn ask(house: &House, bytes: &[u8]) -> Option<Asked> {
    let request = read(bytes)?;
    house.wait(async {
        let (parts, body) = house.router().oneshot(request).await.ok()?.into_parts();
        let kind = parts.headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
        // A live page never ends; what is compressed was looked at without.
        let is_plain = !parts.headers.contains_key(header::CONTENT_ENCODING) && !kind.starts_with(b"text/event-stream");
        let body = if is_plain { to_bytes(body, usize::MAX).await.ok()?.to_vec() } else { Vec::new() };
        let location = parts.headers.get(header::LOCATION).and_then(|value| value.to_str().ok());
        Some(Asked { status: parts.status, location: location.map(str::to_owned), body })
    })
}

fn read(bytes: &[u8]) -> Option<Request<Body>> {
    let end = bytes.windows(2).position(|pair| pair == b"\n\n")?;
    let (head, body) = (bytes.get(..end)?, bytes.get(end + 2..)?);
    let mut lines = head.split(|b| *b == b'\n');
    let (method, path) = std::str::from_utf8(lines.next()?).ok()?.split_once(' ')?;
    let from = SocketAddr::from(([10, 0, 0, 7], 4711));
    let mut request = Request::builder().method(method).uri(path).extension(ConnectInfo(from));
    for line in lines {
        let colon = line.iter().position(|b| *b == b':')?;
        let (name, value) = (line.get(..colon)?, line.get(colon + 1..)?.trim_ascii());
        request = request.header(HeaderName::from_bytes(name).ok()?, HeaderValue::from_bytes(value).ok()?);
    }
    request.body(Body::from(body.to_vec())).ok()
}
