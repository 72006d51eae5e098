//! The certificate of the base address: would a browser accept it today, and in two weeks?
//!
//! The check is that of a browser, run twice with two dates: so no certificate has to be taken apart here.

use std::{
    io::Write as _,
    net::{TcpStream, ToSocketAddrs as _},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rustls::{
    ClientConfig, ClientConnection, DigitallySignedStruct, Error, RootCertStore, SignatureScheme, StreamOwned,
    client::{
        WebPkiServerVerifier,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    },
    pki_types::{CertificateDer, ServerName, UnixTime},
};

/// Whether the certificate is accepted now (else the reason) and still after `days` more.
pub(super) fn look(host: &str, port: u16, days: u64, wait: Duration) -> Result<bool, String> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    look_with(roots, host, port, days, wait)
}

fn look_with(roots: RootCertStore, host: &str, port: u16, days: u64, wait: Duration) -> Result<bool, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone())
        .build()
        .map_err(|error| format!("this machine knows no authorities: {error}"))?;
    let verifier = Arc::new(TwoDates { verifier, later: Duration::from_secs(days * 86_400), holds: Mutex::new(false) });
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .dangerous()
        .with_custom_certificate_verifier(verifier.clone())
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).map_err(|_| "the name of the host is none".to_owned())?;
    let client = ClientConnection::new(Arc::new(config), name).map_err(|error| error.to_string())?;
    let mut stream = StreamOwned::new(client, connect(host, port, wait)?);
    stream.flush().map_err(|error| error.to_string())?;
    while stream.conn.is_handshaking() {
        stream.conn.complete_io(&mut stream.sock).map_err(|error| error.to_string())?;
    }
    Ok(*verifier.holds.lock().unwrap_or_else(PoisonError::into_inner))
}

fn connect(host: &str, port: u16, wait: Duration) -> Result<TcpStream, String> {
    let addresses = (host, port).to_socket_addrs().map_err(|_| format!("{host} has no address"))?;
    let mut last = "it has no address".to_owned();
    for address in addresses {
        match TcpStream::connect_timeout(&address, wait) {
            Ok(stream) => {
                stream.set_read_timeout(Some(wait)).map_err(|error| error.to_string())?;
                return Ok(stream);
            }
            Err(error) => last = error.to_string(),
        }
    }
    Err(last)
}

/// Checks as a browser does, and again as it will on a later day.
#[derive(Debug)]
struct TwoDates {
    verifier: Arc<WebPkiServerVerifier>,
    later: Duration,
    holds: Mutex<bool>,
}

impl ServerCertVerifier for TwoDates {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let today = self.verifier.verify_server_cert(certificate, between, name, ocsp, now)?;
        let later = UnixTime::since_unix_epoch(Duration::from_secs(now.as_secs()) + self.later);
        let holds = self.verifier.verify_server_cert(certificate, between, name, ocsp, later).is_ok();
        *self.holds.lock().unwrap_or_else(PoisonError::into_inner) = holds;
        Ok(today)
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.verifier.supported_verify_schemes()
    }
}
