//! What agreements say, from the nouns. Points of law by basis: lending at cost in France (Code du travail, L8241-1 and -2), the
//! Belgian exception (law of 24 July 1987, article 32), a service.

use passerelle_documents::{Row, Section, Sheet as Document};
use passerelle_web::Ctx;
use passerelle_words::say;

use crate::{
    agreement::{Agreement, Basis, Law},
    pages::{missions::period, schedule::slot_in_words, sheets::point_title},
    period::Period,
    sheet::{Answer, Point, Sheet},
    slot::Timetable,
    store::{agreements::Covered, missions::Loaded, parties::Side},
};

/// What the papers of a mission stand on.
pub(super) struct Assignment {
    /// The framework agreement that covers it, if there is one.
    pub agreement: Option<Agreement>,
    /// The mission sheet.
    pub sheet: Sheet,
    /// The schedule.
    pub table: Timetable,
    /// The association.
    pub lender: Side,
    /// The institution.
    pub host: Side,
}

/// The framework agreement.
pub(super) fn framework(
    ctx: &Ctx,
    agreement: &Agreement,
    missions: &[Covered],
    lender: &Side,
    host: &Side,
) -> Document {
    let names = [("lender", lender), ("host", host)];
    let covered = missions.iter().map(|one| format!("{} ({})", one.title, one.team)).collect();
    let sections = vec![
        sides(ctx, &names),
        text(ctx, "framework-object", &["framework-object-text"]),
        dates(ctx, agreement.period, Some(agreement.notice_days)),
        price(ctx, agreement),
        invoices(ctx, agreement),
        Section { title: ctx.say("placement-agreement-missions"), points: covered, ..Section::default() },
        law(ctx, agreement.basis),
        text(ctx, "peers", &["peers-employer", "peers-yes", "peers-health", "peers-care"]),
        text(ctx, "ending", &["ending-change", "ending-notice", "ending-hire"]),
    ];
    document(
        ctx,
        say!(ctx.words(), "placement-signing-framework-name", institution = host.name.as_str()),
        lender,
        sections,
    )
}

/// The agreement about one mission.
pub(super) fn assignment(ctx: &Ctx, loaded: &Loaded, facts: &Assignment) -> Document {
    let names = [("lender", &facts.lender), ("host", &facts.host)];
    let mut sections = vec![sides(ctx, &names), work(ctx, loaded, facts)];
    if let Some(agreement) = &facts.agreement {
        sections.extend([price(ctx, agreement), law(ctx, agreement.basis)]);
    } else {
        sections.push(text(ctx, "price", &["price-framework"]));
    }
    sections.extend(points(ctx, &facts.sheet));
    sections.push(text(ctx, "peers", &["peers-employer", "peers-yes", "peers-health", "peers-care"]));
    sections.push(text(ctx, "ending", &["ending-change", "ending-early", "ending-hire"]));
    let title = say!(ctx.words(), "placement-signing-assignment-name", mission = loaded.mission.title.as_str());
    document(ctx, title, &facts.lender, sections)
}

/// What is added to the peer's contract of work: tasks, hours, place, and that a no is no fault.
pub(super) fn addendum(ctx: &Ctx, loaded: &Loaded, facts: &Assignment) -> Document {
    let sections = vec![
        text(ctx, "addendum-object", &["addendum-object-text"]),
        work(ctx, loaded, facts),
        Section { points: tasks(ctx, &facts.sheet), ..text(ctx, "addendum-tasks", &["addendum-tasks-text"]) },
        text(ctx, "addendum-rights", &["addendum-pay", "addendum-refuse", "addendum-return", "addendum-stay"]),
    ];
    let title = say!(ctx.words(), "placement-signing-addendum-name", mission = loaded.mission.title.as_str());
    document(ctx, title, &facts.lender, sections)
}

fn document(ctx: &Ctx, title: String, lender: &Side, sections: Vec<Section>) -> Document {
    let words = ctx.words();
    let day = words.date(ctx.today());
    Document {
        title,
        subtitle: Some(say!(words, "placement-signing-edition", org = lender.name.as_str(), day = day)),
        sections,
        footer: lender.name.clone(),
        page_word: ctx.say("placement-sheet-page"),
    }
}

fn key(part: &str) -> String {
    format!("placement-signing-{part}")
}

fn text(ctx: &Ctx, title: &str, paragraphs: &[&str]) -> Section {
    let paragraphs = paragraphs.iter().map(|part| ctx.say(&key(part))).collect();
    Section { title: ctx.say(&key(title)), paragraphs, ..Section::default() }
}

fn row(ctx: &Ctx, label: &str, value: String) -> Row {
    Row { label: ctx.say(label), value }
}

fn sides(ctx: &Ctx, names: &[(&str, &Side)]) -> Section {
    let value = |side: &Side| {
        let parts = [&side.name, &side.address, &side.town, &side.number];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    };
    let rows = names.iter().map(|(part, side)| row(ctx, &key(part), value(side))).collect();
    Section { title: ctx.say("placement-signing-sides"), rows, ..Section::default() }
}

fn dates(ctx: &Ctx, days: Period, notice: Option<u16>) -> Section {
    let mut rows = vec![row(ctx, "placement-agreement-period", period(ctx, days))];
    rows.extend(notice.map(|notice| row(ctx, "placement-agreement-notice", number_of_days(ctx, notice))));
    Section { title: ctx.say("placement-signing-dates"), rows, ..Section::default() }
}

