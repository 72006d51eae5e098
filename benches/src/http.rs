//! The smallest HTTP/1.1 client that keeps its connection: one request at a time, the whole answer read.

use std::net::SocketAddr;

use anyhow::{Context as _, Result, bail};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

/// A request that asks for `path` with these header lines.
pub(crate) fn get(path: &str, headers: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n")
}

/// A form that somebody with this `Cookie` header sends to `path`.
pub(crate) fn post(path: &str, cookie: &str, form: &str) -> String {
    let length = form.len();
    format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n{form}"
    )
}

/// An answer, for those who look at it.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

/// Asks once on a connection of its own.
pub(crate) async fn ask(to: SocketAddr, request: &str) -> Result<Answer> {
    let mut connection = Connection::open(to).await?;
    let status = connection.ask(request.as_bytes()).await?;
    Ok(Answer { status, body: connection.body() })
}

/// An open connection with the last answer in its buffer.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    head: usize,
    chunked: bool,
}

impl Connection {
    pub(crate) async fn open(to: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(to).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(1 << 17), head: 0, chunked: false })
    }

    /// Sends the request and reads the whole answer; gives its status.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> Result<u16> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        while !self.is_whole()? {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                bail!("the server closed the connection");
            }
        }
        let status = self.buffer.get(9..12).and_then(|status| std::str::from_utf8(status).ok()?.parse().ok());
        status.context("no status")
    }

    fn is_whole(&mut self) -> Result<bool> {
        let Some(end) = self.buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { return Ok(false) };
        self.head = end + 4;
        let head = String::from_utf8_lossy(&self.buffer[..end]).to_lowercase();
        let body = &self.buffer[self.head..];
        if let Some(length) = head.split("content-length: ").nth(1) {
            let length: usize = length.lines().next().unwrap_or_default().trim().parse()?;
            return Ok(body.len() >= length);
        }
        self.chunked = head.contains("transfer-encoding: chunked");
        Ok(!self.chunked || body.ends_with(b"0\r\n\r\n"))
    }

    /// What the head of the last answer says under this name, in whatever letters.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let head = String::from_utf8_lossy(self.buffer.get(..self.head)?).into_owned();
        let mut lines = head.lines().filter_map(|line| line.split_once(':'));
        lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
    }

    fn body(&self) -> Vec<u8> {
        let mut rest = &self.buffer[self.head..];
        if !self.chunked {
            return rest.to_vec();
        }
        let mut body = Vec::new();
        while let Some(end) = rest.windows(2).position(|bytes| bytes == b"\r\n") {
            let size =
                std::str::from_utf8(&rest[..end]).ok().and_then(|size| usize::from_str_radix(size.trim(), 16).ok());
            let Some(chunk) = size.filter(|size| *size > 0).and_then(|size| rest.get(end + 2..end + 2 + size)) else {
                break;
            };
            body.extend_from_slice(chunk);
            rest = rest.get(end + 4 + chunk.len()..).unwrap_or_default();
        }
        body
    }
}
