//! The books: invoices, credit notes and payments as double entry, for whoever keeps the accounts.
//!
//! A [`Posting`] is balanced. The postings of a book are numbered from 1 on in each calendar year in the order in which
//! they became final, so that the file of a month has the numbers that the file of the year has. Only what was invoiced
//! here is in it: wages, purchases and subsidies are the accountant's. Sources: France, article A. 47 A-1 of the Livre
//! des procédures fiscales (the file of entries, FEC); the usual accounts of the French and the Belgian chart.

mod fec;

pub use fec::{Words, fec, file_name};

use std::collections::BTreeMap;

use passerelle_kernel::{Date, Money};

use crate::{period::Days, refusal::Refusal};

codes! {
    /// A book of first entry.
    pub enum Book {
        /// What was invoiced and credited.
        Sales = "sales",
        /// What came in.
        Bank = "bank",
    }
}

codes! {
    /// What an account is for.
    pub enum Use {
        /// What institutions owe.
        Customers = "customers",
        /// What was sold.
        Sales = "sales",
        /// VAT that is due to the state.
        Vat = "vat",
        /// The association's account at its bank.
        Bank = "bank",
    }
}

/// The accounts of an association's chart that its invoices touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accounts(BTreeMap<Use, String>);

impl Accounts {
    /// The usual ones of a country: of the Belgian chart (arrêté royal of 21 October 2018) for `BE`, else of the French
    /// one (règlement ANC 2014-03).
    pub fn usual(country: &str) -> Self {
        let numbers = match country {
            "BE" => ["400000", "700000", "451000", "550000"],
            _ => ["411000", "706000", "445710", "512000"],
        };
        Self(Use::ALL.iter().copied().zip(numbers.map(str::to_owned)).collect())
    }

    /// These numbers, without spaces around.
    ///
    /// # Errors
    /// Refused, with the use that it is about, when one is not made of three to ten digits.
    pub fn read(number: impl Fn(Use) -> String) -> Result<Self, Vec<Use>> {
        let read: BTreeMap<Use, String> =
            Use::ALL.iter().map(|used| (*used, number(*used).trim().to_owned())).collect();
        let is_number = |text: &str| (3..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let wrong: Vec<Use> = read.iter().filter(|(_, text)| !is_number(text)).map(|(used, _)| *used).collect();
        if wrong.is_empty() { Ok(Self(read)) } else { Err(wrong) }
    }

    /// The number of the account for this use.
    pub fn number(&self, used: Use) -> &str {
        self.0.get(&used).map_or("", String::as_str)
    }
}

/// The institution that owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Its number in law where it has one, so that two programs mean the same.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// Money that came in for an invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// The day on the statement of account.
    pub on: Date,
    /// How much.
    pub amount: Money,
    /// When it was entered, in milliseconds: the order of the book.
    pub entered_at: i64,
    /// The day of that.
    pub entered_on: Date,
}

/// An invoice or a credit note, as the books need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its number.
    pub number: String,
    /// The number of the invoice that it cancels, if it is a credit note.
    pub cancels: Option<String>,
    /// The day of the credit note that cancels it.
    pub cancelled_on: Option<Date>,
    /// The date that it bears.
    pub issued_on: Date,
    /// The day on which it was issued.
    pub entered_on: Date,
    /// Who owes.
    pub customer: Customer,
    /// Without VAT.
    pub net: Money,
    /// With VAT.
    pub gross: Money,
    /// What came in, in the order in which it was entered.
    pub received: Vec<Received>,
}

impl Document {
    /// The sign under which its lines are settled and the last day of that, if nothing is open on `on`: all of it was
    /// paid, or a credit note cancels it and nothing was paid.
    fn settled(&self, on: Date) -> Option<(String, Date)> {
        let paid: Money = self.received.iter().filter(|money| money.on <= on).map(|money| money.amount).sum();
        let last = self.received.iter().map(|money| money.on).filter(|day| *day <= on).max();
        match (&self.cancels, self.cancelled_on.filter(|day| *day <= on)) {
            (Some(_), _) => None,
            (None, Some(day)) => (paid == Money::ZERO).then(|| (self.number.clone(), day)),
            (None, None) => last.filter(|_| paid == self.gross).map(|day| (self.number.clone(), day)),
        }
    }
}

