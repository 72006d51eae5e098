//! Who may do what with the claims of people and the register. What is about oneself needs no right.

use passerelle_access::{Rule, rule};

rule!(
    /// To read what the people of the association ask about their data, and to answer it.
    pub CLAIM_ANSWER = "claim-answer": Admin Association, Coordinator Association);
rule!(
    /// To read the register of processing.
    pub REGISTER_READ = "register-read": Admin Association, Coordinator Association);

/// Every right of this capability, for the printed matrix.
pub const RULES: &[&Rule] = &[CLAIM_ANSWER, REGISTER_READ];
