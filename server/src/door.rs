//! The door: connections come in here, within bounds on their number, on their first lines and on their idleness.
//!
//! A proxy in front may have bounds of its own; these hold without one. What a request may send and how long an answer
//! may take is decided behind the door (`passerelle_web::router`).

use std::{io, net::SocketAddr, pin::pin, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
};
use tower::ServiceExt as _;

/// How long the first lines of a request may take to arrive, and how long a connection may wait for the next request.
const LONGEST_HEAD: Duration = Duration::from_secs(30);
/// The most bytes of the first lines of a request; longer ones are answered 431.
const LARGEST_HEAD: usize = 32 * 1024;
/// How long nobody is let in when the machine has no room for a connection.
const PAUSE: Duration = Duration::from_secs(1);

/// What a connection may take.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// How many connections at once; the next ones wait outside.
    pub connections: u32,
    /// How long the first lines of a request may take to arrive.
    pub head: Duration,
}

impl Bounds {
    /// The usual bounds for so many connections.
    pub const fn of(connections: u32) -> Self {
        Self { connections, head: LONGEST_HEAD }
    }
}

/// Lets connections in until `stop`; then shuts the door and waits until all have had their answers.
pub async fn answer(listener: TcpListener, router: Router, bounds: Bounds, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(bounds.connections as usize));
    let (closing, closed) = watch::channel(false);
    tokio::select! {
        () = let_in(&listener, &router, bounds, &places, &closed) => {}
        () = stop => {}
    }
    drop(listener);
    closing.send_replace(true);
    // All places are free when everybody has left.
    let _ = places.acquire_many(bounds.connections).await;
}

async fn let_in(
    listener: &TcpListener,
    router: &Router,
    bounds: Bounds,
    places: &Arc<Semaphore>,
    closed: &watch::Receiver<bool>,
) {
    // Nobody closes the semaphore.
    while let Ok(place) = places.clone().acquire_owned().await {
        let (stream, from) = accept(listener).await;
        tokio::spawn(visit(stream, from, router.clone(), bounds, closed.clone(), place));
    }
}

async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) if is_of_one(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be taken");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

/// Whether one client was to blame, who has gone, and not the machine.
fn is_of_one(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset)
}

async fn visit(
    stream: TcpStream,
    from: SocketAddr,
    router: Router,
    bounds: Bounds,
    closed: watch::Receiver<bool>,
    _place: OwnedSemaphorePermit,
) {
    // Pages leave in one piece; waiting for more of it only delays them.
    let _ = stream.set_nodelay(true);
    if let Err(error) = converse(stream, from, router, bounds.head, closed).await {
        tracing::debug!(%error, "a connection ended");
    }
}

/// Answers the requests of one connection, one after another.
async fn converse(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    from: SocketAddr,
    router: Router,
    longest_head: Duration,
    mut closed: watch::Receiver<bool>,
) -> hyper::Result<()> {
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(from));
        router.clone().oneshot(request)
    });
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(longest_head).max_header_size(LARGEST_HEAD);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        ended = connection.as_mut() => return ended,
        () = async { drop(closed.wait_for(|closed| *closed).await) } => {}
    }
    connection.as_mut().graceful_shutdown();
    connection.await
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        task::JoinHandle,
        time::timeout,
    };

    use super::*;

    const SOON: Duration = Duration::from_secs(10);
    const ASK: &[u8] = b"GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";

    /// A house whose page says who asks, after a while.
    async fn open(connections: u32, head: Duration) -> (SocketAddr, watch::Sender<bool>, JoinHandle<()>) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let page = get(|ConnectInfo(from): ConnectInfo<SocketAddr>| async move {
            tokio::time::sleep(Duration::from_millis(300)).await;
            format!("asked by {}", from.ip())
        });
        let (stop, mut stopped) = watch::channel(false);
        let stopping = async move { drop(stopped.wait_for(|stop| *stop).await) };
        let router = Router::new().route("/", page);
        (address, stop, tokio::spawn(answer(listener, router, Bounds { connections, head }, stopping)))
    }

    async fn told(address: SocketAddr, words: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(words).await.unwrap();
        stream
    }

    async fn heard(mut stream: TcpStream) -> String {
        let mut answer = Vec::new();
        // A connection that was cut may say so as an error.
        let _ = timeout(SOON, stream.read_to_end(&mut answer)).await.expect("the connection is still open");
        String::from_utf8(answer).unwrap()
    }

    #[tokio::test]
    async fn a_page_knows_who_asks() {
        let (address, _stop, _house) = open(8, SOON).await;
        let answer = heard(told(address, ASK).await).await;
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("asked by 127.0.0.1"), "{answer}");
    }

    #[tokio::test]
    async fn whoever_sends_the_first_lines_by_drops_is_cut_off() {
        let (address, _stop, _house) = open(8, Duration::from_millis(200)).await;
        let silent = told(address, b"").await;
        let slow = told(address, b"GET / HTTP/1.1\r\nx-a: 1\r\n").await;
        assert!(!heard(slow).await.contains("asked by"));
        assert!(!heard(silent).await.contains("asked by"));
    }

    #[tokio::test]
    async fn first_lines_that_are_too_long_are_refused() {
        let (address, _stop, _house) = open(8, SOON).await;
        let line = format!(
            "GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nx-a: {}\r\n\r\n",
            "a".repeat(LARGEST_HEAD)
        );
        let answer = heard(told(address, line.as_bytes()).await).await;
        assert!(answer.starts_with("HTTP/1.1 431"), "{answer}");
    }

    #[tokio::test]
    async fn more_connections_than_places_wait_and_are_answered_later() {
        let (address, _stop, _house) = open(2, SOON).await;
        let (first, _second) = (told(address, b"").await, told(address, b"").await);
        let mut third = told(address, ASK).await;
        let early = timeout(Duration::from_millis(800), third.read_u8()).await;
        assert!(early.is_err(), "there was no place for it");
        drop(first);
        assert!(heard(third).await.ends_with("asked by 127.0.0.1"));
    }

    #[tokio::test]
    async fn answers_that_have_begun_are_finished_and_nobody_else_is_let_in() {
        let (address, stop, house) = open(8, SOON).await;
        let (asking, idle) = (told(address, ASK).await, told(address, b"").await);
        tokio::time::sleep(Duration::from_millis(100)).await;
        stop.send_replace(true);
        assert!(heard(asking).await.ends_with("asked by 127.0.0.1"));
        assert_eq!(heard(idle).await, "");
        timeout(SOON, house).await.expect("the house is empty").unwrap();
        assert!(TcpStream::connect(address).await.is_err());
    }
}
