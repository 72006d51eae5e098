use passerelle_kernel::{Date, Money};
use proptest::prelude::*;

use super::*;
use crate::period;

fn on(text: &str) -> Date {
    text.parse().unwrap()
}

fn year() -> Days {
    Days::new(on("2026-01-01"), on("2026-12-31")).unwrap()
}

fn invoice(number: &str, issued_on: &str, net: i64, gross: i64) -> Document {
    Document {
        number: number.to_owned(),
        cancels: None,
        cancelled_on: None,
        issued_on: on(issued_on),
        entered_on: on(issued_on),
        customer: Customer { code: "260100018".to_owned(), name: "CH\tde la Meuse".to_owned() },
        net: Money(net),
        gross: Money(gross),
        received: Vec::new(),
    }
}

fn money(day: &str, amount: i64, entered_at: i64) -> Received {
    Received { on: on(day), amount: Money(amount), entered_at, entered_on: on(day) }
}

fn lines(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split('\t').collect()).collect()
}

fn file(postings: &[Posting]) -> String {
    let words = Words {
        book: &|book| (book.as_str().to_uppercase(), book.as_str().to_owned()),
        account: &|used| used.as_str().to_owned(),
        about: &|posting| format!("{} {}", posting.about.as_str(), posting.piece),
    };
    fec(postings, &Accounts::usual("FR"), &words)
}

#[test]
fn an_invoice_with_vat_is_what_the_customer_owes_against_the_sale_and_the_tax() {
    let postings = post(&[invoice("2026-0001", "2026-02-01", 100_000, 120_000)], year()).unwrap();
    let text = file(&postings);
    let rows = lines(&text);
    assert!(rows.iter().all(|row| row.len() == 18));
    assert_eq!(
        rows[1][..13],
        [
            "SALES",
            "sales",
            "1",
            "20260201",
            "411000",
            "customers",
            "260100018",
            "CH de la Meuse",
            "2026-0001",
            "20260201",
            "invoice 2026-0001",
            "1200,00",
            "0,00"
        ]
    );
    assert_eq!(rows[2][4..8], ["706000", "sales", "", ""]);
    assert_eq!(rows[2][11..13], ["0,00", "1000,00"]);
    assert_eq!(rows[3][4], "445710");
    assert_eq!(rows[3][12], "200,00");
    assert_eq!(rows.len(), 4);
}

#[test]
fn without_vat_no_line_tells_of_it() {
    let postings = post(&[invoice("2026-0001", "2026-02-01", 100_000, 100_000)], year()).unwrap();
    assert_eq!(postings[0].lines.len(), 2);
}

#[test]
fn a_paid_invoice_and_its_payments_are_settled_on_the_last_day_and_not_before() {
    let paid = Document {
        received: vec![money("2026-03-01", 40_000, 2), money("2026-04-02", 60_000, 3)],
        ..invoice("2026-0001", "2026-02-01", 100_000, 100_000)
    };
    let postings = post(std::slice::from_ref(&paid), year()).unwrap();
    let sign = Some(("2026-0001".to_owned(), on("2026-04-02")));
    assert!(postings.iter().all(|posting| posting.settled == sign));
    assert_eq!(postings.len(), 3);
    let march = post(&[paid], Days::new(on("2026-01-01"), on("2026-03-31")).unwrap()).unwrap();
    assert!(march.iter().all(|posting| posting.settled.is_none()));
    assert_eq!(march.len(), 2);
}

#[test]
fn a_credit_note_turns_the_invoice_round_and_settles_both() {
    let cancelled =
        Document { cancelled_on: Some(on("2026-02-10")), ..invoice("2026-0001", "2026-02-01", 100_000, 120_000) };
    let note =
        Document { cancels: Some("2026-0001".to_owned()), ..invoice("2026-0002", "2026-02-10", 100_000, 120_000) };
    let postings = post(&[cancelled.clone(), note.clone()], year()).unwrap();
    assert_eq!(postings[1].lines[0].side, Side::Credit(Money(120_000)));
    assert_eq!(postings[1].lines[1].side, Side::Debit(Money(100_000)));
    assert!(postings.iter().all(|posting| posting.settled == Some(("2026-0001".to_owned(), on("2026-02-10")))));
    // What was paid before is to be given back: nothing is settled.
    let paid = Document { received: vec![money("2026-02-05", 120_000, 1)], ..cancelled };
    assert!(post(&[paid, note], year()).unwrap().iter().all(|posting| posting.settled.is_none()));
}

#[test]
fn days_of_two_years_are_refused() {
    let days = Days::new(on("2025-12-01"), on("2026-01-31")).unwrap();
    assert_eq!(post(&[], days), Err(Refusal::DaysOfTwoYears));
}

#[test]
fn an_account_is_three_to_ten_digits() {
    let read = |vat: &'static str| {
        Accounts::read(move |used| if used == Use::Vat { vat.to_owned() } else { " 411 ".to_owned() })
    };
    assert_eq!(read("445710").unwrap().number(Use::Customers), "411");
    for wrong in ["44", "", "44571A", "44571000001", "４４５"] {
        assert_eq!(read(wrong), Err(vec![Use::Vat]), "{wrong}");
    }
}

#[test]
fn the_file_is_named_as_the_law_wants() {
    assert_eq!(file_name(Some("123456789"), on("2026-12-31")), "123456789FEC20261231.txt");
}

prop_compose! {
    fn document(n: usize)(
        day in 0..360_i32, net in 1..1_000_000_i64, rate in prop::sample::select(vec![0, 6, 20, 21]),
        parts in prop::collection::vec((1..100_i64, 0..400_i32, 0..1_000_i64), 0..4),
    ) -> Document {
        let issued_on = period::later(on("2026-01-01"), day);
        let gross = net + net * rate / 100;
        let share = gross / 500;
        let received = parts.iter().filter(|_| share > 0).map(|(part, after, entered_at)| {
            let on = period::later(issued_on, *after);
            Received { on, amount: Money(share * part), entered_at: *entered_at, entered_on: on }
        });
        Document { received: received.collect(), issued_on, entered_on: issued_on, ..invoice(&format!("2026-{n:04}"), "2026-01-01", net, gross) }
    }
}

proptest! {
    #[test]
    fn every_posting_is_balanced_and_each_book_is_numbered_without_a_gap(
        documents in (1..12_usize).prop_flat_map(|count| (0..count).map(document).collect::<Vec<_>>())
    ) {
        let postings = post(&documents, year()).unwrap();
        for posting in &postings {
            let (mut debit, mut credit) = (0, 0);
            for line in &posting.lines {
                match line.side { Side::Debit(m) => debit += m.0, Side::Credit(m) => credit += m.0 }
            }
            prop_assert_eq!(debit, credit);
        }
        for book in Book::ALL {
            let numbers: Vec<usize> = postings.iter().filter(|p| p.book == *book).map(|p| p.number).collect();
            prop_assert_eq!(&numbers, &(1..=numbers.len()).collect::<Vec<_>>());
        }
        // The months together are the year.
        let months = (1..=12).flat_map(|month| {
            let days = period::Month::of(Date::new(2026, month, 1).unwrap()).days();
            post(&documents, days).unwrap()
        });
        let mut months: Vec<(Book, usize)> = months.map(|p| (p.book, p.number)).collect();
        months.sort_unstable();
        let mut all: Vec<(Book, usize)> = postings.iter().map(|p| (p.book, p.number)).collect();
        all.sort_unstable();
        prop_assert_eq!(months, all);
    }
}
