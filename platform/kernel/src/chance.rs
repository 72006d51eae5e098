//! The only door to randomness: ids and secrets come from here.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha20Rng;

/// Gives random bytes: the operating system's, or a repeatable stream for tests and the demonstration.
#[derive(Clone, Debug, Default)]
pub enum Chance {
    /// Seeded from the operating system.
    #[default]
    System,
    /// The same stream each time for the same seed.
    Seeded(Arc<Mutex<ChaCha20Rng>>),
}

impl Chance {
    /// A stream that repeats for the same `seed`.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(ChaCha20Rng::seed_from_u64(seed))))
    }

    /// Fills `bytes` with random ones.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
    pub fn fill(&self, bytes: &mut [u8]) {
        match self {
            Self::System => rand::rng().fill_bytes(bytes),
            Self::Seeded(rng) => rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes),
        }
    }

    /// A whole number from 0 up to, and without, `end` (0 when `end` is 0).
    pub fn below(&self, end: u64) -> u64 {
        let mut bytes = [0; 8];
        self.fill(&mut bytes);
        u64::from_le_bytes(bytes).checked_rem(end).unwrap_or(0)
    }

    /// A new secret of 160 bits.
    pub fn secret(&self) -> Secret {
        let mut bytes = [0; 20];
        self.fill(&mut bytes);
        Secret(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// A secret that opens something; it is sent once and kept only as a hash. Debug never shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text to send to the person it is for.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
