//! Codes that somebody types to come in: from an app, or from paper. None is right by luck.

use passerelle_access::{authenticator, recovery};

use crate::{Target, house, texts};

pub(crate) const TARGET: Target = Target { name: "code", run, seeds };

fn seeds() -> Vec<Vec<u8>> {
    texts(["287082", " 287 082", "abcd-efgh-jkmn", "\u{0661}\u{0662}\u{0663}\u{0664}\u{0665}\u{0666}", "+28708", ""])
}

fn run(bytes: &[u8]) {
    let Ok(code) = std::str::from_utf8(bytes) else { return };
    house::visit(|house| {
        let Some(account) = house.somebody(0) else { return };
        let right = house.wait(async {
            let mut tx = house.app().db().begin_write().await?;
            let chance = house.app().db().chance();
            authenticator::prepare(&mut tx, account.id, chance).await?;
            // The address is the person's own text, and becomes part of the picture that the app reads.
            let shown = authenticator::prepared(&mut tx, account.id, code, "Passerelle").await?;
            if let Some(shown) = shown {
                let lines = shown.address.lines().count();
                assert!(lines == 1 && shown.address.starts_with("otpauth://totp/Passerelle"), "{}", shown.address);
            }
            recovery::replace(&mut tx, account.id, chance).await?;
            let confirmed = authenticator::confirm(&mut tx, account.id, code).await?;
            let spent = recovery::spend(&mut tx, account.id, code).await?;
            passerelle_store::Result::Ok(spent || (confirmed && code.chars().filter(char::is_ascii_digit).count() != 6))
        });
        assert!(!right.expect("an answer of the database"), "{code}");
    });
}
