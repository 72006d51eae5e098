//! What is noticed about the weeks of some peers: nine days ago, so that some of it is open to the coordination by now, and
//! today, so that some of it is still the peer's alone.

use anyhow::Result;
use passerelle_placement::actions::signals::{Answer, answer_signal, say_alone, watch};

use super::world::{During as _, World};

/// The day on which the weeks are looked at for the first time.
pub(super) const FIRST_LOOK: i32 = -9;

/// The night looks at the coming weeks of everybody.
pub(super) async fn look(world: &World) -> Result<()> {
    watch(world.app()).await.during("to look at the coming weeks")
}

/// One peer says that they have nobody to talk to, and finds words for it.
pub(super) async fn lately(world: &World) -> Result<()> {
    look(world).await?;
    let ctx = world.ctx("leila")?;
    let said = say_alone(&ctx).await.during("leila")?;
    let words = "Le groupe où j’allais s’est arrêté cet été. J’aimerais en retrouver un, ou une personne à appeler.";
    answer_signal(&ctx, said, Answer::Words(words.to_owned())).await.during("leila")
}
