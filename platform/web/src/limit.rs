//! Limits on what the public may try: sign-in, links, requests. Per address and per what is tried.

use std::num::NonZeroU32;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// The limiters of this process.
pub struct Limit {
    attempts: DefaultKeyedRateLimiter<String>,
}

const BURST: NonZeroU32 = NonZeroU32::new(10).expect("ten is not zero");
const PER_MINUTE: NonZeroU32 = NonZeroU32::new(6).expect("six is not zero");

impl Default for Limit {
    fn default() -> Self {
        Self { attempts: RateLimiter::keyed(Quota::per_minute(PER_MINUTE).allow_burst(BURST)) }
    }
}

impl Limit {
    /// Whether one more try under this key is allowed now: ten at once, then one every ten seconds.
    pub fn allows(&self, key: String) -> bool {
        if self.attempts.len() > 50_000 {
            self.attempts.retain_recent();
        }
        self.attempts.check_key(&key).is_ok()
    }
}
