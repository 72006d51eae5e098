//! The signature of a message as Standard Webhooks asks for it: HMAC-SHA256 over its id, the moment and the body, in
//! base64, with every secret that holds.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use passerelle_kernel::Chance;
use sha2::Sha256;

/// How every secret begins, so that those who search published code for secrets know it.
pub const PREFIX: &str = "whsec_";
/// Of how many random bytes a secret is made (the specification asks for 24 to 64).
const BYTES: usize = 32;

/// A new secret.
pub fn new_secret(chance: &Chance) -> String {
    let mut bytes = [0; BYTES];
    chance.fill(&mut bytes);
    format!("{PREFIX}{}", STANDARD.encode(bytes))
}

/// The value of the header `webhook-signature`: one signature for each secret, with spaces between. Nothing when there is
/// no secret, or one is none of ours.
pub fn sign(secrets: &[String], id: &str, seconds: i64, body: &str) -> Option<String> {
    let signatures = secrets.iter().map(|secret| one(secret, id, seconds, body)).collect::<Option<Vec<_>>>()?;
    (!signatures.is_empty()).then(|| signatures.join(" "))
}

fn one(secret: &str, id: &str, seconds: i64, body: &str) -> Option<String> {
    let key = STANDARD.decode(secret.strip_prefix(PREFIX)?).ok().filter(|key| !key.is_empty())?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
    mac.update(format!("{id}.{seconds}.{body}").as_bytes());
    Some(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The example of the specification (github.com/standard-webhooks/standard-webhooks, libraries' tests).
    #[test]
    fn the_example_of_the_specification_is_signed_as_it_says() {
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw".to_owned();
        let signed = sign(&[secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");
        assert_eq!(signed.as_deref(), Some("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
    }

    proptest! {
        /// Another id, another moment, another secret or one other character is another signature.
        #[test]
        fn whatever_is_changed_is_signed_otherwise(
            seed in any::<u64>(), id in "[0-9a-f]{8}", seconds in 0..4_000_000_000_i64, body in "[ -~]{1,60}", at in any::<prop::sample::Index>(),
        ) {
            let chance = Chance::seeded(seed);
            let (secret, other) = (new_secret(&chance), new_secret(&chance));
            let of = |secret: &str, id: &str, seconds, body: &str| sign(&[secret.to_owned()], id, seconds, body).unwrap();
            let signed = of(&secret, &id, seconds, &body);
            prop_assert_eq!(signed.len(), "v1,".len() + 44);
            prop_assert_eq!(&signed, &of(&secret, &id, seconds, &body));
            let mut changed = body.clone().into_bytes();
            let at = at.index(changed.len());
            changed[at] = if changed[at] == b'x' { b'y' } else { b'x' };
            let changed = String::from_utf8(changed).unwrap();
            let others = [of(&other, &id, seconds, &body), of(&secret, "another", seconds, &body),
                of(&secret, &id, seconds + 1, &body), of(&secret, &id, seconds, &changed)];
            for another in others {
                prop_assert_ne!(&signed, &another);
            }
        }

        /// While a secret is exchanged, both sign: each is found by whoever has it.
        #[test]
        fn two_secrets_sign_both(seed in any::<u64>()) {
            let chance = Chance::seeded(seed);
            let secrets = [new_secret(&chance), new_secret(&chance)];
            let both = sign(&secrets, "id", 7, "{}").unwrap();
            let each: Vec<String> = secrets.iter().map(|one| sign(std::slice::from_ref(one), "id", 7, "{}").unwrap()).collect();
            prop_assert_eq!(both, each.join(" "));
        }
    }

    #[test]
    fn what_is_no_secret_signs_nothing() {
        assert_eq!(sign(&[], "id", 7, "{}"), None);
        for wrong in ["", "whsec_", "whsec_é", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "passerelle_00"] {
            assert_eq!(sign(&[wrong.to_owned()], "id", 7, "{}"), None, "{wrong}");
        }
    }
}
