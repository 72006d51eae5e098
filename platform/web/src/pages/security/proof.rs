//! Proofs of who one is beyond the password: a code of the app, or a code from paper that stands in for it.

use maud::{Markup, html};
use passerelle_access::{
    Account,
    authenticator::{self, Checked},
};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Field, Input, Kind, Width};

use super::change::{self, Change};
use crate::{Ctx, Fields, PageError};

/// What somebody typed.
pub(in crate::pages) enum Proof {
    /// A code of the app.
    Code(String),
    /// A code from paper.
    Recovery(String),
}

impl Proof {
    /// What the questions of [`code_questions`] were answered with.
    pub(in crate::pages) fn read(fields: &Fields) -> Self {
        match fields.value("recovery").trim() {
            "" => Self::Code(fields.value("code").to_owned()),
            code => Self::Recovery(code.to_owned()),
        }
    }
}

/// The question for a code, and folded beside it the one for a code from paper.
pub(in crate::pages) fn code_questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("web-second-code"), ctx.say("web-second-code-hint"));
    let code =
        Field { name: "code", label: &label, hint: Some(&hint), error: fields.error("code"), ..Field::default() };
    let (label, hint) = (ctx.say("web-second-recovery"), ctx.say("web-second-recovery-hint"));
    let paper = Field { name: "recovery", label: &label, hint: Some(&hint), ..Field::default() };
    let width = Width::Characters(20);
    html! {
        (ui::input(ctx.words(), Input {
            field: code,
            kind: Kind::Code,
            width: Width::Characters(10),
            autocomplete: Some("one-time-code"),
            ..Input::default()
        }))
        (ui::details(&ctx.say("web-second-no-phone"), html! {
            (ui::input(ctx.words(), Input { field: paper, width, autocomplete: Some("off"), ..Input::default() }))
            p.govuk-body { (ctx.say("web-second-no-paper")) }
        }))
    }
}

/// Looks at a proof and uses it up; when it is not taken, `fields` say why. The transaction must be committed whatever
/// the answer: misses are counted in it.
pub(in crate::pages) async fn give(
    ctx: &Ctx,
    tx: &mut Tx,
    account: Id<Account>,
    proof: Proof,
    fields: &mut Fields,
) -> Result<bool, PageError> {
    let checked = match &proof {
        Proof::Code(code) => authenticator::check(tx, account, code).await?,
        Proof::Recovery(code) => authenticator::check_recovery(tx, account, code).await?,
    };
    match checked {
        Checked::Right => {
            if matches!(proof, Proof::Recovery(_)) {
                change::tell(ctx, tx, account, Change::RecoveryCodeUsed).await?;
            }
            return Ok(true);
        }
        Checked::Wrong => fields.refuse_key("code", "web-second-wrong"),
        Checked::Wait => fields.refuse_key("code", "web-second-wait"),
    }
    Ok(false)
}
