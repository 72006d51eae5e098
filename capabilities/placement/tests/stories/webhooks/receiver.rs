//! A program that is told: a real server on this machine, which answers as the story wants and keeps what it hears.

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use passerelle_access::webhook::signature;
use serde_json::Value;

/// A message that was heard.
#[derive(Clone, Debug)]
pub(super) struct Heard {
    pub path: String,
    pub headers: HeaderMap,
    pub body: String,
}

impl Heard {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn id(&self) -> &str {
        self.header("webhook-id")
    }

    pub fn seconds(&self) -> i64 {
        self.header("webhook-timestamp").parse().unwrap()
    }

    pub fn read(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// Whether one of its signatures is that of this secret.
    pub fn is_signed_with(&self, secret: &str) -> bool {
        let own = signature::sign(&[secret.to_owned()], self.id(), self.seconds(), &self.body).unwrap();
        self.header("webhook-signature").split(' ').any(|one| one == own)
    }
}

#[derive(Clone, Default)]
struct Desk {
    heard: Arc<Mutex<Vec<Heard>>>,
    answer: Arc<Mutex<(u16, String)>>,
}

/// The program.
pub(super) struct Receiver {
    port: u16,
    desk: Desk,
}

impl Receiver {
    /// A program that answers 204.
    pub async fn listen() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let receiver = Self { port, desk: Desk::default() };
        receiver.answer(204);
        let router = Router::new().fallback(hear).with_state(receiver.desk.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        receiver
    }

    pub fn url(&self) -> String {
        format!("http://localhost:{}/hook", self.port)
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// From now on it answers this.
    pub fn answer(&self, status: u16) {
        *self.desk.answer.lock().unwrap() = (status, String::new());
    }

    /// From now on it leads on to another place of its own.
    pub fn lead_on(&self, status: u16) {
        *self.desk.answer.lock().unwrap() = (status, format!("http://localhost:{}/elsewhere", self.port));
    }

    /// What it has heard so far.
    pub fn heard(&self) -> Vec<Heard> {
        self.desk.heard.lock().unwrap().clone()
    }

    /// The only message that it has heard.
    pub fn only(&self) -> Heard {
        let heard = self.heard();
        assert_eq!(heard.len(), 1, "{heard:?}");
        heard[0].clone()
    }
}

async fn hear(State(desk): State<Desk>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let body = String::from_utf8(body.to_vec()).unwrap();
    desk.heard.lock().unwrap().push(Heard { path: uri.path().to_owned(), headers, body });
    let (status, place) = desk.answer.lock().unwrap().clone();
    let status = StatusCode::from_u16(status).unwrap();
    // What it says is never read, however much it is.
    if place.is_empty() {
        (status, "x".repeat(1_000)).into_response()
    } else {
        (status, [(header::LOCATION, place)]).into_response()
    }
}
