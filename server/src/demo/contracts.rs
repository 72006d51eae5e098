//! The hours of contracts, who is away soon, and the months that are closed for all.

use anyhow::Result;
use passerelle_directory::Role::Coordinator;
use passerelle_kernel::Minutes;
use passerelle_placement::{
    actions::{closings::close_for_all, contracts::set_contract, missions::say_away},
    contract::Term,
    period::{Days, Month},
};

use super::world::{During as _, World, staff};

/// Association, peer, day from which the contract counts, hours a week. A second line of a peer is a change.
const CONTRACTS: &[(&str, &str, i32, i64)] = &[
    ("espairs", "noor", -345, 4),
    ("espairs", "noor", -210, 7),
    ("espairs", "mathis", -300, 7),
    ("espairs", "aicha", -150, 6),
    ("espairs", "camille", -250, 5),
    ("espairs", "luis", -120, 4),
    ("pat", "lotte", -200, 7),
    ("pat", "jamila", -140, 4),
    ("esperpro", "tiago", -260, 8),
    ("esperpro", "lucie", -130, 4),
];

/// Who is away, from and until which day.
const AWAY: &[(&str, i32, i32)] = &[("camille", 11, 24), ("tiago", 20, 26)];

/// How many months ago the months lie that are closed.
const CLOSED: std::ops::RangeInclusive<i32> = 3..=5;

/// Everything that an association has written down about hours.
pub(super) async fn lately(world: &World) -> Result<()> {
    for (org, peer, from, hours) in CONTRACTS {
        let ctx = world.ctx(staff(org, Coordinator))?;
        let term = Term { from: world.date(*from), week: Minutes::hours(*hours) };
        set_contract(&ctx, world.person(peer)?, term).await.during(peer)?;
    }
    for (peer, from, until) in AWAY {
        let days =
            Days::new(world.date(*from), world.date(*until)).map_err(|refusal| anyhow::anyhow!(refusal.key()))?;
        say_away(&world.ctx(peer)?, days).await.during(peer)?;
    }
    let now = Month::of(world.date(0));
    for back in CLOSED {
        let ctx = world.ctx(staff("espairs", Coordinator))?;
        close_for_all(&ctx, now.shifted(-back), true).await.during("to close a month")?;
    }
    Ok(())
}
