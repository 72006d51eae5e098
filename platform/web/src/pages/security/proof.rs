//! Proofs of who one is beyond the password: a code of the app, or a code from paper that stands in for it.

use maud::{Markup, html};
use passerelle_access::{
    Account,
    authenticator::{self, Checked},
    recovery,
};
use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_ui::{self as ui, Button, Field, Input, Kind, Look, Width};

use super::change::{self, Change};
use crate::{Ctx, Fields, PageError, frame};

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

    /// Whether it is from paper.
    pub(in crate::pages) const fn is_paper(&self) -> bool {
        matches!(self, Self::Recovery(_))
    }
}

/// The question for a code, and folded beside it the one for a code from paper.
pub(in crate::pages) fn code_questions(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("web-second-code"), ctx.say("web-second-code-hint"));
    let code =
        Field { name: "code", label: &label, hint: Some(&hint), error: fields.error("code"), ..Field::default() };
    html! {
        (ui::input(ctx.words(), Input {
            field: code,
            kind: Kind::Code,
            width: Width::Characters(10),
            autocomplete: Some("one-time-code"),
            ..Input::default()
        }))
        // What was refused is not folded away.
        @if fields.error("recovery").is_some() { (paper_question(ctx, fields)) }
        @else { (ui::details(&ctx.say("web-second-no-phone"), paper_question(ctx, fields))) }
    }
}

/// The question for a code from paper.
fn paper_question(ctx: &Ctx, fields: &Fields) -> Markup {
    let (label, hint) = (ctx.say("web-second-recovery"), ctx.say("web-second-recovery-hint"));
    let error = fields.error("recovery");
    let field = Field { name: "recovery", label: &label, hint: Some(&hint), error, ..Field::default() };
    let (width, autocomplete) = (Width::Characters(20), Some("off"));
    html! {
        (ui::input(ctx.words(), Input { field, width, autocomplete, ..Input::default() }))
        p.govuk-body { (ctx.say("web-second-no-paper")) }
    }
}

/// The form for whoever has a passkey and not its device: a code from paper stands in for it.
pub(in crate::pages) fn paper_form(ctx: &Ctx, action: &str, button: &str, fields: &Fields) -> Markup {
    html! {
        h2.govuk-heading-m { (ctx.say("web-second-no-device")) }
        (ctx.form(action, html! {
            input type="hidden" name="to" value=(fields.value("to"));
            (paper_question(ctx, fields))
            (ui::button(Button { text: &ctx.say(button), look: Look::Secondary, ..Button::default() }))
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
    match proof {
        Proof::Code(code) => match authenticator::check(tx, account, &code).await? {
            Checked::Right => return Ok(true),
            Checked::Wrong => fields.refuse_key("code", "web-second-wrong"),
            Checked::Wait => fields.refuse_key("code", "web-second-wait"),
        },
        Proof::Recovery(code) if recovery::spend(tx, account, &code).await? => {
            change::tell(ctx, tx, account, Change::RecoveryCodeUsed).await?;
            return Ok(true);
        }
        Proof::Recovery(_) => fields.refuse_key("recovery", "web-second-recovery-wrong"),
    }
    Ok(false)
}

/// Where the person goes who has just come in with a code from paper: to make new ones first, when few are left.
pub(in crate::pages) async fn after_paper(tx: &mut Tx, account: Id<Account>, to: &str) -> Result<String, PageError> {
    let is_few = recovery::left(tx, account).await? <= recovery::FEW;
    Ok(if is_few { frame::leading_back("/account/recovery-codes", to) } else { to.to_owned() })
}
