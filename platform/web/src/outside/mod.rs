//! Asking other servers and telling them something: over https, to the open internet, with bounds on time and size.
//!
//! The address comes from somebody of an organisation, who must not be able to look into the network that the server
//! stands in: only names are taken, their addresses are looked at when they are found and are the ones to which the
//! connection goes ([`open`]), and nothing leads on to another address. Only a server on localhost itself, for tests and
//! demonstrations, may speak to localhost.

mod open;

use std::{error::Error, sync::Arc, time::Duration};

use axum::http::{HeaderMap, Request, Response};
use reqwest::{
    Client, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};

use open::is_open;

const LONGEST: Duration = Duration::from_secs(10);
const LARGEST: usize = 512 * 1024;
/// The most characters of an address.
const LONGEST_ADDRESS: usize = 500;

/// Why another server gave no answer; without its words, which may hold anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Silence {
    #[error("the address is not one that may be asked")]
    Address,
    #[error("the server did not answer")]
    Unreachable,
    #[error("the server took too long")]
    Slow,
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
        let is_local = is_local(base_url);
        let builder = Client::builder().redirect(Policy::none()).timeout(LONGEST).no_proxy();
        // No connection is kept: the next message goes to an address that is looked at again.
        let builder = builder.pool_max_idle_per_host(0).user_agent("Passerelle").referer(false);
        let client = builder.dns_resolver(Arc::new(Open { is_local })).build();
        Ok(Self { client: client.map_err(|_| Silence::Unreachable)?, is_local })
    }

    /// Asks; the answer is bounded.
    pub(crate) async fn ask(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, Silence> {
        let (parts, body) = request.into_parts();
        let url = allowed(&parts.uri.to_string(), self.is_local)?;
        let asked = self.client.request(parts.method, url).headers(parts.headers).body(body).send();
        let mut answer = asked.await.map_err(|error| silence(&error))?;
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(|error| silence(&error))? {
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

    /// Tells a server something; gives the status of its answer, of which nothing else is read.
    pub(crate) async fn tell(&self, address: &str, headers: HeaderMap, body: String) -> Result<u16, Silence> {
        let url = Url::parse(&told_at(address, self.is_local)?).map_err(|_| Silence::Address)?;
        let told = self.client.post(url).headers(headers).body(body).send().await;
        told.map(|answer| answer.status().as_u16()).map_err(|error| silence(&error))
    }
}

/// Whether the server at `base_url` stands on localhost, for itself.
pub(crate) fn is_local(base_url: &str) -> bool {
    Url::parse(base_url).is_ok_and(|url| url.host_str() == Some("localhost"))
}

/// Names only (their addresses are looked at when they are found), and https but on this very machine.
fn allowed(address: &str, is_local: bool) -> Result<Url, Silence> {
    let url = Url::parse(address).map_err(|_| Silence::Address)?;
    let name = url.domain().ok_or(Silence::Address)?;
    let plain = is_local && name == "localhost" && url.scheme() == "http";
    if url.scheme() == "https" || plain { Ok(url) } else { Err(Silence::Address) }
}

/// An address of somebody to whom something is told, as it is kept: besides what is [`allowed`], the port is the one of
/// https or one that needs no privileges, and no name and no password stand in it.
///
/// # Errors
/// [`Silence::Address`] for another one.
pub(crate) fn told_at(address: &str, is_local: bool) -> Result<String, Silence> {
    let mut url = allowed(address.trim(), is_local)?;
    let port = url.port_or_known_default().unwrap_or_default();
    let is_plain = url.username().is_empty() && url.password().is_none() && url.as_str().len() <= LONGEST_ADDRESS;
    if !is_plain || (port != 443 && port < 1024) {
        return Err(Silence::Address);
    }
    url.set_fragment(None);
    Ok(url.into())
}

/// Why there was no answer: what our own look at the address has said, or the time.
fn silence(error: &reqwest::Error) -> Silence {
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(one) = cause {
        if let Some(silence) = one.downcast_ref::<Silence>() {
            return *silence;
        }
        cause = one.source();
    }
    if error.is_timeout() { Silence::Slow } else { Silence::Unreachable }
}

/// Finds names, and forgets addresses that are not of the open internet.
struct Open {
    is_local: bool,
}

impl Resolve for Open {
    fn resolve(&self, name: Name) -> Resolving {
        let is_local = self.is_local;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await.map_err(|_| Silence::Address)?;
            let is_own = |address: std::net::IpAddr| is_local && address.is_loopback();
            let open: Vec<_> = found.filter(|at| is_open(at.ip()) || is_own(at.ip())).collect();
            if open.is_empty() {
                return Err(Silence::Address.into());
            }
            Ok(Box::new(open.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_names_are_asked_and_only_over_https() {
        assert!(allowed("https://login.example.org/a?b", false).is_ok());
        for text in
            ["http://login.example.org/", "https://127.0.0.1/", "https://[::1]/", "http://localhost/", "file:///etc"]
        {
            assert!(allowed(text, false).is_err(), "{text}");
        }
        assert!(is_local("http://localhost:8080") && !is_local("https://passerelle.example.org"));
        assert!(allowed("http://localhost:3000/", true).is_ok());
        assert!(allowed("http://login.example.org/", true).is_err());
    }

    #[test]
    fn an_address_to_tell_has_a_common_port_and_no_password() {
        let kept = |text: &str| told_at(text, false).ok();
        assert_eq!(kept(" HTTPS://Hooks.Example.org#part ").as_deref(), Some("https://hooks.example.org/"));
        assert_eq!(
            kept("https://hooks.example.org:8443/a?b=c").as_deref(),
            Some("https://hooks.example.org:8443/a?b=c")
        );
        let long = format!("https://hooks.example.org/{}", "a".repeat(500));
        for text in [
            "",
            "hooks.example.org",
            "http://hooks.example.org/",
            "https://hooks.example.org:22/",
            "https://hooks.example.org:1023/",
            "https://noor@hooks.example.org/",
            "https://noor:word@hooks.example.org/",
            "https://localhost.:99/",
            "http://localhost:9000/",
            &long,
        ] {
            assert_eq!(kept(text), None, "{text}");
        }
        assert!(told_at("http://localhost:9000/hook", true).is_ok());
        assert!(told_at("http://localhost:80/hook", true).is_err());
    }

    proptest! {
        /// However an address of numbers is spelled, it is no name: whole, in hexadecimal or octal, or with parts left out.
        #[test]
        fn no_number_is_taken_for_a_name(bits in any::<u32>(), six in any::<u128>()) {
            let [a, b, c, d] = bits.to_be_bytes();
            let spelled = [
                format!("{a}.{b}.{c}.{d}"), format!("{bits}"), format!("0x{bits:x}"), format!("0{bits:o}"),
                format!("{a}.{}", bits & 0x00ff_ffff), format!("0x{a:x}.0{b:o}.{c}.{d}"), format!("{a}.{b}.{c}.{d}."),
                format!("[{}]", std::net::Ipv6Addr::from_bits(six)), format!("[::ffff:{a}.{b}.{c}.{d}]"),
            ];
            for host in spelled {
                prop_assert_eq!(told_at(&format!("https://{host}/"), true), Err(Silence::Address), "{}", host);
            }
        }
    }

    /// A name of this very machine is found, and its address not taken, unless the server stands on localhost itself.
    #[tokio::test]
    async fn a_name_that_leads_into_the_network_is_not_followed() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let away = Asker::new("https://passerelle.example.org").unwrap();
        let told = away.tell(&format!("https://localhost:{port}/"), HeaderMap::new(), String::new()).await;
        assert_eq!(told, Err(Silence::Address));
        let here = Asker::new("http://localhost").unwrap();
        let accepted = tokio::spawn(async move { listener.accept().await.map(drop) });
        let told = here.tell(&format!("http://localhost:{port}/"), HeaderMap::new(), String::new()).await;
        assert_eq!(told, Err(Silence::Unreachable), "the connection ends without an answer");
        accepted.await.unwrap().unwrap();
    }
}
