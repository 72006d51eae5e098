//! The real program in a process of its own.

use std::{
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process::{Child, Command, Stdio},
    sync::Mutex,
    time::{Duration, Instant},
};

use crate::{client::Client, world::World};

pub struct Server {
    process: Mutex<Child>,
    pub address: SocketAddr,
}

impl Server {
    /// Starts it on the world's database and waits until it answers.
    pub fn start(world: &World) -> Self {
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_passerelle"));
        command.arg("serve").env("PASSERELLE_DATABASE_URL", &world.url).env("PASSERELLE_LISTEN", address.to_string());
        command.env("PASSERELLE_SIGN_IN__SECOND_FACTOR", "offered");
        command.env("PASSERELLE_LOG", "error").current_dir(&world.folder).stdin(Stdio::null());
        let server = Self { process: Mutex::new(command.spawn().unwrap()), address };
        let begun = Instant::now();
        loop {
            let answer = Client::open(address, "").and_then(|mut client| client.get("/healthz"));
            if answer.is_ok_and(|status| status == 200) {
                return server;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "the server does not answer");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// SIGKILL: the program gets no moment for anything.
    pub fn kill(&self) {
        let mut process = self.process.lock().unwrap();
        process.kill().unwrap();
        process.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.get_mut().unwrap().kill();
    }
}
