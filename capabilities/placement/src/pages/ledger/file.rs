//! The books as a file: the text that French law names, or a sheet with one line for each side of each posting.

use axum::extract::Query;
use passerelle_kernel::{Date, Language, Money};
use passerelle_web::{
    Ctx, PageError, PageResult,
    listing::{self, AsFile, Kind, Listing, Value, columns, listing},
};
use passerelle_words::{Words as Spoken, say};
use serde::Deserialize;

use crate::{
    actions::money::{Books, books},
    ledger::{About, Posting, Side, Use, Words, fec as write, file_name},
    period::Days,
};

#[derive(Deserialize)]
pub(super) struct Wanted {
    from: Option<Date>,
    until: Option<Date>,
}

impl Wanted {
    /// The days that are asked for; without any, those of this year.
    fn days(&self, ctx: &Ctx) -> Result<Days, PageError> {
        let today = ctx.today();
        let (first, last) = (today.first_of_year(), today.last_of_year());
        let days = Days::new(self.from.unwrap_or(first), self.until.unwrap_or(last));
        days.map_err(|refusal| PageError::Refused(refusal.key()))
    }
}

fn about(words: &Spoken, posting: &Posting) -> String {
    let (number, name) = (posting.piece.as_str(), posting.customer.name.as_str());
    match posting.about {
        About::Invoice => say!(words, "placement-ledger-about-invoice", number = number, name = name),
        About::CreditNote => say!(words, "placement-ledger-about-credit-note", number = number, name = name),
        About::Payment => say!(words, "placement-ledger-about-payment", number = number, name = name),
    }
}

fn account(words: &Spoken, used: Use) -> String {
    words.say(&format!("placement-ledger-account-{}", used.as_str()))
}

/// The file for the tax office of France, in French for whoever takes it.
pub(super) async fn fec(ctx: Ctx, Query(wanted): Query<Wanted>) -> PageResult {
    let Books { postings, accounts, siren, last } = books(&ctx, wanted.days(&ctx)?).await?;
    let french = ctx.app().words(Language::Fr);
    let text = write(
        &postings,
        &accounts,
        &Words {
            book: &|book| {
                let name = |part: &str| french.say(&format!("placement-ledger-book-{}{part}", book.as_str()));
                (name("-code"), name(""))
            },
            account: &|used| account(&french, used),
            about: &|posting| about(&french, posting),
        },
    );
    listing::taken(&ctx, "ledger", postings.len()).await?;
    listing::attachment(text.into_bytes(), "text/plain; charset=utf-8", &file_name(siren.as_deref(), last))
}

pub(super) async fn list(ctx: Ctx, AsFile(format): AsFile, Query(wanted): Query<Wanted>) -> PageResult {
    let days = wanted.days(&ctx)?;
    let books = books(&ctx, days).await?;
    let titles = [
        ("placement-ledger-column-book", Kind::Text),
        ("placement-ledger-column-number", Kind::Number),
        ("placement-ledger-column-on", Kind::Date),
        ("placement-ledger-column-piece", Kind::Text),
        ("placement-ledger-column-account", Kind::Text),
        ("placement-ledger-column-account-name", Kind::Text),
        ("placement-ledger-column-customer-code", Kind::Text),
        ("placement-ledger-column-customer", Kind::Text),
        ("placement-ledger-column-about", Kind::Text),
        ("placement-ledger-column-debit", Kind::Money),
        ("placement-ledger-column-credit", Kind::Money),
    ];
    let rows = books.postings.iter().flat_map(|posting| lines(&ctx, &books, posting)).collect();
    let words = ctx.words();
    let title = say!(words, "placement-ledger-sheet", from = words.day(days.first()), until = words.day(days.last()));
    listing(&ctx, format, "ledger", Listing { title, columns: columns(&ctx, &titles), rows, notes: Vec::new() }).await
}

fn lines(ctx: &Ctx, books: &Books, posting: &Posting) -> Vec<Vec<Value>> {
    let words = ctx.words();
    let book = words.say(&format!("placement-ledger-book-{}", posting.book.as_str()));
    let number = i64::try_from(posting.number).unwrap_or(i64::MAX);
    let of_line = |line: &crate::ledger::Line| -> Vec<Value> {
        let is_customer = line.used == Use::Customers;
        let customer = |text: &str| if is_customer { text.into() } else { Value::Nothing };
        let (debit, credit): (Option<Money>, Option<Money>) = match line.side {
            Side::Debit(amount) => (Some(amount), None),
            Side::Credit(amount) => (None, Some(amount)),
        };
        vec![
            book.as_str().into(),
            number.into(),
            posting.on.into(),
            posting.piece.as_str().into(),
            books.accounts.number(line.used).into(),
            account(words, line.used).into(),
            customer(&posting.customer.code),
            customer(&posting.customer.name),
            about(words, posting).into(),
            debit.into(),
            credit.into(),
        ]
    };
    posting.lines.iter().map(of_line).collect()
}
