//! How to reach somebody, what somebody is called, what an association says of itself: what is kept reads back the same.

use passerelle_directory::{
    Country, Email, LanguageCode, Name, Phone, SpokenLanguages, Website,
    description::{LONGEST, Part},
};

use crate::{Target, texts};

pub(crate) const TARGET: Target = Target { name: "contact", run, seeds };

fn seeds() -> Vec<Vec<u8>> {
    texts([
        "noor.haddad@exemple.test",
        " Coralie@Exemple.Test ",
        "+32 (0)81/12.34.56",
        "exemple.test/nous?a=b#c",
        "https://exemple.test:8443/",
        "javascript://exemple.test/%0aalert(1)",
        "fr-BE, AR  ary",
        "L’Espérance – Maison des pairs",
        "1987",
        "42",
        "BE",
        "\u{130}@exemple.test",
    ])
}

fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Ok(email) = Email::parse(text) {
        assert!(email.as_str().matches('@').count() == 1 && is_one_word(email.as_str()), "{email:?}");
        assert_eq!(Email::parse(email.as_str()), Ok(email));
    }
    if let Ok(phone) = Phone::parse(text) {
        assert!(phone.as_str().bytes().all(|b| b.is_ascii_digit() || b == b'+'), "{phone:?}");
        assert_eq!(Phone::parse(phone.as_str()), Ok(phone));
    }
    if let Ok(site) = Website::parse(text) {
        let start = site.as_str().to_ascii_lowercase();
        assert!(start.starts_with("https://") || start.starts_with("http://"), "{site:?}");
        assert!(is_one_word(site.as_str()) && !site.as_str().contains(['"', '<', '>']), "{site:?}");
        assert_eq!(Website::parse(site.as_str()), Ok(site));
    }
    if let Ok(name) = Name::new(text) {
        assert!(!name.as_str().contains(char::is_control), "{name:?}");
        assert_eq!(Name::new(name.as_str()), Ok(name));
    }
    if let Ok(code) = LanguageCode::parse(text) {
        assert_eq!(LanguageCode::parse(code.as_str()), Ok(code));
    }
    if let Some(country) = Country::parse(text) {
        assert_eq!(Country::parse(country.as_str()), Some(country));
    }
    let _ = SpokenLanguages::parse(text);
    for part in Part::ALL {
        if let Ok(kept) = part.read(text, 2026) {
            assert!(kept.chars().count() <= LONGEST, "{part:?}");
            assert_eq!(part.read(&kept, 2026), Ok(kept), "{part:?}");
        }
    }
}

fn is_one_word(text: &str) -> bool {
    !text.chars().any(|c| c.is_whitespace() || c.is_control())
}
