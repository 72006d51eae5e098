//! What an operator may set about coming in.

use anyhow::{Context as _, Result, bail};
use passerelle_access::session::{self, Idle};
use passerelle_kernel::Date;
use passerelle_web::{SecondFactor, SignIn};
use serde::{Deserialize, Serialize};

/// What an operator may set about coming in: `[sign_in]`, or `PASSERELLE_SIGN_IN__…`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SignInConfig {
    /// `required`: roles that see much of other people need a second proof; `offered`: nobody must have one.
    pub second_factor: String,
    /// The first day on which it is required, such as `2027-01-15`; empty means at once.
    pub second_factor_from: String,
    /// After how many days without use a session is over.
    pub idle_days: i64,
    /// The same for coordinators and administrators.
    pub idle_days_of_staff: i64,
}

impl Default for SignInConfig {
    fn default() -> Self {
        let Idle { days, days_of_staff } = Idle::default();
        Self {
            second_factor: "required".to_owned(),
            second_factor_from: String::new(),
            idle_days: days,
            idle_days_of_staff: days_of_staff,
        }
    }
}

impl SignInConfig {
    pub(super) fn settings(&self) -> Result<SignIn> {
        let from = match self.second_factor_from.as_str() {
            "" => Date::MIN,
            day => day.parse().with_context(|| format!("sign_in.second_factor_from: {day} is no date"))?,
        };
        let second_factor = match self.second_factor.as_str() {
            "required" => SecondFactor::Required(from),
            "offered" => SecondFactor::Offered,
            other => bail!("sign_in.second_factor is required or offered, not {other}"),
        };
        for (key, days) in [("idle_days", self.idle_days), ("idle_days_of_staff", self.idle_days_of_staff)] {
            if !(1..=session::DAYS).contains(&days) {
                bail!("sign_in.{key} is from 1 to {}: no session lasts longer", session::DAYS);
            }
        }
        let idle = Idle { days: self.idle_days, days_of_staff: self.idle_days_of_staff };
        Ok(SignIn { second_factor, idle })
    }
}
