//! The bytes of a sealed text, and of a wrapped key. Pure: no database, no clock.
//!
//! A sealed text: version (1 byte), id of the data key (16), nonce (24), ciphertext with its tag (16 more than the text).
//! The nonce is random, from the operating system: with 192 bits no two are ever the same.

use chacha20poly1305::{
    KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use passerelle_kernel::Chance;
use secrecy::{ExposeSecret as _, SecretBox};
use zeroize::Zeroizing;

/// The version that this program writes.
pub(super) const VERSION: u8 = 1;
const KEY_ID: usize = 16;
const NONCE: usize = 24;
const TAG: usize = 16;
/// By how many bytes a sealed text is longer than the text.
pub const OVERHEAD: usize = 1 + KEY_ID + NONCE + TAG;

/// 32 bytes that open things; wiped from memory when dropped, never shown.
pub(super) type Key = SecretBox<[u8; 32]>;

/// The id of a data key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct KeyId(pub(super) [u8; KEY_ID]);

impl KeyId {
    pub(super) fn new() -> Self {
        let mut id = [0; KEY_ID];
        Chance::System.fill(&mut id);
        Self(id)
    }

    pub(super) fn text(self) -> String {
        hex(&self.0)
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        unhex(text).and_then(|bytes| bytes.as_slice().try_into().ok()).map(Self)
    }

    /// What every text that this key has sealed begins with.
    pub(super) fn prefix(self) -> Vec<u8> {
        [&[VERSION][..], &self.0].concat()
    }
}

/// A new key, from the operating system.
pub(super) fn new_key() -> Key {
    SecretBox::init_with_mut(|key: &mut [u8; 32]| Chance::System.fill(key))
}

/// What a sealed text is bound to. No part may hold the sign that stands between them.
pub(super) fn place(table: &str, column: &str, row: &str, owner_kind: &str, owner_id: &str) -> Vec<u8> {
    ["passerelle sealed 1", table, column, row, owner_kind, owner_id].join("\0").into_bytes()
}

/// The id of the key that has sealed these bytes; nothing when they are no sealed text of a version we know.
pub(super) fn key_of(bytes: &[u8]) -> Option<KeyId> {
    let (version, rest) = bytes.split_first()?;
    if *version != VERSION || bytes.len() < OVERHEAD {
        return None;
    }
    rest.first_chunk().copied().map(KeyId)
}

/// Seals a text for a place.
pub(super) fn seal(id: KeyId, key: &Key, place: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    let mut sealed = id.prefix();
    sealed.extend(encrypt(key, place, text)?);
    Some(sealed)
}

/// Opens what [`seal`] has made for this place with this key; nothing for everything else.
pub(super) fn open(key: &Key, place: &[u8], bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    decrypt(key, place, bytes.get(1 + KEY_ID..)?)
}

/// Nonce and ciphertext.
pub(super) fn encrypt(key: &Key, bound: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    let mut nonce = [0; NONCE];
    Chance::System.fill(&mut nonce);
    let cipher = XChaCha20Poly1305::new(key.expose_secret().into());
    let sealed = cipher.encrypt(&XNonce::from(nonce), Payload { msg: text, aad: bound }).ok()?;
    Some([&nonce[..], &sealed].concat())
}

/// The text of nonce and ciphertext.
pub(super) fn decrypt(key: &Key, bound: &[u8], bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
    let cipher = XChaCha20Poly1305::new(key.expose_secret().into());
    cipher.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: bound }).ok().map(Zeroizing::new)
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes of hexadecimal text.
pub(super) fn unhex(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let digits = text.chars().map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()));
    let digits = Zeroizing::new(digits.collect::<Option<Vec<u8>>>()?);
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| Zeroizing::new(pairs.iter().map(|[high, low]| high << 4 | low).collect()))
}
