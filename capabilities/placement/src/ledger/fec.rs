//! The postings as the text file that French law names (FEC): eighteen columns apart by tabs, days as `20261130`,
//! amounts with a comma. The words come from the caller.

use passerelle_kernel::{Date, Money};

use super::{Accounts, Book, Line, Posting, Side, Use};

/// The columns, named as the law names them.
const COLUMNS: [&str; 18] = [
    "JournalCode",
    "JournalLib",
    "EcritureNum",
    "EcritureDate",
    "CompteNum",
    "CompteLib",
    "CompAuxNum",
    "CompAuxLib",
    "PieceRef",
    "PieceDate",
    "EcritureLib",
    "Debit",
    "Credit",
    "EcritureLet",
    "DateLet",
    "ValidDate",
    "Montantdevise",
    "Idevise",
];

/// The words of the file.
pub struct Words<'a> {
    /// The code and the name of a book.
    pub book: &'a dyn Fn(Book) -> (String, String),
    /// The name of an account.
    pub account: &'a dyn Fn(Use) -> String,
    /// What a posting is about.
    pub about: &'a dyn Fn(&Posting) -> String,
}

/// The file.
pub fn fec(postings: &[Posting], accounts: &Accounts, words: &Words<'_>) -> String {
    let mut text = COLUMNS.join("\t");
    text.push_str("\r\n");
    for posting in postings {
        let number = format!("{}", posting.number);
        for line in &posting.lines {
            let cells = cells(posting, &number, line, accounts, words).map(|cell| plain(&cell));
            text.push_str(&cells.join("\t"));
            text.push_str("\r\n");
        }
    }
    text
}

/// The name under which the law wants the file: the association's SIREN, and the last day.
pub fn file_name(siren: Option<&str>, last: Date) -> String {
    format!("{}FEC{}.txt", siren.unwrap_or_default(), day(last))
}

fn cells(
    posting: &Posting,
    number: &str,
    line: &Line,
    accounts: &Accounts,
    words: &Words<'_>,
) -> [String; COLUMNS.len()] {
    let (code, book) = (words.book)(posting.book);
    let is_customer = line.used == Use::Customers;
    let customer = |text: &str| if is_customer { text.to_owned() } else { String::new() };
    let settled = posting.settled.as_ref().filter(|_| is_customer);
    let (debit, credit) = match line.side {
        Side::Debit(amount) => (amount, Money::ZERO),
        Side::Credit(amount) => (Money::ZERO, amount),
    };
    [
        code,
        book,
        number.to_owned(),
        day(posting.on),
        accounts.number(line.used).to_owned(),
        (words.account)(line.used),
        customer(&posting.customer.code),
        customer(&posting.customer.name),
        posting.piece.clone(),
        day(posting.piece_on),
        (words.about)(posting),
        amount(debit),
        amount(credit),
        settled.map(|(sign, _)| sign.clone()).unwrap_or_default(),
        settled.map(|(_, on)| day(*on)).unwrap_or_default(),
        day(posting.final_on),
        String::new(),
        String::new(),
    ]
}

fn day(date: Date) -> String {
    date.strftime("%Y%m%d").to_string()
}

fn amount(money: Money) -> String {
    money.decimal().replace('.', ",")
}

/// On one line and in one column.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
