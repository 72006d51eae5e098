//! Planted secrets: what people write in confidence and what opens doors is put in through the pages, then searched in
//! the bytes of the database, the log and error pages. A name that is not sealed by design must be found, so that the
//! search itself is known to see.

mod log;
mod place;

use log::Log;
pub(super) use place::{Place, count};

use passerelle::capabilities;
use passerelle_access::{Organisation, Role, account, password};
use passerelle_directory::{
    OrganisationFacts, OrganisationKind, PersonFacts,
    actions::{create_organisation, create_person},
};
use passerelle_kernel::{Chance, Clock, Id};
use passerelle_store::{
    Db,
    seal::{Master, Source},
};
use passerelle_testkit::{Person, TestApp};

const VISIBLE: &str = "Association Temoin Visible";
const PUBLIC: &str = "PLANTED-PUBLIC a woman of the third floor";
const HOPE: &str = "PLANTED-HOPE since the night of the fire";
const QUESTION: &str = "PLANTED-QUESTION who was there that evening";
const REPLY: &str = "PLANTED-REPLY her brother, who must not know";
const REASON: &str = "PLANTED-REASON the team has a bad name";
const PLACE: &str = "PLANTED-PLACE the clinic where I was";
const STAGED: &str = "planted-staged@secret.example";
const TITLE: &str = "PLANTED-TITLE what we agree on";
const PAPER: &str = "PLANTED-PAPER for how much, and with whom";
const SIGNER: &str = "PLANTED-SIGNER of the third floor";
const SIGNER_EMAIL: &str = "planted-signer@secret.example";
const SIGNAL: &str = "PLANTED-SIGNAL I am tired of the third floor";
const PHONE: &str = "01 23 45 67 89";
const OWN_PHONE: &str = "0698765432";
const PASSWORD: &str = "PLANTED-PASSWORD four bridges over the river";
const MISTYPED: &str = "PLANTED-MISTYPED four bridges over the rivre";
const UNKNOWN: &str = "planted-unknown@secret.example";
const CONTACT: &str = "planted-contact@secret.example";
const HOOK: &str = "https://hooks.invalid/planted-hook-of-the-third-floor";
const NAME: &str = "Plantine Plantevin";

const PAGES: &[(&str, &[(&str, &str)])] = &[
    ("team", &[("institution", "Hôpital Saint-Martin"), ("team", "Équipe mobile")]),
    ("setting", &[("setting", "mobile")]),
    ("public", &[("public", "homeless"), ("public-words", PUBLIC)]),
    ("hopes", &[("hopes", "links"), ("hopes-words", HOPE)]),
    ("hours", &[("hours", "7,5"), ("flexible", "yes")]),
    ("length", &[("length", "6"), ("trial", "yes")]),
    ("place", &[("town", "Lille")]),
    ("languages", &[("language", "fr")]),
    ("start", &[("start", "quarter")]),
    ("referent", &[("referent", "not-yet")]),
    ("experience", &[("experience", "none")]),
    ("contact", &[("name", NAME), ("email", CONTACT), ("phone", PHONE)]),
];

/// Answers every question of a request and sends it; gives the secret by which the team follows it.
async fn send_request(person: &Person, org: Id<Organisation>) -> String {
    let mut next = person.post("/ask", &[("to", &org.to_string())]).await;
    for (page, answer) in PAGES {
        person.follow(&next).await.assert_ok();
        next = person.post(&format!("/ask/{page}"), answer).await;
        next.assert_redirected();
    }
    person.post("/ask/check", &[]).await.assert_redirected();
    let html = person.get("/ask/sent").await.assert_ok().html();
    let at = html.find("/follow/").unwrap() + "/follow/".len();
    html[at..].split('"').next().unwrap().to_owned()
}

/// The path of the first request that waits for the association.
async fn first_request(person: &Person) -> String {
    let html = person.get("/requests").await.assert_ok().html();
    let at = html.find("href=\"/requests/0").unwrap();
    html[at + 6..].split('"').next().unwrap().to_owned()
}

/// What was planted.
struct Planted {
    /// What must be found nowhere.
    secrets: Vec<String>,
    /// Coordinates the association.
    coralie: Person,
    /// The page of a request with sealed texts.
    request: String,
}

/// Somebody tells their telephone number, shows it to the coordination, and is found by it.
async fn show_number(app: &TestApp, admin: &Person, coralie: &Person, org: Id<Organisation>) {
    let email = "lou@example.org";
    let (name, phone) = ("Lou Planche".to_owned(), Some("06 98 76 54 32".to_owned()));
    let facts = PersonFacts { name, email: Some(email.into()), phone, ..PersonFacts::default() };
    app.seat(admin, Role::Admin, org, None).await;
    let id = create_person(&app.ctx(admin).await, &facts, Role::Peer, org, None).await.unwrap();
    let lou = app.known(email).await;
    lou.post("/me/visibility", &[("phone", "coordinators")]).await.assert_redirected();
    coralie.get(&format!("/people/{id}")).await.assert_ok().assert_sees("06 98 76 54 32");
    coralie.get(&format!("/search?q={OWN_PHONE}")).await.assert_ok().assert_sees("Lou Planche");
}

