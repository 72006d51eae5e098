//! A person who visits the server with a browser.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{HeaderMap, Method, Request, header, request::Builder},
};
use passerelle_access::Account;
use passerelle_kernel::{Id, Secret};

use crate::{Answer, TestApp};

const FORM: &str = "application/x-www-form-urlencoded";

/// A person with a browser: cookies are kept between visits.
#[derive(Clone)]
pub struct Person {
    app: TestApp,
    name: String,
    account: Option<(Id<Account>, Secret)>,
    cookies: Arc<Mutex<Vec<(String, String)>>>,
    headers: HeaderMap,
    /// What goes along with whatever is asked under `/api/`, where cookies play no part.
    token: Option<String>,
    /// Where the connection comes from, and what a proxy says about it.
    from: Option<(SocketAddr, String)>,
}

impl Person {
    pub(crate) fn new(app: TestApp, name: &str, account: Option<(Id<Account>, Secret)>) -> Self {
        let session = account.iter().map(|(_, secret)| ("session".to_owned(), secret.reveal().to_owned())).collect();
        Self {
            app,
            name: name.to_owned(),
            account,
            cookies: Arc::new(Mutex::new(session)),
            headers: HeaderMap::new(),
            token: None,
            from: None,
        }
    }

    /// The same person with a browser that sends these headers too.
    #[must_use]
    pub fn with_headers(self, headers: HeaderMap) -> Self {
        Self { headers, ..self }
    }

    pub(crate) fn with_session(self, secret: Secret) -> Self {
        let (app, name, account) = (self.app.clone(), self.name.clone(), self.id());
        let (headers, token, from) = (self.headers, self.token, self.from);
        Self { headers, token, from, ..Self::new(app, &name, Some((account, secret))) }
    }

    pub(crate) fn bringing(self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..self }
    }

    /// The same person, who brings the cookies of their browser and no token.
    #[must_use]
    pub fn with_cookies_only(&self) -> Self {
        Self { token: None, ..self.clone() }
    }

    /// The token, if the person has one.
    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    pub(crate) fn app(&self) -> &TestApp {
        &self.app
    }

    /// Somebody who has got hold of the cookies as they are now.
    #[must_use]
    pub fn copy(&self) -> Self {
        let cookies = self.cookies.lock().unwrap().clone();
        Self { cookies: Arc::new(Mutex::new(cookies)), ..self.clone() }
    }

    /// The same person, visiting another server over the same database.
    #[must_use]
    pub fn on(&self, app: &TestApp) -> Self {
        Self { app: app.clone(), ..self.clone() }
    }

    /// The same person on a connection from this address, with this word of a proxy about the client.
    #[must_use]
    pub fn from_address(mut self, address: &str, forwarded_for: &str) -> Self {
        self.from = Some((SocketAddr::new(address.parse().unwrap(), 4711), forwarded_for.to_owned()));
        self
    }

    /// The name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The id of the account.
    pub fn id(&self) -> Id<Account> {
        self.account.as_ref().unwrap().0
    }

    pub(crate) fn secret(&self) -> &str {
        self.account.as_ref().unwrap().1.reveal()
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        if path.starts_with("/api/") {
            let request = self.program_request(Method::GET, path, "").body(Body::empty()).unwrap();
            return self.app.send(request).await;
        }
        self.visit(Method::GET, path, FORM, Body::empty()).await
    }

    /// Sends a form with these fields.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.visit(Method::POST, path, FORM, body(fields)).await
    }

    /// Sends a form with one file.
    pub async fn send_file(&self, path: &str, field: &str, bytes: &[u8]) -> Answer {
        let head = format!(
            "--part\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"file\"\r\n\
             content-type: application/octet-stream\r\n\r\n"
        );
        let body = [head.as_bytes(), bytes, b"\r\n--part--\r\n"].concat();
        self.visit(Method::POST, path, "multipart/form-data; boundary=part", Body::from(body)).await
    }

    /// Sends a form as a page of another site would make the browser send it.
    pub async fn post_from(&self, origin: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self
            .request(Method::POST, path, FORM)
            .header(header::ORIGIN, origin)
            .header("sec-fetch-site", "cross-site");
        self.app.send(request.body(body(fields)).unwrap()).await
    }

    /// Opens the page that an answer leads to.
    pub async fn follow(&self, answer: &Answer) -> Answer {
        self.get(answer.location()).await
    }

    async fn visit(&self, method: Method, path: &str, kind: &str, body: Body) -> Answer {
        let request = self.request(method, path, kind).header("sec-fetch-site", "same-origin").body(body).unwrap();
        let answer = self.app.send(request).await;
        for (name, value) in answer.cookies() {
            let mut cookies = self.cookies.lock().unwrap();
            cookies.retain(|(known, _)| *known != name);
            if !value.is_empty() {
                cookies.push((name, value));
            }
        }
        answer
    }

    /// The cookies as a browser sends them.
    pub(crate) fn cookie_line(&self) -> String {
        let cookies = self.cookies.lock().unwrap();
        cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn request(&self, method: Method, path: &str, kind: &str) -> Builder {
        let mut builder = Request::builder();
        if let Some(headers) = builder.headers_mut() {
            headers.extend(self.headers.clone());
        }
        let request = builder
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost")
            .header(header::CONTENT_TYPE, kind)
            .header(header::COOKIE, self.cookie_line());
        self.on_connection(request)
    }

    /// The request as it comes from the person's address.
    pub(crate) fn on_connection(&self, request: Builder) -> Builder {
        match &self.from {
            Some((from, proxy)) => request.extension(ConnectInfo(*from)).header("x-forwarded-for", proxy),
            None => request,
        }
    }
}

fn body(fields: &[(&str, &str)]) -> Body {
    Body::from(form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish())
}
