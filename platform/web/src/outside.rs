//! Asking other servers, for the sign-in of organisations: over https, to the open internet, with bounds on time and size.
//!
//! The address comes from an administrator of an organisation, who must not be able to look into the network that the
//! server stands in: addresses of private networks are refused, and nothing leads on to another address. Only a server
//! on localhost itself, for tests and demonstrations, may ask localhost.

use std::{net::IpAddr, time::Duration};

use axum::http::{Request, Response};
use reqwest::{
    Client, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};

const LONGEST: Duration = Duration::from_secs(10);
const LARGEST: usize = 512 * 1024;

/// Why another server gave no answer; without its words, which may hold anything.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Silence {
    #[error("the address is not one that may be asked")]
    Address,
    #[error("the server did not answer")]
    Unreachable,
    #[error("the answer was too large")]
    TooLarge,
}

/// Somebody who asks other servers.
#[derive(Clone)]
pub(crate) struct Asker {
    client: Client,
    is_local: bool,
}

impl Asker {
    /// An asker for the server at `base_url`.
    pub(crate) fn new(base_url: &str) -> Result<Self, Silence> {
        // One way of encrypting for the whole program; a second call changes nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let is_local = Url::parse(base_url).is_ok_and(|url| url.host_str() == Some("localhost"));
        let builder = Client::builder().redirect(Policy::none()).timeout(LONGEST).no_proxy();
        let client = builder.dns_resolver(std::sync::Arc::new(Open { is_local })).build();
        Ok(Self { client: client.map_err(|_| Silence::Unreachable)?, is_local })
    }

    /// Asks; the answer is bounded.
    pub(crate) async fn ask(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Silence> {
        let (parts, body) = request.into_parts();
        let url = self.allowed(&parts.uri.to_string())?;
        let asked = self.client.request(parts.method, url).headers(parts.headers).body(body).send();
        let mut answer = asked.await.map_err(|_| Silence::Unreachable)?;
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(|_| Silence::Unreachable)? {
            if bytes.len() + chunk.len() > LARGEST {
                return Err(Silence::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        let mut response = Response::new(bytes);
        *response.status_mut() = answer.status();
        *response.headers_mut() = answer.headers().clone();
        Ok(response)
    }

    /// Names only (their addresses are looked at when they are found), and https but on this very machine.
    fn allowed(&self, address: &str) -> Result<Url, Silence> {
        let url = Url::parse(address).map_err(|_| Silence::Address)?;
        let name = url.domain().ok_or(Silence::Address)?;
        let plain = self.is_local && name == "localhost" && url.scheme() == "http";
        if url.scheme() == "https" || plain { Ok(url) } else { Err(Silence::Address) }
    }
}

/// Finds names, and forgets addresses that are not of the open internet.
struct Open {
    is_local: bool,
}

impl Resolve for Open {
    fn resolve(&self, name: Name) -> Resolving {
        let is_local = self.is_local;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let open: Vec<_> = found.filter(|at| is_open(at.ip()) || (is_local && at.ip().is_loopback())).collect();
            if open.is_empty() {
                return Err(Silence::Address.into());
            }
            Ok(Box::new(open.into_iter()) as Addrs)
        })
    }
}

/// Whether an address is of the open internet (RFC 6890).
fn is_open(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, ..] = v4.octets();
            let shared = a == 100 && (64..128).contains(&b);
            let tests = a == 198 && (b == 18 || b == 19);
            let special = v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_documentation();
            !(special || v4.is_multicast() || shared || tests || a == 0 || a >= 240)
        }
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => is_open(IpAddr::V4(v4)),
            None => v6.segments()[0] & 0xe000 == 0x2000 && !(v6.segments()[0] == 0x2001 && v6.segments()[1] == 0xdb8),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_network_of_the_server_is_out_of_reach() {
        let open = |text: &str| is_open(text.parse().unwrap());
        for text in
            ["127.0.0.1", "10.1.2.3", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "fe80::1"]
        {
            assert!(!open(text), "{text}");
        }
        assert!(!open("fc00::1") && !open("::ffff:10.0.0.1") && !open("2001:db8::1"));
        assert!(open("9.9.9.9") && open("2620:fe::fe"));
    }

    #[test]
    fn only_names_are_asked_and_only_over_https() {
        let away = Asker::new("https://passerelle.example.org").unwrap();
        assert!(away.allowed("https://login.example.org/a?b").is_ok());
        for text in
            ["http://login.example.org/", "https://127.0.0.1/", "https://[::1]/", "http://localhost/", "file:///etc"]
        {
            assert!(away.allowed(text).is_err(), "{text}");
        }
        let here = Asker::new("http://localhost:8080").unwrap();
        assert!(here.allowed("http://localhost:3000/").is_ok());
        assert!(here.allowed("http://login.example.org/").is_err());
    }
}
