//! What the person who acts has proved of who they are: how long ago, and with how many proofs.

use passerelle_access::session::Factors;

use super::Ctx;
use crate::{PageError, SecondFactor};

/// For how many minutes a proof of who one is holds for the page of something dangerous.
const FRESH_MINUTES: i64 = 10;
/// For how many minutes it holds for the form of that page, which takes time to fill in.
const FRESH_MINUTES_OF_FORMS: i64 = 30;

impl Ctx {
    /// Lets on only somebody who has just proved who they are; who has not is asked again, then led back here.
    ///
    /// Call it where something dangerous is decided, or give the route the need [`crate::Needs::FreshRight`]. Work
    /// that no request asked for passes; a program cannot prove anything.
    ///
    /// # Errors
    /// [`PageError::Confirm`] when the last proof is too old.
    pub fn fresh(&self) -> Result<(), PageError> {
        if self.token.is_some() {
            return Err(PageError::Forbidden);
        }
        let Some(session) = &self.session else { return Ok(()) };
        let minutes = if self.is_form { FRESH_MINUTES_OF_FORMS } else { FRESH_MINUTES };
        let age = self.now().as_millisecond() - session.fresh_at.as_millisecond();
        if age <= minutes * 60_000 { Ok(()) } else { Err(PageError::Confirm) }
    }

    /// Lets on only who has given the second proof that their role needs, where the settings ask for one.
    pub(crate) fn second_factor(&self) -> Result<(), PageError> {
        let SecondFactor::Required(from) = self.app.settings().sign_in.second_factor else { return Ok(()) };
        if self.today() >= from && self.lacks_second_factor() { Err(PageError::SecondFactor) } else { Ok(()) }
    }

    /// Whether the role wants a second proof that this session has not seen.
    pub(crate) fn lacks_second_factor(&self) -> bool {
        let role = self.actor.as_ref().and_then(|actor| actor.seat.as_ref()).map(|seat| seat.role);
        let seen = self.factors().is_none_or(|factors| factors == Factors::Two);
        role.is_some_and(|role| role.wants_second_factor()) && !seen
    }

    /// Whether the person who acts has given two proofs of who they are.
    pub fn has_two_factors(&self) -> bool {
        self.factors() == Some(Factors::Two)
    }

    /// With how many proofs the session was opened, or the token made, in which the person acts.
    fn factors(&self) -> Option<Factors> {
        let of_session = self.session.as_ref().map(|session| session.factors);
        of_session.or(self.token.as_ref().map(|token| token.factors))
    }
}
