//! For how long things are kept. The figures are the operator's; what a law demands is not undercut.

use jiff::ToSpan as _;
use passerelle_kernel::{Date, TimeZone, Timestamp};
use serde::{Deserialize, Serialize};

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Days.
    Days(u16),
    /// Years of the calendar.
    Years(u16),
}

impl Span {
    /// This much after a day.
    pub fn after(self, day: Date) -> Date {
        day.saturating_add(self.span())
    }

    /// This much before a day.
    pub fn before(self, day: Date) -> Date {
        day.saturating_sub(self.span())
    }

    /// This much before an instant, by the calendar of UTC.
    pub fn before_instant(self, at: Timestamp) -> Timestamp {
        match self {
            // A day is 24 hours here: what was kept at noon goes at noon.
            Self::Days(days) => at.saturating_sub((i64::from(days) * 24).hours()).unwrap_or(Timestamp::MIN),
            Self::Years(_) => at.to_zoned(TimeZone::UTC).saturating_sub(self.span()).timestamp(),
        }
    }

    fn span(self) -> jiff::Span {
        match self {
            Self::Days(days) => i64::from(days).days(),
            Self::Years(years) => i64::from(years).years(),
        }
    }
}

/// Why something is kept for a time, which says for how long. Its words: `web-term-<code>`, and `web-term-<code>-why`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// What has served its purpose when its day has come.
    AtOnce,
    /// The keys of forms that were sent.
    Forms,
    /// Files that were handed in and not imported.
    Files,
    /// Jobs that were done.
    Jobs,
    /// Sessions that have ended.
    Sessions,
    /// Links that have ended.
    Links,
    /// Letters that were kept instead of sent.
    Letters,
    /// Requests that nobody has sent.
    Drafts,
    /// Who did what: traces for security.
    Trail,
    /// Requests that were decided, and what was said about them.
    Requests,
    /// People, after their last role.
    Membership,
    /// Work: missions, schedules, hours.
    Contracts,
    /// Invoices and payments.
    Accounting,
}

impl Term {
    /// All of them, the shortest first.
    pub const ALL: [Self; 13] = [
        Self::AtOnce,
        Self::Forms,
        Self::Files,
        Self::Jobs,
        Self::Sessions,
        Self::Links,
        Self::Letters,
        Self::Drafts,
        Self::Trail,
        Self::Requests,
        Self::Membership,
        Self::Contracts,
        Self::Accounting,
    ];

    /// The stable code.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AtOnce => "at-once",
            Self::Forms => "forms",
            Self::Files => "files",
            Self::Jobs => "jobs",
            Self::Sessions => "sessions",
            Self::Links => "links",
            Self::Letters => "letters",
            Self::Drafts => "drafts",
            Self::Trail => "trail",
            Self::Requests => "requests",
            Self::Membership => "membership",
            Self::Contracts => "contracts",
            Self::Accounting => "accounting",
        }
    }
}

/// For how long each thing is kept: `[retention]` of the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Retention {
    /// The keys of forms that were sent: for so long a second sending of the same form acts no second time.
    pub forms_days: u16,
    /// Files that were handed in and not imported: they name people.
    pub files_days: u16,
    /// Jobs that were done.
    pub jobs_days: u16,
    /// Sessions that have ended.
    pub sessions_days: u16,
    /// Links that have ended: for so long their page says that they are too old, later that they do not exist.
    pub links_days: u16,
    /// Letters that were kept instead of sent.
    pub letters_days: u16,
    /// Requests that were begun and not sent.
    pub drafts_days: u16,
    /// Who did what.
    pub trail_days: u16,
    /// Requests, from the decision on.
    pub requests_years: u16,
    /// People, from the end of their last role on.
    pub membership_years: u16,
    /// Missions, schedules and hours, from their end on.
    pub contracts_years: u16,
    /// Invoices and payments, from the end of the year on.
    pub accounting_years: u16,
    /// The same for organisations in Belgium.
    pub accounting_years_be: u16,
}

impl Default for Retention {
    /// Drafts: as long as their secret. Trail: French authority (CNIL), six to twelve months. Requests, membership: its
    /// guide for associations. Contracts: limitation of civil claims (Code civil, article 2224). Accounting: Code de
    /// commerce, article L123-22; Belgium: Code de droit économique, article III.86.
    fn default() -> Self {
        Self {
            forms_days: 7,
            files_days: 7,
            jobs_days: 30,
            sessions_days: 1,
            links_days: 180,
            letters_days: 90,
            drafts_days: 30,
            trail_days: 365,
            requests_years: 2,
            membership_years: 3,
            contracts_years: 5,
            accounting_years: 10,
            accounting_years_be: 7,
        }
    }
}

