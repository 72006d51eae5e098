//! Saying what is being done and how long it took.

use anyhow::Result;
use std::time::{Duration, Instant};

/// Announces a step, does it, and says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("→ {name}");
    let started = Instant::now();
    let done = work()?;
    eprintln!("  {name}: {}", seconds(started.elapsed()));
    Ok(done)
}

/// A duration as people read it: `0.4 s`, `72 s`, `3 min 05 s`.
pub fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    match whole {
        0..10 => format!("{:.1} s", duration.as_secs_f32()),
        10..120 => format!("{whole} s"),
        _ => format!("{} min {:02} s", whole / 60, whole % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_like_speech() {
        let said = |millis| seconds(Duration::from_millis(millis));
        assert_eq!([said(420), said(72_900), said(185_000)], ["0.4 s", "72 s", "3 min 05 s"]);
    }
}
