//! The configuration file: read or refused with a reason.

use std::cell::RefCell;

use passerelle::{capabilities, config::Config};
use passerelle_web::Capability;

use crate::{Target, scratch, texts};

pub(crate) const TARGET: Target = Target { name: "configuration", run, seeds };

thread_local! {
    static CAPABILITIES: RefCell<Vec<Capability>> = RefCell::new(capabilities::all());
}

fn seeds() -> Vec<Vec<u8>> {
    texts([
        "database_url = \"sqlite:/var/lib/passerelle/passerelle.sqlite\"\nlisten = \"127.0.0.1:8080\"\n",
        "base_url = 'https://passerelle.example.org/'\ntime_zone = 'America/Argentina/Buenos_Aires'\n",
        "mail_url = 'smtps://a:b@c:465'\nmail_from = 'A <a@b.c>'\nold_after_days = 3650\nconnections = 1\n",
        "trusted_proxies = ['127.0.0.1', '10.0.0.0/8', '2001:db8::/32']\nmetrics_listen = '[::1]:9090'\n",
        "[sign_in]\nsecond_factor = 'required'\nsecond_factor_from = '2027-01-15'\n[retention]\nlinks_days = 3\n",
        "[schedules]\nweb-purge = '17 3 * * *'\nplacement-purge = '0 0 L * FRI#2'\n",
    ])
}

fn run(bytes: &[u8]) {
    let file = scratch::written("configuration.toml", bytes);
    let Ok(config) = Config::read(Some(&file)) else { return };
    let settings = config.settings().expect("what was read can be used");
    let _ = CAPABILITIES.with_borrow(|capabilities| settings.check_schedules(capabilities));
}