/// A program of the coordination is told at a secret address, in vain; gives both secrets with which that was signed.
async fn hook(app: &TestApp, coralie: &Person) -> [String; 2] {
    let secret = |html: &str| -> String {
        let at = html.find(">whsec_").unwrap() + 1;
        html[at..].split('<').next().unwrap().to_owned()
    };
    let fields = [("address", HOOK), ("kinds", "request.declined")];
    let former = secret(&coralie.post("/me/webhooks", &fields).await.assert_ok().html());
    let list = coralie.get("/me/webhooks").await.assert_ok().html();
    let at = list.find("/me/webhooks/0").unwrap();
    let page = list[at..].split('"').next().unwrap().to_owned();
    coralie.get(&page).await.assert_ok().assert_sees(HOOK);
    let secret = secret(&coralie.post(&format!("{page}/secret"), &[]).await.assert_ok().html());
    coralie.post(&format!("{page}/test"), &[]).await.assert_redirected();
    app.tell_webhooks().await;
    coralie.get(&page).await.assert_sees("réseau privé, ou son nom ne se trouve pas").assert_lacks(&secret);
    [former, secret]
}

/// Everything is planted, and a job that nobody can do.
async fn plant(app: &TestApp) -> Planted {
    let admin = app.person("Ada", Role::Admin, app.new_id(), None).await;
    let (kind, name, town) = (OrganisationKind::Association, VISIBLE.into(), "Lille".into());
    let facts = OrganisationFacts { kind, name, town, takes_requests: true, ..OrganisationFacts::default() };
    let org = create_organisation(&app.ctx(&admin).await, &facts).await.unwrap();
    let coralie = app.person("Coralie", Role::Coordinator, org, None).await;
    let team = app.anybody();
    let follow = send_request(&team, org).await;
    let request = first_request(&coralie).await;
    coralie.post(&format!("{request}/discussion"), &[("words", QUESTION)]).await.assert_redirected();
    team.post(&format!("/follow/{follow}/answer"), &[("words", REPLY)]).await.assert_redirected();
    let page = coralie.get(&format!("{request}/discussion")).await;
    page.assert_ok().assert_sees(QUESTION).assert_sees(REPLY);
    coralie.get(&request).await.assert_ok().assert_sees(HOPE).assert_sees(PUBLIC);
    coralie.post(&format!("{request}/refusal"), &[("reason", REASON)]).await.assert_redirected();
    team.get(&format!("/follow/{follow}")).await.assert_sees(REASON);

    show_number(app, &admin, &coralie, org).await;
    let hooks = hook(app, &coralie).await;
    let paper = [
        ("title", TITLE),
        ("text", PAPER),
        ("rows", "1"),
        ("name-1", SIGNER),
        ("party-1", SIGNER),
        ("email-1", SIGNER_EMAIL),
        ("way-1", "link"),
    ];
    let offered = coralie.post("/papers", &paper).await;
    coralie.follow(&offered).await.assert_ok().assert_sees(TITLE).assert_sees(PAPER).assert_sees(SIGNER);

    let noor = app.person("Noor", Role::Peer, org, None).await;
    // What the page finds by itself comes first; what is said after it stands above.
    noor.get("/me/signals").await.assert_ok();
    app.clock().advance(jiff::SignedDuration::from_secs(1));
    noor.post("/me/signals", &[]).await.assert_redirected();
    let html = noor.get("/me/signals").await.assert_ok().html();
    let at = html.find("/me/signals/0").unwrap();
    let signal = html[at..].split('"').next().unwrap().to_owned();
    noor.post(&signal, &[("act", "words"), ("words", SIGNAL)]).await.assert_redirected();
    coralie.get(signal.strip_prefix("/me").unwrap()).await.assert_ok().assert_sees(SIGNAL);
    let hash = password::hash(PASSWORD.to_owned(), app.db().chance()).await.unwrap();
    let mut tx = app.write().await;
    account::set_password(&mut tx, noor.id(), &hash).await.unwrap();
    tx.commit().await.unwrap();
    let email = "noor@example.org";
    app.anybody().post("/sign-in", &[("email", email), ("password", MISTYPED)]).await.assert_refused();
    let entered = app.anybody().post("/sign-in", &[("email", email), ("password", PASSWORD)]).await;
    let cookie = entered.assert_redirected().header("set-cookie").unwrap();
    let session = cookie.split_once('=').unwrap().1.split(';').next().unwrap().to_owned();
    for email in [email, UNKNOWN] {
        app.anybody().post("/sign-in/link", &[("email", email)]).await.assert_redirected();
    }
    let place = Chance::System.secret().reveal().to_owned();
    let place = format!("{}-{}-7{}-8{}-{}", &place[..8], &place[8..12], &place[12..15], &place[15..18], &place[18..30]);
    noor.post("/me/peer/places", &[("name", PLACE)]).await.assert_ok();
    let listed = [("act", "1"), ("kind", "team"), ("place", &place)];
    noor.post("/me/peer/places", &listed).await.assert_redirected();
    assert!(noor.get("/me/peer/places").await.assert_ok().html().contains(&place), "the list is kept");
    let file = format!("Nom;E-mail;Rôle\nPaule;{STAGED};Pair-aidance\n");
    let preview = coralie.send_file("/people/import", "file", file.as_bytes()).await;
    coralie.follow(&preview).await.assert_ok().assert_sees(STAGED);
    let mut tx = app.write().await;
    tx.enqueue("planted-for-nobody", &HOPE).await.unwrap();
    tx.commit().await.unwrap();
    let mut secrets = vec![follow, session, place, HOOK.to_owned()];
    // The part after `whsec_` too: nothing may be kept without its beginning.
    secrets.extend(hooks.iter().flat_map(|one| [one.clone(), one["whsec_".len()..].to_owned()]));
    let planted = [PUBLIC, HOPE, QUESTION, REPLY, REASON, PLACE, STAGED, PHONE, OWN_PHONE, PASSWORD, MISTYPED, UNKNOWN];
    secrets.extend(planted.map(str::to_owned));
    secrets.extend([TITLE, PAPER, SIGNER, SIGNER_EMAIL, SIGNAL].map(str::to_owned));
    Planted { secrets, coralie, request }
}