fn number_of_days(ctx: &Ctx, days: u16) -> String {
    say!(ctx.words(), "placement-agreement-days", count = i64::from(days))
}

/// What an hour costs, why, and the position on VAT: the same words as on the agreement's page.
fn price(ctx: &Ctx, agreement: &Agreement) -> Section {
    let words = ctx.words();
    let rate = words.money(agreement.basis.rate());
    let vat = agreement.vat.as_str();
    let mut rows = Vec::new();
    let mut paragraphs = Vec::new();
    match agreement.basis {
        Basis::AtCost { cost, .. } => {
            rows.push(row(
                ctx,
                "placement-agreement-basis",
                say!(words, "placement-agreement-at-cost-for", rate = rate),
            ));
            let [wages, contributions, expenses, all] =
                [cost.wages, cost.contributions, cost.expenses, cost.per_hour()].map(|part| words.money(part));
            paragraphs.push(say!(
                words,
                "placement-agreement-cost",
                cost = all,
                wages = wages,
                contributions = contributions,
                expenses = expenses
            ));
        }
        Basis::ServiceRate(_) => {
            rows.push(row(
                ctx,
                "placement-agreement-basis",
                say!(words, "placement-agreement-service-for", rate = rate),
            ));
        }
    }
    rows.push(row(ctx, "placement-agreement-vat", ctx.say(&format!("placement-vat-law-{vat}"))));
    Section { title: ctx.say("placement-signing-price"), paragraphs, rows, ..Section::default() }
}

fn invoices(ctx: &Ctx, agreement: &Agreement) -> Section {
    let rhythm = ctx.say(&format!("placement-rhythm-{}", agreement.rhythm.as_str()));
    let mut rows = vec![
        row(ctx, "placement-agreement-rhythm", rhythm),
        row(ctx, "placement-agreement-payment", number_of_days(ctx, agreement.payment_days)),
    ];
    let buyer = &agreement.buyer;
    let references =
        [("service-code", &buyer.service_code), ("engagement", &buyer.engagement), ("contract", &buyer.contract)];
    let given = references.into_iter().filter(|(_, text)| !text.is_empty());
    rows.extend(given.map(|(part, text)| row(ctx, &format!("placement-paper-{part}"), text.clone())));
    Section { rows, ..text(ctx, "invoices", &["invoices-hours"]) }
}

/// What the law behind the basis wants to be said.
fn law(ctx: &Ctx, basis: Basis) -> Section {
    match basis {
        Basis::AtCost { law: Law::FrWithoutProfit, .. } => {
            text(ctx, "law", &["law-fr-basis", "law-fr-price", "law-fr-consent", "law-fr-return", "law-fr-rights"])
        }
        Basis::AtCost { .. } => text(ctx, "law", &["law-be-basis", "law-be-price", "law-be-authority"]),
        Basis::ServiceRate(_) => text(ctx, "law", &["law-service"]),
    }
}

/// Who works, as what, where, when: the points by which law tells one assignment from another.
fn work(ctx: &Ctx, loaded: &Loaded, facts: &Assignment) -> Section {
    let mission = &loaded.mission;
    let referent = mission.referent.as_ref().map(|contact| contact.name.clone()).filter(|name| !name.is_empty());
    let flexible = ctx.say(if mission.flexible { "placement-mission-flexible" } else { "placement-mission-fixed" });
    let hours = format!("{}, {flexible}", ctx.words().hours(mission.hours_week));
    let rows = [
        loaded.peer_name.clone().map(|name| row(ctx, "placement-signing-peer", name)),
        Some(row(ctx, "placement-signing-qualification", ctx.say("placement-signing-qualification-peer"))),
        Some(row(ctx, "placement-mission-place", loaded.place())),
        Some(row(ctx, "placement-mission-town", mission.town.clone())),
        Some(row(ctx, "placement-mission-days", period(ctx, mission.period))),
        Some(row(ctx, "placement-mission-hours", hours)),
        referent.map(|name| row(ctx, "placement-mission-referent", name)),
    ];
    let rows = rows.into_iter().flatten().filter(|row| !row.value.is_empty()).collect();
    let points = facts.table.slots.iter().map(|slot| slot_in_words(ctx, slot)).collect();
    Section { title: ctx.say("placement-mission-about"), points, rows, ..Section::default() }
}

fn answer(ctx: &Ctx, answer: &Answer) -> String {
    match answer {
        Answer::Settled { words, .. } => words.clone(),
        Answer::Open { by, .. } => say!(ctx.words(), "placement-sheet-open-until", day = ctx.words().date(*by)),
    }
}

/// What the mission sheet says, point by point.
fn points<'a>(ctx: &'a Ctx, sheet: &'a Sheet) -> impl Iterator<Item = Section> + 'a {
    Point::ALL.iter().filter_map(move |point| {
        let paragraphs = answer(ctx, sheet.answers.get(point)?).lines().map(str::to_owned).collect();
        Some(Section { title: point_title(ctx, *point), paragraphs, ..Section::default() })
    })
}

/// The points of the sheet that tell what the work is, in short.
fn tasks(ctx: &Ctx, sheet: &Sheet) -> Vec<String> {
    let told = [Point::Meetings, Point::VisitsAlone, Point::Supervision, Point::Limits, Point::WhoToCall];
    let line = |point: Point| {
        let said = answer(ctx, sheet.answers.get(&point)?).replace('\n', " ");
        Some(say!(ctx.words(), "placement-signing-task", point = point_title(ctx, point), said = said))
    };
    told.into_iter().filter_map(line).collect()
}
