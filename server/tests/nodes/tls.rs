//! A PostgreSQL that takes nothing in clear: reached over TLS by who trusts its authority, and by nobody else.

use std::{
    fs,
    os::unix::fs::{PermissionsExt as _, chown},
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    cluster::{programs, run, unprivileged},
    server::{Owner, Server, free_port},
};

/// Also of PostgreSQL's own packages: what makes certificates.
const OPENSSL: &str = "openssl";

struct Guarded {
    // Ends before its folder goes.
    server: Option<Server>,
    folder: PathBuf,
    port: u16,
}

impl Guarded {
    fn start() -> Option<Self> {
        let (programs, owner) = (programs()?, unprivileged());
        let folder = std::env::temp_dir().join(format!("passerelle-tls-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        if let Some((user, group)) = owner {
            chown(&folder, Some(user), Some(group)).unwrap();
        }
        let data = folder.join("data");
        let initdb = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
        run(&programs, "initdb", owner, &[&initdb[..], &["--pgdata", &data.to_string_lossy()]].concat());
        authority(&folder, "ours");
        authority(&folder, "another");
        let key = certificate(&folder, &data);
        own(owner, &key);
        let settings = data.join("postgresql.conf");
        let text = fs::read_to_string(&settings).unwrap();
        fs::write(&settings, text + "\nssl = on\nssl_cert_file = 'server.pem'\nssl_key_file = 'server.key'\n").unwrap();
        fs::write(data.join("pg_hba.conf"), "hostssl all all 127.0.0.1/32 trust\n").unwrap();
        let port = free_port();
        let server = Some(Server::start(&programs, &data, port, owner));
        Some(Self { server, folder, port })
    }

    /// What `passerelle doctor` says of this address, when this authority is trusted.
    fn doctor(&self, rest: &str, authority: &str) -> String {
        let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
        command
            .arg("doctor")
            .env("PASSERELLE_DATABASE_URL", format!("postgresql://postgres@localhost:{}/postgres{rest}", self.port));
        command.env("PASSERELLE_MASTER_KEY_FILE", self.folder.join("master.key"));
        command.env("SSL_CERT_FILE", self.folder.join(format!("{authority}.pem")));
        let output = command.current_dir(&self.folder).output().unwrap();
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        drop(self.server.take());
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn own(owner: Owner, key: &Path) {
    fs::set_permissions(key, fs::Permissions::from_mode(0o600)).unwrap();
    let certificate = key.with_extension("pem");
    if let Some((user, group)) = owner {
        chown(key, Some(user), Some(group)).unwrap();
        chown(certificate, Some(user), Some(group)).unwrap();
    }
}

fn openssl(folder: &Path, arguments: &[&str]) {
    let new = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
    let output = Command::new(OPENSSL).args(new).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn authority(folder: &Path, name: &str) {
    openssl(
        folder,
        &["-keyout", &format!("{name}.key"), "-out", &format!("{name}.pem"), "-subj", &format!("/CN={name}")],
    );
}

/// A certificate of our authority for this machine; gives the file of its key.
fn certificate(folder: &Path, data: &Path) -> PathBuf {
    let (key, certificate) = (data.join("server.key"), data.join("server.pem"));
    let names =
        ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=CA:FALSE"];
    let files = ["-keyout", &key.to_string_lossy(), "-out", &certificate.to_string_lossy()];
    openssl(folder, &[&["-CA", "ours.pem", "-CAkey", "ours.key"], &names[..], &files].concat());
    key
}

#[test]
fn a_database_that_wants_tls_is_reached_over_it_and_by_whom_trusts_its_authority() {
    let Some(guarded) = Guarded::start() else {
        return eprintln!("not run: no PostgreSQL on this machine");
    };
    let reached = guarded.doctor("?sslmode=require", "ours");
    assert!(reached.contains("PostgreSQL answers"), "{reached}");
    let in_clear = guarded.doctor("", "ours");
    assert!(!in_clear.contains("PostgreSQL answers"), "{in_clear}");
    let misled = guarded.doctor("?sslmode=require", "another");
    assert!(!misled.contains("PostgreSQL answers"), "{misled}");
}