/// The secrets of links in the letters that were sent.
async fn link_secrets(app: &TestApp) -> Vec<String> {
    let mails = app.mails().await;
    assert!(mails.iter().any(|mail| mail.text.contains(QUESTION)), "no letter tells of the question");
    let words = mails.iter().flat_map(|mail| mail.text.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    let secrets =
        words.filter(|word| word.starts_with("http://")).filter_map(|url| Some(url.rsplit_once('/')?.1.to_owned()));
    secrets.filter(|secret| secret.len() >= 32 && !secret.contains('-')).collect()
}

async fn nothing_leaks(on_postgres: bool) {
    let Some((place, url)) = Place::new(on_postgres).await else {
        return eprintln!("not run: PASSERELLE_TEST_POSTGRES names no cluster");
    };
    let log = Log::listen();
    let clock = Clock::held("2026-09-07T07:00:00Z".parse().unwrap());
    let master = Master::parse(&Master::new_line(), Source::Given("a test")).unwrap();
    let db = Db::open(&url, clock.clone(), Chance::System).unwrap().with_master(master);
    passerelle::serving::migrate(&db, &capabilities::all()).await.unwrap();
    let app = TestApp::on(db, clock, capabilities::all());
    let mut planted = plant(&app).await;
    let with_waiting_jobs = place.bytes().await;
    let sent = link_secrets(&app).await;
    assert!(sent.len() >= 3, "letters with links: {}", sent.len());
    planted.secrets.extend(sent);
    let with_letters = place.bytes().await;

    assert!(count(&with_letters, VISIBLE) > 0, "the search does not see what is in clear by design");
    for secret in &planted.secrets {
        for (when, bytes) in [("with waiting jobs", &with_waiting_jobs), ("with kept letters", &with_letters)] {
            assert_eq!(count(bytes, secret), 0, "{secret} is in the database, {when}");
        }
    }
    errors_tell_nothing(&app, &planted).await;
    let heard = log.0.lock().unwrap().clone();
    for line in ["a job failed", "a page failed"] {
        assert!(count(&heard, line) > 0, "the log does not tell that {line}");
    }
    let secrets = &planted.secrets;
    for secret in secrets.iter().map(String::as_str).chain([NAME, CONTACT, "noor@example.org", "Coralie"]) {
        assert_eq!(count(&heard, secret), 0, "{secret} is in the log");
    }
    println!("{} secrets, {} bytes of database, {} of log: none found", secrets.len(), with_letters.len(), heard.len());
    place.remove();
}

/// Pages that refuse, and one that fails because the master key was exchanged under it.
async fn errors_tell_nothing(app: &TestApp, planted: &Planted) {
    let stranger = app.person("Samir", Role::Coordinator, app.new_id(), None).await;
    let answers = [
        stranger.get(&format!("/requests/{}", Id::<Person>::nil())).await,
        stranger.get("/follow/0000000000000000000000000000000000000000").await,
        stranger.post("/requests/nothing/refusal", &[("reason", "")]).await,
        app.anybody().get("/today").await,
        app.anybody().post("/sign-in", &[("email", "noor@example.org"), ("password", "wrong")]).await,
        {
            let other = Master::parse(&Master::new_line(), Source::Given("a test")).unwrap();
            let _ = app.db().clone().with_master(other);
            planted.coralie.get(&planted.request).await
        },
    ];
    assert_eq!(answers.last().unwrap().status(), 500);
    for answer in answers {
        assert!(!answer.status().is_success(), "{}", answer.text());
        for secret in &planted.secrets {
            answer.assert_lacks(secret);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_leaks_on_sqlite() {
    nothing_leaks(false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_leaks_on_postgres() {
    nothing_leaks(true).await;
}
