//! The questions of an agreement, with help in plain words and the law beside each choice that the law rules.

use maud::{Markup, html};
use passerelle_kernel::Money;
use passerelle_ui::{self as ui, Choice, Choices, DateInput, Field, Heading, Input, Kind, Width};
use passerelle_web::{Ctx, Fields};

use super::form::Sides;
use crate::{
    agreement::{Basis, Law, Rhythm, Vat, VatRate, VatReason},
    store::agreements::Loaded,
};

/// All questions; without those that an invoice has fixed.
pub(super) fn all(ctx: &Ctx, sides: &Sides, fields: &Fields) -> Markup {
    html! {
        (missions(ctx, sides, fields))
        @if !sides.is_invoiced() {
            (basis(ctx, fields))
            (line(ctx, fields, "rate"))
            (vat(ctx, fields))
            (codes(ctx, fields, "rhythm", Rhythm::ALL.iter().map(|rhythm| rhythm.as_str()), "placement-rhythm-"))
        }
        (line(ctx, fields, "payment-days"))
        @if !sides.is_invoiced() { (day(ctx, fields, "from")) }
        (day(ctx, fields, "until"))
        (line(ctx, fields, "notice-days"))
        h2.govuk-heading-m { (ctx.say("placement-agreement-references")) }
        (line(ctx, fields, "service-code"))
        (line(ctx, fields, "engagement"))
        (line(ctx, fields, "contract"))
    }
}

/// An agreement as it would be answered.
pub(super) fn filled(ctx: &Ctx, known: &Loaded) -> Fields {
    let g = &known.agreement;
    let amount = |money: Money| money.decimal().replace('.', &ctx.say("placement-paper-decimal-mark"));
    let fields = g.missions.iter().fold(Fields::empty(ctx), |fields, id| fields.with("missions", id.to_string()));
    let fields = match g.basis {
        Basis::ServiceRate(_) => fields.with("basis", "service").with("law", Law::FrWithoutProfit.as_str()),
        Basis::AtCost { cost, law, .. } => fields
            .with("basis", "at-cost")
            .with("wages", amount(cost.wages))
            .with("contributions", amount(cost.contributions))
            .with("expenses", amount(cost.expenses))
            .with("law", law.as_str()),
    };
    fields
        .with("rate", amount(g.basis.rate()))
        .with("vat", g.vat.as_str())
        .with("rhythm", g.rhythm.as_str())
        .with("payment-days", g.payment_days.to_string())
        .with("notice-days", g.notice_days.to_string())
        .with_date("from", Some(g.period.from))
        .with_date("until", g.period.until)
        .with("service-code", g.buyer.service_code.as_str())
        .with("engagement", g.buyer.engagement.as_str())
        .with("contract", g.buyer.contract.as_str())
}

