//! Numbers of registries and of banks: what is accepted is plain and reads back the same.

use passerelle_directory::{Bic, ElectronicAddress, EnterpriseNumber, FinessNumber, Iban, Siren, Siret, VatNumber};

use crate::{Target, texts};

pub(crate) const TARGET: Target = Target { name: "numbers", run, seeds };

fn seeds() -> Vec<Vec<u8>> {
    texts([
        "900 000 019 00019",
        "35600000000001",
        "900000019",
        "2A0000014",
        "0999.999.922",
        "FR 25 900000019",
        "BE0999999922",
        "EL123456789",
        "BE68 5390 0754 7034",
        "FR14 2004 1010 0505 0001 3M02 606",
        "KREDBEBB",
        "0208:0999999922",
    ])
}

/// Reads the text as each number; what was accepted must read back the same.
macro_rules! read {
    ($text:expr, $($number:ident),+) => {
        $(if let Ok(number) = $number::parse($text) {
            assert!(number.as_str().bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()), "{number:?}");
            assert_eq!($number::parse(number.as_str()), Ok(number));
        })+
    };
}

fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    read!(text, Siren, Siret, FinessNumber, EnterpriseNumber, VatNumber, Iban, Bic);
    if let Ok(siret) = Siret::parse(text) {
        assert!(siret.as_str().starts_with(siret.siren().as_str()));
    }
    if let Ok(number) = FinessNumber::parse(text) {
        assert_eq!(number.department().len(), 2);
    }
    if let Ok(number) = VatNumber::parse(text) {
        let _ = number.country();
    }
    if let Ok(address) = ElectronicAddress::parse(text) {
        assert!(address.as_str().bytes().all(|b| b.is_ascii_graphic()), "{address:?}");
    }
}
