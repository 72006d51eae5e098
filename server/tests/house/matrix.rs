//! `docs/access.md`: every route and how far each role reaches on it, for people who answer for data protection.

use std::{fs, path::Path};

use passerelle::capabilities;
use passerelle_access::{Reach, Role};
use passerelle_web::{Method, Needs, RouteInfo};

/// Who may use a route, as the page says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nobody with this role.
    No,
    /// Everybody, signed in or not, or everybody who is signed in.
    Yes,
    /// Records within this reach.
    Within(Reach),
}

/// One line of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) method: Method,
    pub(super) path: String,
    /// What a token must let a program do; empty for pages and for what every token opens.
    pub(super) ability: String,
    /// Whether one may use it without an account.
    pub(super) public: bool,
    /// Whether one may use it without a role.
    pub(super) stranger: bool,
    /// Whether one must have proved within ten minutes who one is.
    pub(super) asks_again: bool,
    /// In the order of [`Role::ALL`].
    pub(super) roles: Vec<Cell>,
}

const WORDS: [(&str, Cell); 7] = [
    ("no", Cell::No),
    ("yes", Cell::Yes),
    ("association", Cell::Within(Reach::Association)),
    ("institution", Cell::Within(Reach::Institution)),
    ("team", Cell::Within(Reach::Team)),
    ("own", Cell::Within(Reach::Own)),
    ("everything", Cell::Within(Reach::Everywhere)),
];

fn word(cell: Cell) -> &'static str {
    WORDS.iter().find(|(_, c)| *c == cell).unwrap().0
}

fn line_of(route: &RouteInfo) -> Line {
    let rule = route.needs.rule();
    let cell = |role: &Role| rule.map_or(Cell::Yes, |rule| rule.reach(*role).map_or(Cell::No, Cell::Within));
    Line {
        method: route.method,
        path: route.path.to_owned(),
        ability: route.ability.map(|ability| ability.name.to_owned()).unwrap_or_default(),
        public: matches!(route.needs, Needs::Public),
        stranger: rule.is_none(),
        asks_again: route.needs.asks_again(),
        roles: Role::ALL.iter().map(cell).collect(),
    }
}

/// What the program declares.
pub(super) fn declared() -> Vec<Line> {
    let mut lines: Vec<Line> = capabilities::all().iter().flat_map(|c| c.routes.list().iter().map(line_of)).collect();
    lines.sort_by(|a, b| (&a.path, a.method).cmp(&(&b.path, b.method)));
    lines
}

/// What the page says.
pub(super) fn told() -> Vec<Line> {
    let rows = page_text();
    let rows = rows.lines().filter(|line| line.starts_with("| GET") || line.starts_with("| POST"));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let cell = |text: &str| WORDS.iter().find(|(word, _)| *word == text).unwrap_or_else(|| panic!("{row}")).1;
        Line {
            method: if cells[0] == "GET" { Method::Get } else { Method::Post },
            path: cells[1].trim_matches('`').to_owned(),
            ability: cells[2].to_owned(),
            public: cells[3] == "yes",
            stranger: cells[4] == "yes",
            asks_again: cells[5] == "yes",
            roles: cells[6..].iter().map(|text| cell(text)).collect(),
        }
    })
    .collect()
}

fn page_path() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("docs/access.md")
}

fn page_text() -> String {
    fs::read_to_string(page_path()).unwrap_or_default()
}

const INTRODUCTION: &str = "# Who may do what

Default is no: a route that is not in this table does not exist, and a role that is not named on it is refused. The table
is written from the rules in the code (`WRITE_ACCESS_PAGE=1 cargo nextest run -p passerelle-server matrix`), read by
people, and walked by a test: every route, by every kind of actor, on records within and beyond their reach.

- **token**: what a personal token must let a program do on a route of programs (`/api/`); a token never gives more than
  its person's role. Cookies play no part there.
- **without account**: anybody. **without role**: somebody who is signed in and holds no role. **asks again**: only
  somebody who proved within ten minutes who they are (within thirty for the form of such a page).
- **association**: every record of the association in which the role is held. **institution**, **team**: what concerns the
  institution or the team. **own**: what is about the person. **everything**: public facts, such as addresses.
- What is beyond reach answers 404, as if it did not exist; a page that is not for a role answers 403; who is not signed in
  is asked to sign in. Links sent by mail (`{secret}`) open a page and never act by being opened.

";

fn write_page() {
    let yes = |yes: bool| if yes { "yes" } else { "no" };
    let mut page = INTRODUCTION.to_owned();
    let roles: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
    page.push_str(&format!(
        "| | route | token | without account | without role | asks again | {} |\n",
        roles.join(" | ")
    ));
    page.push_str(&format!("|---|---|---|---|---|---|{}\n", "---|".repeat(roles.len())));
    for line in declared() {
        let method = if line.method == Method::Get { "GET" } else { "POST" };
        let cells: Vec<&str> = line.roles.iter().map(|cell| word(*cell)).collect();
        let (public, stranger, again) = (yes(line.public), yes(line.stranger), yes(line.asks_again));
        let (cells, ability) = (cells.join(" | "), line.ability);
        page.push_str(&format!(
            "| {method} | `{}` | {ability} | {public} | {stranger} | {again} | {cells} |\n",
            line.path
        ));
    }
    fs::write(page_path(), page).unwrap();
}

#[test]
fn the_page_says_what_the_program_declares() {
    if std::env::var("WRITE_ACCESS_PAGE").is_ok() {
        write_page();
    }
    let (told, declared) = (told(), declared());
    let differ: Vec<_> = declared.iter().filter(|line| !told.contains(line)).collect();
    assert!(differ.is_empty(), "docs/access.md does not say: {differ:#?}");
    assert_eq!(told.len(), declared.len(), "docs/access.md tells of routes that do not exist");
}
