//! The demonstration network as the ground of the access walk: two associations and more, with a record of every kind.

use std::collections::BTreeMap;

use passerelle::demo;
use passerelle_access::{Facts, Membership, ROLES, Role, account};
use passerelle_directory::actions::start_import;
use passerelle_kernel::{Chance, Clock, TimeZone};
use passerelle_privacy::{actions::ask, claim::Kind};
use passerelle_signing::{
    Draft, offer,
    paper::{Kind as PaperKind, MOST_SIGNERS},
    signer::{Asked, Way},
};
use passerelle_store::{Db, seal::Master};
use passerelle_testkit::{Person, TestApp};
use passerelle_web::{MailRoute, Settings, SignIn, SmsRoute};

/// Records that belong to somebody, by the name of their parameter.
pub(super) const NOUNS: [&str; 22] = [
    "request",
    "mission",
    "proposal",
    "entry",
    "beyond",
    "agreement",
    "invoice",
    "person",
    "organisation",
    "team",
    "import",
    "listing",
    "claim",
    "paper",
    "signer",
    "formality",
    "exception",
    "absence",
    "swap",
    "signal",
    "plan",
    "webhook",
];

/// Records that everybody may read: what one may not change, one may still know.
pub(super) const PUBLIC_NOUNS: [&str; 2] = ["organisation", "team"];

/// What stands for parameters that belong to nobody.
pub(super) const FILLERS: &[(&str, &str)] = &[
    ("point", "limits"),
    ("question", "team"),
    ("month", "2026-08"),
    ("slot", "00000000-0000-0000-0000-000000000000"),
    ("exception", "00000000-0000-0000-0000-000000000000"),
    ("membership", "00000000-0000-0000-0000-000000000000"),
    ("secret", "0000"),
    ("place", "1"),
];

passerelle_store::sql! {
    STATEMENTS;
    REQUEST = "SELECT id, org_id, institution_id, team_id, NULL FROM request WHERE stage <> 'draft' ORDER BY id";
    MISSION = "SELECT id, org_id, institution_id, team_id, peer_id FROM mission ORDER BY id";
    PROPOSAL = "SELECT id, org_id, NULL, NULL, peer_id FROM proposal ORDER BY id";
    ENTRY = "SELECT id, org_id, institution_id, team_id, peer_id FROM hours_entry ORDER BY id DESC LIMIT 400";
    BEYOND = "SELECT id, org_id, institution_id, team_id, peer_id FROM beyond ORDER BY id";
    AGREEMENT = "SELECT id, org_id, institution_id, NULL, NULL FROM agreement ORDER BY id";
    INVOICE = "SELECT id, org_id, institution_id, NULL, NULL FROM invoice ORDER BY id";
    PERSON = "SELECT account_id, org_id, NULL, NULL, account_id FROM membership WHERE role = 'peer' ORDER BY id";
    ORGANISATION = "SELECT id, id, id, NULL, NULL FROM organisation
        ORDER BY CASE WHEN kind = 'institution' THEN 0 ELSE 1 END, id";
    TEAM = "SELECT id, org_id, org_id, id, NULL FROM team ORDER BY id";
    IMPORT = "SELECT id, org_id, NULL, NULL, NULL FROM import WHERE list IS NULL ORDER BY id";
    LISTING = "SELECT id, org_id, NULL, NULL, NULL FROM import WHERE list IS NOT NULL ORDER BY id";
    CLAIM = "SELECT id, org_id, NULL, NULL, person_id FROM claim ORDER BY id";
    PAPER = "SELECT id, org_id, NULL, NULL, NULL FROM paper ORDER BY id";
    // Signers act for themselves, whatever organisation they hold a role in.
    SIGNER = "SELECT s.id, m.org_id, NULL, NULL, s.account_id FROM signer s
        JOIN membership m ON m.account_id = s.account_id WHERE s.answered_at IS NULL
            AND (SELECT count(*) FROM membership x WHERE x.account_id = s.account_id) = 1 ORDER BY s.id";
    FORMALITY = "SELECT id, org_id, NULL, NULL, NULL FROM formality ORDER BY id";
    EXCEPTION = "SELECT x.id, x.org_id, m.institution_id, m.team_id, m.peer_id
        FROM slot_exception x JOIN mission m ON m.id = x.mission_id WHERE x.eased_at IS NOT NULL ORDER BY x.id";
    ABSENCE = "SELECT id, org_id, NULL, NULL, peer_id FROM absence ORDER BY id";
    SWAP = "SELECT s.id, s.org_id, m.institution_id, m.team_id, m.peer_id
        FROM swap s JOIN mission m ON m.id = s.mission_id ORDER BY s.id";
    // What a peer has said themself is open to their coordination at once.
    SIGNAL = "SELECT id, org_id, NULL, NULL, peer_id FROM signal
        WHERE kind = 'alone' AND wished_at IS NOT NULL AND ended_at IS NULL ORDER BY id";
    PLAN = "SELECT id, org_id, NULL, NULL, NULL FROM planning ORDER BY id";
    WEBHOOK = "SELECT w.id, m.org_id, NULL, NULL, w.account_id
        FROM webhook w JOIN membership m ON m.id = w.membership_id ORDER BY w.id";
}

/// Who walks, and over what.
pub(super) struct World {
    pub(super) app: TestApp,
    pub(super) people: Vec<(Role, Membership, Person)>,
    pub(super) stranger: Person,
    pub(super) records: BTreeMap<&'static str, Vec<(String, Facts)>>,
    _folder: Folder,
}

struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Builds the demonstration of a fixed day and opens the doors of it.
pub(super) async fn build() -> World {
    let folder = std::env::temp_dir().join(format!("passerelle-walk-{}", Chance::System.secret().reveal()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("network.sqlite");
    let zone = TimeZone::get("Europe/Paris").unwrap();
    let base_url = "http://localhost".to_owned();
    let settings = Settings {
        base_url,
        is_demo: true,
        zone,
        mail: MailRoute::Outbox,
        sms: SmsRoute::Outbox,
        trusted_proxies: Vec::new(),
        retention: Default::default(),
        old_after_days: 365,
        schedules: Default::default(),
        sign_in: SignIn::default(),
    };
    let today = jiff::civil::date(2026, 9, 7);
    demo::build(&file, Master::for_tests(), &settings, today, 1, |_, _| {}).await.unwrap();
    let clock = Clock::held("2026-09-07T08:00:00Z".parse().unwrap());
    let db = Db::open(&format!("sqlite:{}", file.display()), clock.clone(), Chance::seeded(9)).unwrap();
    let db = db.with_master(Master::for_tests());
    let app = TestApp::on(db, clock, passerelle::capabilities::all());
    let mut people = Vec::new();
    for told in demo::people() {
        let person = app.known(&told.email).await;
        let seat = app.seat_of(&person).await;
        people.push((seat.role, seat, person));
    }
    for (_, _, person) in people.iter().filter(|(role, _, _)| *role == Role::Admin) {
        start_import(&app.ctx(person).await, b"finess;etalab;1;2026-05-12\n".to_vec()).await.unwrap();
        person.send_file("/people/import", "file", "Nom;Rôle\nLou;Pair-aidance\n".as_bytes()).await.assert_redirected();
    }
    for (_, _, person) in people.iter().filter(|(role, _, _)| role.is_of_association()) {
        ask(&app.ctx(person).await, Kind::Correction, ROLES.key, "Not since then").await.unwrap();
    }
    for (_, seat, person) in people.iter().filter(|(role, _, _)| *role == Role::Coordinator) {
        let near = people.iter().filter(|(role, other, _)| other.org == seat.org || !role.is_of_association());
        let near: Vec<&Person> = near.map(|(_, _, person)| person).take(MOST_SIGNERS - 1).collect();
        papers(&app, person, &near).await;
    }
    for (role, _, person) in &people {
        if *role == Role::Coordinator {
            person.post("/planning", &[]).await.assert_redirected();
        } else if *role == Role::Peer {
            // Who has no times has nothing to leave out.
            person.post("/me/less", &[]).await;
            let days = [("from-day", "21"), ("from-month", "12"), ("from-year", "2026")];
            let until = [("until-day", "23"), ("until-month", "12"), ("until-year", "2026")];
            person.post("/me/away", &[days, until].concat()).await.assert_redirected();
            person.post("/me/signals", &[]).await.assert_redirected();
        }
    }
    for (_, _, person) in people.iter().filter(|(role, _, _)| matches!(role, Role::Admin | Role::Coordinator)) {
        let fields = [("address", "https://hooks.invalid/passerelle"), ("kinds", "mission.ended")];
        person.post("/me/webhooks", &fields).await.assert_ok();
    }
    // Everybody has a program too, with a token that lets it do everything.
    for (_, _, person) in &mut people {
        *person = app.with_every_ability(person).await;
    }
    let stranger = app.stranger("Nobody Yet").await;
    let stranger = app.with_every_ability(&stranger).await;
    let records = records(&app).await;
    World { people, stranger, records, app, _folder: Folder(folder) }
}

/// A paper for each kind of actor to sign, and one that is signed on paper.
async fn papers(app: &TestApp, coordinator: &Person, people: &[&Person]) {
    let signer = |name: &str, way: Way, email: Option<String>| Asked {
        name: name.to_owned(),
        way: Some(way),
        email,
        ..Asked::default()
    };
    let mut tx = app.db().begin_read().await.unwrap();
    let mut signers = vec![signer("Hugo Roy", Way::OnPaper, None)];
    for person in people {
        let account = account::find(&mut tx, person.id()).await.unwrap().unwrap();
        signers.push(signer(&account.name, Way::Account, account.email));
    }
    drop(tx);
    let draft = Draft {
        kind: PaperKind::Free,
        language: passerelle_kernel::Language::Fr,
        content: passerelle_documents::Sheet { title: "Une charte".into(), ..Default::default() },
        subject: None,
        about: None,
        ends_on: None,
        former: None,
        signers,
    };
    offer(&app.ctx(coordinator).await, draft).await.unwrap();
}

async fn records(app: &TestApp) -> BTreeMap<&'static str, Vec<(String, Facts)>> {
    let mut found = BTreeMap::new();
    let mut tx = app.db().begin_read().await.unwrap();
    for (noun, sql) in NOUNS.into_iter().zip(STATEMENTS.iter().copied()) {
        let rows = tx.query(sql, &[], |row| {
            let facts =
                Facts { association: row.get(1)?, institution: row.get(2)?, team: row.get(3)?, person: row.get(4)? };
            Ok((row.get::<String>(0)?, facts))
        });
        let rows = rows.await.unwrap();
        assert!(!rows.is_empty(), "the demonstration has no {noun}");
        found.insert(noun, rows);
    }
    found
}
