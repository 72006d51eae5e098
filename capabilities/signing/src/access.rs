//! Who may do what with papers. Signers see their own, whatever their role is; without an account, by their link.

use passerelle_access::{Rule, rule};

rule!(
    /// To offer papers, to follow who has signed, to send again, to correct, to record on paper, to withdraw.
    pub PAPER_MANAGE = "paper-manage": Coordinator Association, Admin Association);
rule!(
    /// To read and sign a paper that one is asked to sign.
    pub PAPER_SIGN = "paper-sign": Coordinator Own, Admin Own, Treasurer Own, Head Own, Referent Own, Peer Own);

/// Every right of this capability, for the printed matrix.
pub const RULES: &[&Rule] = &[PAPER_MANAGE, PAPER_SIGN];
