//! Properties of sealed bytes.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use proptest::prelude::*;

use super::cipher::{self, KeyId, OVERHEAD, key_of, new_key, open, place, seal};
use super::{Master, Source};

fn part() -> impl Strategy<Value = String> {
    "[a-z0-9_/-]{0,40}"
}

proptest! {
    #[test]
    fn what_was_sealed_opens_as_it_was(text in ".{0,400}", row in part(), owner in part()) {
        let (id, key) = (KeyId::new(), new_key());
        let place = place("remark", "text", &row, "organisation", &owner);
        let sealed = seal(id, &key, &place, text.as_bytes()).unwrap();
        prop_assert_eq!(sealed.len(), text.len() + OVERHEAD);
        prop_assert_eq!(key_of(&sealed), Some(id));
        let opened = open(&key, &place, &sealed).unwrap();
        prop_assert_eq!(opened.as_slice(), text.as_bytes());
    }

    #[test]
    fn a_text_that_was_moved_does_not_open(text in ".{1,60}", a in prop::array::uniform5(part()), b in prop::array::uniform5(part())) {
        prop_assume!(a != b);
        let at = |p: &[String; 5]| place(&p[0], &p[1], &p[2], &p[3], &p[4]);
        let key = new_key();
        let sealed = seal(KeyId::new(), &key, &at(&a), text.as_bytes()).unwrap();
        prop_assert!(open(&key, &at(&b), &sealed).is_none());
        prop_assert!(open(&new_key(), &at(&a), &sealed).is_none());
    }

    #[test]
    fn a_flipped_bit_is_refused(text in ".{1,60}", bit in 0_usize..4000) {
        let (id, key) = (KeyId::new(), new_key());
        let place = place("remark", "text", "r", "organisation", "o");
        let mut sealed = seal(id, &key, &place, text.as_bytes()).unwrap();
        let bit = bit % (sealed.len() * 8);
        sealed[bit / 8] ^= 1 << (bit % 8);
        // In front of the nonce stand version and key: another key is looked for, or none.
        prop_assert!(key_of(&sealed) != Some(id) || open(&key, &place, &sealed).is_none());
    }

    #[test]
    fn foreign_bytes_never_open_and_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(open(&new_key(), b"somewhere", &bytes).is_none());
        let _ = key_of(&bytes);
        let _ = Master::parse(&String::from_utf8_lossy(&bytes), Source::Given("a test"));
    }

    #[test]
    fn hexadecimal_goes_there_and_back(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        let back = cipher::unhex(&cipher::hex(&bytes)).unwrap();
        prop_assert_eq!(back.as_slice(), &bytes[..]);
    }
}

#[test]
fn a_master_key_is_read_as_it_was_made_and_never_shown() {
    let (first, second) = (Master::new_line(), Master::new_line());
    let master = Master::parse(&format!("{}{}", *first, *second), Source::Given("a test")).unwrap();
    let alone = Master::parse(&second, Source::Given("a test")).unwrap();
    assert_eq!(master.ids().nth(1), alone.ids().next());
    let shown = format!("{master:?}");
    let digits = first.trim().rsplit(':').next().unwrap().to_owned();
    assert!(!shown.contains(&digits[..12]), "{shown}");
}

#[test]
fn a_file_that_others_may_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = std::env::temp_dir().join(format!("passerelle-master-{}", Master::new_line()[25..45].to_owned()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("master.key");
    assert!(Master::read(&path).is_err(), "there is none yet");
    let made = Master::make(&path).unwrap();
    let again = Master::make(&path).unwrap();
    assert_eq!(again.ids().nth(1), made.ids().next(), "the key before stays");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let refused = Master::read(&path).unwrap_err().to_string();
    assert!(refused.contains("chmod 600"), "{refused}");
    std::fs::remove_dir_all(&folder).unwrap();
}