/// Longer than this nothing is kept.
pub const MOST_YEARS: u16 = 30;

impl Retention {
    /// For how long something is kept, by the country of the organisation where that matters.
    pub fn span(&self, term: Term, country: Option<&str>) -> Span {
        match term {
            Term::AtOnce => Span::Days(0),
            Term::Forms => Span::Days(self.forms_days),
            Term::Files => Span::Days(self.files_days),
            Term::Jobs => Span::Days(self.jobs_days),
            Term::Sessions => Span::Days(self.sessions_days),
            Term::Links => Span::Days(self.links_days),
            Term::Letters => Span::Days(self.letters_days),
            Term::Drafts => Span::Days(self.drafts_days),
            Term::Trail => Span::Days(self.trail_days),
            Term::Requests => Span::Years(self.requests_years),
            Term::Membership => Span::Years(self.membership_years),
            Term::Contracts => Span::Years(self.contracts_years),
            Term::Accounting if country == Some("BE") => Span::Years(self.accounting_years_be),
            Term::Accounting => Span::Years(self.accounting_years),
        }
    }

    /// What is wrong with these figures.
    ///
    /// # Errors
    /// Names the key, and says what it may be.
    pub fn check(&self) -> Result<(), String> {
        let law = [
            ("contracts_years", self.contracts_years, 5),
            ("accounting_years", self.accounting_years, 10),
            ("accounting_years_be", self.accounting_years_be, 7),
        ];
        if let Some((key, _, least)) = law.iter().find(|(_, years, least)| years < least) {
            return Err(format!("retention.{key} is at least {least}: the law demands it"));
        }
        let years = law
            .into_iter()
            .map(|(key, years, _)| (key, years))
            .chain([("requests_years", self.requests_years), ("membership_years", self.membership_years)]);
        if let Some((key, _)) = years.into_iter().find(|(_, years)| !(1..=MOST_YEARS).contains(years)) {
            return Err(format!("retention.{key} is a number of years between 1 and {MOST_YEARS}"));
        }
        if self.drafts_days < 30 {
            return Err("retention.drafts_days is at least 30: so long the link to a draft works".to_owned());
        }
        if !(180..=3_650).contains(&self.trail_days) {
            return Err("retention.trail_days is a number of days between 180 and 3650".to_owned());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn years_are_those_of_the_calendar_and_the_country_counts_for_accounts() {
        let retention = Retention::default();
        let of = |term, country| retention.span(term, country);
        assert_eq!(of(Term::Accounting, Some("FR")).after(day("2026-12-31")), day("2036-12-31"));
        assert_eq!(of(Term::Accounting, Some("BE")).after(day("2026-12-31")), day("2033-12-31"));
        assert_eq!(of(Term::Contracts, Some("BE")).before(day("2024-02-29")), day("2019-02-28"));
        let at: Timestamp = "2026-03-29T01:30:00Z".parse().unwrap();
        assert_eq!(of(Term::Sessions, None).before_instant(at).to_string(), "2026-03-28T01:30:00Z");
        assert_eq!(of(Term::Requests, None).before_instant(at).to_string(), "2024-03-29T01:30:00Z");
    }

    #[test]
    fn what_a_law_demands_is_not_undercut() {
        assert_eq!(Retention::default().check(), Ok(()));
        let wrong = |change: fn(&mut Retention)| {
            let mut retention = Retention::default();
            change(&mut retention);
            retention.check().unwrap_err()
        };
        assert!(wrong(|r| r.accounting_years = 9).contains("accounting_years is at least 10"));
        assert!(wrong(|r| r.accounting_years_be = 6).contains("accounting_years_be is at least 7"));
        assert!(wrong(|r| r.contracts_years = 4).contains("contracts_years"));
        assert!(wrong(|r| r.requests_years = 0).contains("requests_years"));
        assert!(wrong(|r| r.membership_years = 99).contains("membership_years"));
        assert!(wrong(|r| r.drafts_days = 29).contains("drafts_days"));
        assert!(wrong(|r| r.trail_days = 0).contains("trail_days"));
    }
}
