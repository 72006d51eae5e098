//! What waits for those who work in the association: the coordinator, the treasurer, who runs its place here.

use passerelle_kernel::Id;
use passerelle_store::Tx;
use passerelle_web::{Ctx, PageError};
use passerelle_words::say;

use super::{
    date,
    item::{Action, Item},
    month_name,
};
use crate::{
    outside::Organisation,
    pages::beyond::kind,
    period::{Days, Month},
    store::{beyond, hours::lists, today},
    today::What,
};

pub(super) async fn for_coordinator(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>) -> Result<Vec<Item>, PageError> {
    let mut items: Vec<Item> = beyond::waiting(tx, org).await?.iter().map(|told| beyond_item(ctx, told)).collect();
    items.extend(lists::to_approve(tx, org, (0, "")).await?.iter().map(|sheet| approve_item(ctx, sheet)));
    items.extend(today::yeses(tx, org).await?.iter().map(|yes| yes_item(ctx, yes)));
    items.extend(today::without_peer(tx, org).await?.iter().map(|vacant| vacant_item(ctx, vacant)));
    items.extend(today::requests(tx, org).await?.iter().map(|asked| request_item(ctx, asked)));
    for (mission, point, until, title) in today::points(tx, org, ctx.today()).await? {
        let words = ctx.words();
        items.push(Item::new(
            What::PointOverdue(mission, point, until),
            until,
            say!(words, "placement-today-point", mission = title),
            say!(words, "placement-today-point-text", day = words.date(until)),
            Action::link(ctx.say("placement-today-point-action"), format!("/missions/{mission}/sheet")),
        ));
    }
    Ok(items)
}

fn beyond_item(ctx: &Ctx, told: &beyond::Told) -> Item {
    let id = told.beyond.id;
    Item::new(
        What::Beyond(id),
        date(ctx, told.beyond.told_at),
        say!(ctx.words(), "placement-beyond-title", name = told.peer.as_str()),
        format!("{} · {}", kind(ctx, told.beyond.kind), told.team),
        Action::link(ctx.say("placement-today-beyond-action"), format!("/beyond/{id}")),
    )
}

fn approve_item(ctx: &Ctx, sheet: &lists::Sheet) -> Item {
    let words = ctx.words();
    let (name, month) = (sheet.names.peer.as_str(), month_name(ctx, sheet.month));
    let text = say!(
        words,
        "placement-today-approve-text",
        hours = words.hours(sheet.confirmed),
        team = sheet.names.team.as_str()
    );
    Item::new(
        What::HoursToApprove(sheet.mission, sheet.month),
        date(ctx, sheet.since),
        say!(words, "placement-today-approve", name = name, month = month),
        text,
        Action::link(
            ctx.say("placement-today-approve-action"),
            format!("/approvals/{}?month={}", sheet.mission, sheet.month),
        ),
    )
}

fn yes_item(ctx: &Ctx, yes: &today::Yes) -> Item {
    Item::new(
        What::YesToAgree(yes.id),
        date(ctx, yes.since),
        say!(ctx.words(), "placement-today-yes", name = yes.peer.as_str(), mission = yes.title.as_str()),
        yes.team.clone(),
        Action::link(ctx.say("placement-today-yes-action"), format!("/missions/{}/proposals", yes.mission)),
    )
}

fn vacant_item(ctx: &Ctx, vacant: &today::Vacant) -> Item {
    let words = ctx.words();
    let begins = words.date(vacant.begins);
    Item::new(
        What::MissionWithoutPeer(vacant.id, vacant.begins),
        date(ctx, vacant.since),
        say!(words, "placement-today-vacant", mission = vacant.title.as_str()),
        say!(words, "placement-today-vacant-text", day = begins, team = vacant.team.as_str()),
        Action::link(ctx.say("placement-today-vacant-action"), format!("/missions/{}", vacant.id)),
    )
}

fn request_item(ctx: &Ctx, asked: &today::Asked) -> Item {
    let place = [&asked.institution, &asked.town].map(String::as_str);
    let place: Vec<&str> = place.into_iter().filter(|text| !text.is_empty()).collect();
    Item::new(
        What::RequestToAnswer(asked.id),
        date(ctx, asked.since),
        say!(ctx.words(), "placement-today-request", team = asked.team.as_str()),
        place.join(", "),
        Action::link(ctx.say("placement-today-request-action"), format!("/requests/{}", asked.id)),
    )
}

pub(super) async fn for_treasurer(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>) -> Result<Vec<Item>, PageError> {
    let today_date = ctx.today();
    let month = Month::of(today_date);
    let into_quarter = i32::from((today_date.month() - 1) % 3);
    let quarter = month.shifted(-into_quarter).days().first();
    let ready = today::to_invoice(tx, org, month.days().first(), quarter, today_date).await?;
    let mut items = Vec::new();
    for one in ready {
        let days = Days::new(one.first, one.last).map_err(crate::Error::Refused)?;
        let words = ctx.words();
        let text = say!(
            words,
            "placement-today-invoice-text",
            hours = words.hours(one.minutes),
            from = words.day(one.first),
            until = words.day(one.last)
        );
        items.push(Item::new(
            What::InvoiceToMake(one.id, days),
            one.last,
            say!(words, "placement-today-invoice", institution = one.institution.as_str()),
            text,
            Action::link(ctx.say("placement-today-invoice-action"), format!("/agreements/{}", one.id)),
        ));
    }
    items.extend(today::late(tx, org, today_date).await?.iter().map(|late| late_item(ctx, late)));
    Ok(items)
}

fn late_item(ctx: &Ctx, late: &today::Late) -> Item {
    let words = ctx.words();
    let text = say!(
        words,
        "placement-today-late-text",
        institution = late.institution.as_str(),
        amount = words.money(late.open),
        day = words.date(late.due)
    );
    Item::new(
        What::InvoiceLate(late.id, late.due),
        late.due,
        say!(words, "placement-today-late", number = late.number.as_str()),
        text,
        Action::link(ctx.say("placement-today-late-action"), format!("/invoices/{}", late.id)),
    )
}

pub(super) async fn for_admin(tx: &mut Tx, ctx: &Ctx, org: Id<Organisation>) -> Result<Vec<Item>, PageError> {
    let people = today::never_came(tx, org, ctx.today()).await?;
    let item = |(person, name, since): (Id<_>, String, _)| {
        let since = date(ctx, since);
        Item::new(
            What::NeverCame(person),
            since,
            say!(ctx.words(), "placement-today-never", name = name),
            say!(ctx.words(), "placement-today-never-text", day = ctx.words().date(since)),
            Action::link(ctx.say("placement-today-never-action"), format!("/people/{person}")),
        )
    };
    Ok(people.into_iter().map(item).collect())
}