/// One side of one line of a posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left.
    Debit(Money),
    /// Right.
    Credit(Money),
}

impl Side {
    const fn turned(self) -> Self {
        match self {
            Self::Debit(amount) => Self::Credit(amount),
            Self::Credit(amount) => Self::Debit(amount),
        }
    }
}

/// A line of a posting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What its account is for.
    pub used: Use,
    /// How much, on which side.
    pub side: Side,
}

codes! {
    /// What a posting is about.
    pub enum About {
        /// An invoice was issued.
        Invoice = "invoice",
        /// A credit note was issued.
        CreditNote = "credit-note",
        /// Money came in.
        Payment = "payment",
    }
}

/// One thing that happened, as the books tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The book.
    pub book: Book,
    /// Its number in the book and in the year.
    pub number: usize,
    /// What it is about.
    pub about: About,
    /// The day that it counts for.
    pub on: Date,
    /// The number of the invoice or credit note.
    pub piece: String,
    /// The date of that paper.
    pub piece_on: Date,
    /// Who owes.
    pub customer: Customer,
    /// Its lines, as much on the left as on the right.
    pub lines: Vec<Line>,
    /// The sign and the day under which the customer's line is settled.
    pub settled: Option<(String, Date)>,
    /// The day since which nobody can change it.
    pub final_on: Date,
}

/// The postings of `days`, which lie in one year, book by book. `documents` are all of that year and all for which
/// something came in during it, in the order of their numbers.
///
/// # Errors
/// Refused when the days lie in two years: the numbers begin again in each.
pub fn post(documents: &[Document], days: Days) -> Result<Vec<Posting>, Refusal> {
    if days.first().year() != days.last().year() {
        return Err(Refusal::DaysOfTwoYears);
    }
    let year = days.first().year();
    let mut postings = Vec::new();
    let of_year = documents.iter().filter(|document| document.issued_on.year() == year);
    postings.extend(of_year.enumerate().map(|(n, document)| sale(n + 1, document, documents, days.last())));
    let mut received: Vec<(&Document, &Received)> = documents
        .iter()
        .flat_map(|document| document.received.iter().map(move |money| (document, money)))
        .filter(|(_, money)| money.on.year() == year)
        .collect();
    received.sort_by_key(|(_, money)| money.entered_at);
    let came_in = received.into_iter().enumerate();
    postings.extend(came_in.map(|(n, (document, money))| payment(n + 1, document, money, days.last())));
    postings.retain(|posting| days.contains(posting.on));
    Ok(postings)
}

fn sale(number: usize, document: &Document, all: &[Document], on: Date) -> Posting {
    let vat = Money(document.gross.0 - document.net.0);
    let mut lines = vec![
        Line { used: Use::Customers, side: Side::Debit(document.gross) },
        Line { used: Use::Sales, side: Side::Credit(document.net) },
        Line { used: Use::Vat, side: Side::Credit(vat) },
    ];
    lines.retain(|line| line.side != Side::Credit(Money::ZERO));
    let (about, settled) = match &document.cancels {
        None => (About::Invoice, document.settled(on)),
        Some(cancelled) => {
            lines.iter_mut().for_each(|line| line.side = line.side.turned());
            (About::CreditNote, all.iter().find(|one| one.number == *cancelled).and_then(|one| one.settled(on)))
        }
    };
    Posting {
        book: Book::Sales,
        number,
        about,
        on: document.issued_on,
        piece: document.number.clone(),
        piece_on: document.issued_on,
        customer: document.customer.clone(),
        lines,
        settled,
        final_on: document.entered_on,
    }
}

fn payment(number: usize, document: &Document, money: &Received, on: Date) -> Posting {
    Posting {
        book: Book::Bank,
        number,
        about: About::Payment,
        on: money.on,
        piece: document.number.clone(),
        piece_on: document.issued_on,
        customer: document.customer.clone(),
        lines: vec![
            Line { used: Use::Bank, side: Side::Debit(money.amount) },
            Line { used: Use::Customers, side: Side::Credit(money.amount) },
        ],
        settled: document.settled(on),
        final_on: money.entered_on,
    }
}

#[cfg(test)]
mod tests;