fn missions(ctx: &Ctx, sides: &Sides, fields: &Fields) -> Markup {
    let ids: Vec<String> = sides.candidates.iter().map(|mission| mission.id.to_string()).collect();
    let items: Vec<Choice<'_>> = sides
        .candidates
        .iter()
        .zip(&ids)
        .map(|(mission, id)| Choice {
            value: id,
            label: &mission.title,
            hint: (!mission.team.is_empty()).then_some(mission.team.as_str()),
            checked: fields.has("missions", id),
            ..Choice::default()
        })
        .collect();
    let (label, hint) = (ctx.say("placement-agreement-missions"), ctx.say("placement-agreement-missions-hint"));
    let field = Field { name: "missions", label: &label, hint: Some(&hint), error: fields.error("missions"), ..MEDIUM };
    ui::checkboxes(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

const MEDIUM: Field<'static> =
    Field { name: "", label: "", hint: None, error: None, value: "", optional: false, heading: Heading::Medium };

fn basis(ctx: &Ctx, fields: &Fields) -> Markup {
    let laws = Law::ALL.iter().map(|law| law.as_str());
    let cost = html! {
        (line(ctx, fields, "wages"))
        (line(ctx, fields, "contributions"))
        (line(ctx, fields, "expenses"))
        (codes(ctx, fields, "law", laws, "placement-law-"))
    };
    let said =
        ["at-cost", "at-cost-hint", "service", "service-hint"].map(|p| ctx.say(&format!("placement-agreement-{p}")));
    let [at_cost, at_cost_hint, service, service_hint] = &said;
    let items = [
        Choice { value: "at-cost", label: at_cost, hint: Some(at_cost_hint), reveals: Some(cost), ..Choice::default() },
        Choice { value: "service", label: service, hint: Some(service_hint), ..Choice::default() },
    ];
    let label = ctx.say("placement-agreement-basis-question");
    let field =
        Field { name: "basis", label: &label, error: fields.error("basis"), value: fields.value("basis"), ..MEDIUM };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

fn vat(ctx: &Ctx, fields: &Fields) -> Markup {
    let exempt = VatReason::ALL.iter().map(|reason| Vat::Exempt(*reason));
    let standard = VatRate::ALL.iter().map(|rate| Vat::Standard(*rate));
    let positions: Vec<Vat> = exempt.chain(standard).chain(Vat::ALONE).collect();
    let said: Vec<(String, String)> = positions
        .iter()
        .map(|vat| {
            let code = vat.as_str();
            (ctx.say(&format!("placement-vat-{code}")), ctx.say(&format!("placement-vat-law-{code}")))
        })
        .collect();
    let items: Vec<Choice<'_>> = positions
        .iter()
        .zip(&said)
        .map(|(vat, (label, law))| Choice { value: vat.as_str(), label, hint: Some(law), ..Choice::default() })
        .collect();
    let (label, hint) = (ctx.say("placement-agreement-vat"), ctx.say("placement-agreement-vat-hint"));
    let field = Field {
        name: "vat",
        label: &label,
        hint: Some(&hint),
        error: fields.error("vat"),
        value: fields.value("vat"),
        ..MEDIUM
    };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

/// A question with the choices of a closed list; its words are `placement-agreement-<name>` and `<key><code>`.
fn codes(ctx: &Ctx, fields: &Fields, name: &str, codes: impl Iterator<Item = &'static str>, key: &str) -> Markup {
    let said: Vec<(&str, String)> = codes.map(|code| (code, ctx.say(&format!("{key}{code}")))).collect();
    let items: Vec<Choice<'_>> =
        said.iter().map(|(value, label)| Choice { value, label, ..Choice::default() }).collect();
    let label = ctx.say(&format!("placement-agreement-{name}"));
    let field = Field { name, label: &label, error: fields.error(name), value: fields.value(name), ..MEDIUM };
    ui::radios(ctx.words(), Choices { field, items: &items, ..Choices::default() })
}

/// One line; amounts end in €, days are whole numbers, references may stay empty.
fn line(ctx: &Ctx, fields: &Fields, name: &str) -> Markup {
    let label = ctx.say(&format!("placement-agreement-{name}"));
    let hint_key = format!("placement-agreement-{name}-hint");
    let hint = ctx.words().has(&hint_key).then(|| ctx.say(&hint_key));
    let is_amount = ["rate", "wages", "contributions", "expenses"].contains(&name);
    let (kind, width) = match name {
        _ if is_amount => (Kind::Decimal, Width::Characters(10)),
        "payment-days" | "notice-days" => (Kind::Number, Width::Characters(3)),
        _ => (Kind::Text, Width::Characters(30)),
    };
    let field = Field {
        name,
        label: &label,
        hint: hint.as_deref(),
        error: fields.error(name),
        value: fields.value(name),
        optional: kind == Kind::Text,
        ..Field::default()
    };
    let suffix = is_amount.then_some("€");
    ui::input(ctx.words(), Input { field, kind, width, suffix, ..Input::default() })
}

fn day(ctx: &Ctx, fields: &Fields, name: &str) -> Markup {
    let label = ctx.say(&format!("placement-agreement-{name}-day"));
    let [day, month, year] = ["day", "month", "year"].map(|part| fields.value(&format!("{name}-{part}")).to_owned());
    let optional = name == "until";
    let field = Field { name, label: &label, error: fields.error(name), optional, ..Field::default() };
    ui::date_input(ctx.words(), DateInput { field, day: &day, month: &month, year: &year, birthday: false })
}
