mod access;
mod check;
mod codes;
mod links;
mod reminders;
mod three_ways;
mod versions;

use passerelle_access::{Organisation, Role};
use passerelle_directory::{OrganisationFacts, OrganisationKind, actions::create_organisation};
use passerelle_kernel::Id;
use passerelle_testkit::{Answer, Person, TestApp};
use passerelle_web::Capability;

pub(crate) fn capabilities() -> Vec<Capability> {
    vec![passerelle_web::capability(), passerelle_directory::capability(), passerelle_signing::capability()]
}

/// An association, who coordinates it, a peer with an account; somebody of another association.
pub(crate) struct Ground {
    pub(crate) app: TestApp,
    pub(crate) coralie: Person,
    pub(crate) noor: Person,
    pub(crate) lucas: Person,
}

async fn association(app: &TestApp, admin: &Person, name: &str) -> Id<Organisation> {
    let facts =
        OrganisationFacts { kind: OrganisationKind::Association, name: name.into(), ..OrganisationFacts::default() };
    create_organisation(&app.ctx(admin).await, &facts).await.unwrap()
}

pub(crate) async fn ground(app: &TestApp) -> Ground {
    let ada = app.person("Ada", Role::Admin, app.new_id(), None).await;
    let espairs = association(app, &ada, "Espairs").await;
    let elsewhere = association(app, &ada, "Ailleurs").await;
    let coralie = app.person("Coralie", Role::Coordinator, espairs, None).await;
    let noor = app.person("Noor", Role::Peer, espairs, None).await;
    let lucas = app.person("Lucas", Role::Coordinator, elsewhere, None).await;
    Ground { app: app.clone(), coralie, noor, lucas }
}

/// A signer as the form sends them: name, for whom, address, telephone, way.
pub(crate) type Row<'a> = [&'a str; 5];

pub(crate) const NOOR: Row<'_> = ["Noor", "à titre personnel", "noor@example.org", "", "account"];
pub(crate) const ANA: Row<'_> = ["Ana Petit", "pour l’hôpital", "ana@hopital.example", "06 12 34 56 78", "sms"];
pub(crate) const HUGO: Row<'_> = ["Hugo Roy", "pour le foyer", "", "", "paper"];
pub(crate) const LEA: Row<'_> = ["Léa Blanc", "pour le foyer", "lea@foyer.example", "", "link"];

/// The fields of a paper of this title with these signers.
pub(crate) fn fields(title: &str, rows: &[Row<'_>]) -> Vec<(String, String)> {
    let mut fields = vec![
        ("title".to_owned(), title.to_owned()),
        ("text".to_owned(), "Nous travaillons ensemble.\n\nPersonne n’est obligé.".to_owned()),
        ("rows".to_owned(), rows.len().to_string()),
    ];
    for (number, row) in (1..).zip(rows) {
        for (part, value) in ["name", "party", "email", "phone", "way"].iter().zip(row) {
            fields.push((format!("{part}-{number}"), (*value).to_owned()));
        }
    }
    fields
}

pub(crate) async fn send(who: &Person, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    who.post(path, &fields).await
}

/// The coordinator's page of an answer that leads to it.
pub(crate) fn path_of(answer: &Answer) -> String {
    answer.assert_redirected().location().split('?').next().unwrap().to_owned()
}

impl Ground {
    /// Offers a paper to these signers; gives the path of its page.
    pub(crate) async fn offered(&self, title: &str, rows: &[Row<'_>]) -> String {
        path_of(&send(&self.coralie, "/papers", &fields(title, rows)).await)
    }

    /// The path of the newest link that was sent to this address or number.
    pub(crate) async fn link(&self, to: &str) -> String {
        let mails = self.app.mails().await;
        let mail = mails.iter().find(|mail| mail.to == to && mail.text.contains("/sign/"));
        let mail = mail.unwrap_or_else(|| panic!("nothing for {to} in {mails:?}"));
        let url = mail.text.lines().find(|line| line.contains("/sign/")).unwrap();
        url.strip_prefix("http://localhost").unwrap().to_owned()
    }

    /// The last code that was sent to this number.
    pub(crate) async fn code(&self, number: &str) -> String {
        let mails = self.app.mails().await;
        let mail = mails.iter().find(|mail| mail.to == number && mail.text.starts_with("Votre code"));
        let text = mail.unwrap_or_else(|| panic!("no code for {number} in {mails:?}")).text.clone();
        text.chars().filter(char::is_ascii_digit).take(6).collect()
    }

    /// The path of the page on which this person signs the newest paper with their account.
    pub(crate) async fn own_path(&self, who: &Person) -> String {
        let html = who.get("/signatures").await.assert_ok().html();
        let at = html.find("href=\"/signatures/").unwrap_or_else(|| panic!("nothing to sign in {html}"));
        html[at + 6..].split('"').next().unwrap().to_owned()
    }

    /// How many messages were sent to this address.
    pub(crate) async fn messages(&self, to: &str) -> usize {
        self.app.mails().await.iter().filter(|mail| mail.to == to).count()
    }
}

/// What a signer types.
pub(crate) const YES: &[(&str, &str)] = &[("name", "Ana Petit"), ("consent", "yes")];

/// A form with a file, as a browser sends it.
pub(crate) fn with_file(fields: &[(&str, &str)], file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("\r\n--part\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}").bytes());
    }
    // The first boundary and the file are those of `Person::send_file`.
    let mut all = file.to_vec();
    all.extend(body);
    all
}

/// Records that the signer at this place has signed on paper.
pub(crate) async fn on_paper(who: &Person, path: &str, place: usize, day: [&str; 3], scan: &[u8]) -> Answer {
    let fields = [("name", "Hugo Roy"), ("on-day", day[0]), ("on-month", day[1]), ("on-year", day[2])];
    who.send_file(&format!("{path}/signers/{place}/on-paper"), "file", &with_file(&fields, scan)).await
}

pub(crate) const SCAN: &[u8] = b"%PDF-1.7 a scan";
