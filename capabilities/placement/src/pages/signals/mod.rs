//! Signals: the peer sees first what is noticed about their weeks, and says what becomes of it; the coordination reads
//! what is open to it.

mod coordination;
mod mine;
mod words;

use passerelle_web::{Needs, Routes};

pub(super) use words::{about, own_title};

use crate::access::{SIGNAL_OWN, SIGNAL_READ};

pub(super) fn routes() -> Routes {
    let (own, read) = (Needs::Right(SIGNAL_OWN), Needs::Right(SIGNAL_READ));
    Routes::default()
        .get(mine::PATH, own, mine::list)
        .post(mine::PATH, own, mine::alone)
        .get("/me/signals/{signal}", own, mine::show)
        .post("/me/signals/{signal}", own, mine::answer)
        .get(coordination::PATH, read, coordination::list)
        .get("/signals/{signal}", read, coordination::show)
        .post("/signals/{signal}/talked", read, coordination::talked)
}
