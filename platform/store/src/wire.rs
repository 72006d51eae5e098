//! The wire to PostgreSQL: over TLS where the address says `sslmode=require`, in clear where it does not.
//!
//! With TLS the server shows a certificate for its name, signed by an authority that this machine trusts (its store, or
//! `SSL_CERT_FILE`); nothing else is accepted, and nothing is sent before. Many servers offer TLS with a certificate that they
//! have made themselves: who does not ask for it is not refused because of one.

use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore, crypto::ring::default_provider};
use tokio_postgres::{Client, Config, Connection, Socket, config::SslMode, tls::TlsStream};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::{Error, Result};

/// Where connections lead, and how they are made.
#[derive(Clone)]
pub(crate) struct Wire {
    pub(crate) config: Config,
    pub(crate) tls: MakeRustlsConnect,
}

impl Wire {
    /// # Errors
    /// [`Error::Open`] when TLS is asked for and this machine trusts nobody.
    pub(crate) fn new(mut config: Config) -> Result<Self> {
        let mut roots = RootCertStore::empty();
        if config.get_ssl_mode() == SslMode::Require {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            if roots.is_empty() {
                return Err(Error::Open("TLS is asked for, and this machine knows no authorities".into()));
            }
        } else {
            config.ssl_mode(SslMode::Disable);
        }
        let tls = ClientConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| Error::Open(error.to_string()))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { config, tls: MakeRustlsConnect::new(tls) })
    }

    /// A connection of its own, outside every pool; its second half does the work once it is asked.
    pub(crate) async fn connect(
        &self,
    ) -> std::result::Result<(Client, Connection<Socket, impl TlsStream + Unpin + Send + 'static>), tokio_postgres::Error>
    {
        self.config.connect(self.tls.clone()).await
    }

    /// Whether what is sent can be read on the way: without TLS, to another machine.
    pub(crate) fn is_open(&self) -> bool {
        use tokio_postgres::config::Host;
        let is_far = |host: &Host| match host {
            Host::Tcp(name) => !matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
            Host::Unix(_) => false,
        };
        self.config.get_ssl_mode() == SslMode::Disable && self.config.get_hosts().iter().any(is_far)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_open(url: &str) -> bool {
        Wire::new(url.parse().unwrap()).unwrap().is_open()
    }

    #[test]
    fn only_what_leaves_the_machine_in_clear_is_open() {
        assert!(is_open("postgresql://db.example.org/network"));
        assert!(is_open("postgresql://localhost,db.example.org/network?sslmode=prefer"));
        assert!(!is_open("postgresql://127.0.0.1/network"));
        assert!(!is_open("postgresql:///network?host=/run/postgresql"));
    }

    #[test]
    fn tls_is_asked_for_or_not_used() {
        let mode = |url: &str| Wire::new(url.parse().unwrap()).map(|wire| wire.config.get_ssl_mode());
        assert_eq!(mode("postgresql://db.example.org/network").unwrap(), SslMode::Disable);
        // A machine without authorities refuses; any other asks for it.
        match mode("postgresql://db.example.org/network?sslmode=require") {
            Ok(mode) => assert_eq!(mode, SslMode::Require),
            Err(error) => assert!(error.to_string().contains("no authorities"), "{error}"),
        }
    }
}
