//! The pages of the ground: sign-in, the account, language, assets, live updates, the outbox, health.

mod account;
mod assets;
mod institution;
mod invitation;
mod language;
mod my_data;
mod outbox;
mod programs;
mod rescue;
mod search;
mod second;
mod security;
mod sign_in;
mod sign_in_link;
mod sign_in_passkey;
mod status;

pub(crate) use status::STATUS_READ;

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use passerelle_store::{
    Migrations, Placement, Sql, Tables,
    seal::{RESEAL, Sealed},
};
use passerelle_words::Translations;
pub use rescue::confirm_rescue;

use crate::{Capability, Ctx, Needs, Page, Routes, declared, live, logbook, mail, page, purge, reseal, sms, webhook};

const MIGRATIONS: Migrations = Migrations {
    name: "web",
    files: &[
        ("V1__base", include_str!("../../migrations/V1__base.sql")),
        ("V3__seal", include_str!("../../migrations/V3__seal.sql")),
        ("V4__clear", include_str!("../../migrations/V4__clear.sql")),
    ],
};

const TRANSLATIONS: Translations =
    Translations { fr: include_str!("../../translations/fr.ftl"), en: include_str!("../../translations/en.ftl") };

const SIGN_IN_TRANSLATIONS: Translations = Translations {
    fr: include_str!("../../translations/sign-in/fr.ftl"),
    en: include_str!("../../translations/sign-in/en.ftl"),
};

const PRIVACY_TRANSLATIONS: Translations = Translations {
    fr: include_str!("../../translations/privacy/fr.ftl"),
    en: include_str!("../../translations/privacy/en.ftl"),
};

const PROGRAMS_TRANSLATIONS: Translations = Translations {
    fr: include_str!("../../translations/programs/fr.ftl"),
    en: include_str!("../../translations/programs/en.ftl"),
};

const WEBHOOKS_TRANSLATIONS: Translations = Translations {
    fr: include_str!("../../translations/webhooks/fr.ftl"),
    en: include_str!("../../translations/webhooks/en.ftl"),
};

const STATUS_TRANSLATIONS: Translations = Translations {
    fr: include_str!("../../translations/status/fr.ftl"),
    en: include_str!("../../translations/status/en.ftl"),
};

const MY_DATA_TRANSLATIONS: Translations = Translations {
    fr: include_str!("../../translations/my-data/fr.ftl"),
    en: include_str!("../../translations/my-data/en.ftl"),
};

const TABLES: Tables = &[("outbox", Placement::Central), ("logbook", Placement::Central)];

/// The statements of this crate and of those under it that bring no capability of their own.
static STATEMENTS: [&[&Sql]; 29] = [
    passerelle_store::STATEMENTS[0],
    passerelle_store::STATEMENTS[1],
    passerelle_store::STATEMENTS[2],
    passerelle_store::STATEMENTS[3],
    passerelle_store::STATEMENTS[4],
    passerelle_store::STATEMENTS[5],
    passerelle_store::STATEMENTS[6],
    passerelle_store::STATEMENTS[7],
    passerelle_store::STATEMENTS[8],
    passerelle_store::STATEMENTS[9],
    passerelle_store::STATEMENTS[10],
    passerelle_access::STATEMENTS[0],
    passerelle_access::STATEMENTS[1],
    passerelle_access::STATEMENTS[2],
    passerelle_access::STATEMENTS[3],
    passerelle_access::STATEMENTS[4],
    passerelle_access::STATEMENTS[5],
    passerelle_access::STATEMENTS[6],
    passerelle_access::STATEMENTS[7],
    passerelle_access::STATEMENTS[8],
    passerelle_access::STATEMENTS[9],
    passerelle_access::STATEMENTS[10],
    passerelle_access::STATEMENTS[11],
    passerelle_access::STATEMENTS[12],
    passerelle_access::STATEMENTS[13],
    passerelle_access::STATEMENTS[14],
    mail::STATEMENTS,
    my_data::STATEMENTS,
    logbook::STATEMENTS,
];

/// The sealed fields, likewise.
static SEALED: [&[&Sealed]; 7] = [
    passerelle_store::SEALED,
    mail::SEALED,
    passerelle_access::SEALED[0],
    passerelle_access::SEALED[1],
    passerelle_access::SEALED[2],
    passerelle_access::SEALED[3],
    passerelle_access::SEALED[4],
];

/// The ground under all capabilities, as one of them.
pub fn capability() -> Capability {
    let routes = Routes::default()
        .get("/healthz", Needs::Public, health)
        .get("/assets/{*name}", Needs::Public, assets::show)
        .get("/style", Needs::Public, style)
        .post("/language", Needs::Public, language::choose)
        .get("/live", Needs::SignedIn, live::changes)
        .and(sign_in::routes())
        .and(sign_in_link::routes())
        .and(sign_in_passkey::routes())
        .and(search::routes())
        .and(second::routes())
        .and(institution::routes())
        .and(rescue::routes())
        .and(security::routes())
        .and(my_data::routes())
        .and(invitation::routes())
        .and(account::routes())
        .and(outbox::routes())
        .and(programs::routes())
        .and(status::routes());
    Capability {
        routes,
        destinations: &[],
        my_data: my_data::MY_DATA,
        migrations: &[passerelle_store::MIGRATIONS, passerelle_access::MIGRATIONS, MIGRATIONS, logbook::MIGRATIONS],
        tables: &[passerelle_store::TABLES, passerelle_access::TABLES, TABLES],
        statements: &STATEMENTS,
        translations: &[
            TRANSLATIONS,
            SIGN_IN_TRANSLATIONS,
            STATUS_TRANSLATIONS,
            PROGRAMS_TRANSLATIONS,
            WEBHOOKS_TRANSLATIONS,
            MY_DATA_TRANSLATIONS,
            PRIVACY_TRANSLATIONS,
            passerelle_ui::TRANSLATIONS,
        ],
        jobs: &[
            (mail::JOB, mail::job),
            (sms::JOB, sms::job),
            (webhook::JOB, webhook::job),
            (sign_in_link::JOB, sign_in_link::job),
            (purge::JOB, purge::job),
            (rescue::JOB, rescue::job),
            (security::email::JOB, security::email::job),
            (RESEAL, reseal::job),
            (crate::search::JOB, crate::search::job),
        ],
        indexes: &[crate::search::NAMES],
        schedules: &[purge::SCHEDULE],
        sealed: &SEALED,
        references: &[passerelle_store::REFERENCES, passerelle_access::REFERENCES],
        held: &[passerelle_access::HELD, passerelle_store::HELD],
        passing: &[passerelle_store::PASSING, declared::PASSING],
        nobody: &[passerelle_store::NOBODY, passerelle_access::NOBODY, declared::NOBODY],
        ..Capability::named("web")
    }
}

async fn health(ctx: Ctx) -> Result<Response, crate::PageError> {
    if ctx.app().is_leaving() {
        return Ok((StatusCode::SERVICE_UNAVAILABLE, "going").into_response());
    }
    drop(ctx.begin_read().await?);
    Ok("ok".into_response())
}

async fn style(ctx: Ctx) -> Response {
    let title = ctx.say("ui-style-title");
    page(&ctx, Page { title, main: passerelle_ui::style::page(ctx.words()), ..Page::default() })
}
