//! Hours, money, months, ids, languages, addresses of clients, as people and browsers write them.

use passerelle_kernel::{Id, Language, Minutes, Money};
use passerelle_placement::period::Month;
use passerelle_web::Network;

use crate::{Target, texts};

pub(crate) const TARGET: Target = Target { name: "amounts", run, seeds };

fn seeds() -> Vec<Vec<u8>> {
    texts([
        "7h30",
        "1 h 15 min",
        "7,25",
        "450 min",
        "999999:59",
        "1 234,50 €",
        "-999999999999.99",
        "2026-11",
        "-009999-01",
        "0192f0c1-2345-7abc-8def-0123456789ab",
        "{0192F0C123457ABC8DEF0123456789AB}",
        "nl-BE,nl;q=0.9,en;q=0.8",
        "2001:db8::/32",
        "10.0.0.0/0",
    ])
}

fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Some(minutes) = Minutes::read(text) {
        assert!(minutes >= Minutes::ZERO);
        let (hours, rest) = minutes.clock();
        assert_eq!(Minutes::read(&format!("{hours}:{rest:02}")), Some(minutes).filter(|_| hours < 1_000_000));
    }
    if let Some(money) = Money::read(text) {
        assert_eq!(Money::read(&money.decimal()), Some(money));
        let _ = money.share(2_100);
    }
    if let Some(month) = Month::parse(text) {
        assert_eq!(Month::parse(&month.to_string()), Some(month));
    }
    if let Ok(id) = text.parse::<Id<str>>() {
        assert_eq!(id.to_string().parse(), Ok(id));
    }
    let _ = Language::accepted(text);
    let _ = text.parse::<Network>();
}
