//! What a device answers when a passkey is made or used (WebAuthn): never believed, since no device of ours made it.

use passerelle_access::passkey::Site;
use passerelle_kernel::{Date, Language};

use crate::{Target, house, texts};

pub(crate) const TARGET: Target = Target { name: "passkey", run, seeds };

fn seeds() -> Vec<Vec<u8>> {
    texts([
        "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"extensions\":{},\"response\":{\
          \"attestationObject\":\"o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVgkAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\
          \"clientDataJSON\":\"eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIiwiY2hhbGxlbmdlIjoiQUFBQSIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3QifQ\"}}",
        "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"extensions\":{},\"response\":{\
          \"authenticatorData\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAA\",\"signature\":\"AAAA\",\
          \"userHandle\":\"AAAAAAAAAAAAAAAAAAAAAA\",\
          \"clientDataJSON\":\"eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiQUFBQSIsIm9yaWdpbiI6Imh0dHA6Ly9sb2NhbGhvc3QifQ\"}}",
    ])
}

fn run(bytes: &[u8]) {
    let Ok(answer) = std::str::from_utf8(bytes) else { return };
    let site = Site::new("http://localhost").expect("a site");
    house::visit(|house| {
        let believed = house.wait(async {
            let mut tx = house.app().db().begin_write().await?;
            let account = passerelle_access::Account {
                id: passerelle_kernel::Id::nil(),
                email: None,
                name: "Noor".to_owned(),
                language: Language::Fr,
                zone: String::new(),
            };
            let begun = site.begin_adding(&mut tx, &account).await?.expect("a beginning");
            let added = site.add(&mut tx, account.id, "a", &begun.state, answer).await?;
            let begun = site.begin().expect("a beginning");
            let let_in = site.finish(&mut tx, &begun.state, answer, Date::constant(2026, 9, 7)).await?;
            passerelle_store::Result::Ok(added || let_in.is_some())
        });
        assert!(!believed.expect("an answer of the database"));
    });
}
