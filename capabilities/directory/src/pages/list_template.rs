//! The file to fill in: the titles, a line that shows how and is not read, what each column takes.

use maud::{Markup, html};
use passerelle_access::Role;
use passerelle_kernel::Language;
use passerelle_ui::{self as ui, Fact};
use passerelle_web::{
    Ctx, PageResult,
    listing::{AsFile, Column, Listing, Value, file},
};
use passerelle_words::say;

use crate::{list_import::List, lists::ListColumn};

/// What a column takes, in the reader's words; some lists say more of a column than others.
fn about(ctx: &Ctx, list: List, column: ListColumn) -> String {
    let own = format!("directory-list-about-{}-{}", list.as_str(), column.as_str());
    let key = if ctx.words().has(&own) { own } else { format!("directory-list-about-{}", column.as_str()) };
    say!(ctx.words(), &key, roles = ctx.words().list(&roles(ctx)))
}

fn roles(ctx: &Ctx) -> Vec<String> {
    Role::ALL.iter().map(|role| ctx.say(&format!("web-role-{}", role.as_str()))).collect()
}

/// What each column takes, folded.
pub(super) fn columns(ctx: &Ctx, list: List) -> Markup {
    let facts: Vec<(String, String)> =
        list.columns().iter().map(|column| (column.title(ctx.words()), about(ctx, list, *column))).collect();
    let facts: Vec<Fact<'_>> = facts.iter().map(|(title, about)| Fact::new(title, about)).collect();
    ui::details(&ctx.say("directory-list-import-columns"), html! { (ui::summary_list(ctx.words(), &facts)) })
}

/// The file to fill in.
pub(super) async fn template(ctx: Ctx, list: List, AsFile(format): AsFile) -> PageResult {
    let words = ctx.words();
    let column = |column: &ListColumn| Column {
        choices: match column {
            ListColumn::Role => roles(&ctx),
            ListColumn::Language => Language::ALL.map(|language| language.endonym().to_owned()).to_vec(),
            _ => Vec::new(),
        },
        ..column.column(words)
    };
    let mut example: Vec<Value> = list.columns().iter().map(|column| example(&ctx, list, *column)).collect();
    if let Some(Value::Text(first)) = example.first_mut() {
        *first = format!("{} {first}", ctx.say("directory-list-example"));
    }
    let note = |column: &ListColumn| [column.title(words), about(&ctx, list, *column)];
    let mut notes = vec![[ctx.say("directory-list-notes-title"), ctx.say("directory-list-notes")]];
    notes.extend(list.columns().iter().map(note));
    let title = ctx.say(&format!("directory-list-template-{}", list.as_str()));
    let columns = list.columns().iter().map(column).collect();
    file(&ctx, format, Listing { title, columns, rows: vec![example], notes }).await
}

/// An invented value: a peer of one's own association, a referent in a team of an institution.
fn example(ctx: &Ctx, list: List, column: ListColumn) -> Value {
    let role = if list == List::People { Role::Peer } else { Role::Referent };
    match column {
        ListColumn::Role => ctx.say(&format!("web-role-{}", role.as_str())).into(),
        ListColumn::Language => ctx.words().language().endonym().into(),
        ListColumn::From => ctx.today().into(),
        ListColumn::Until => Value::Nothing,
        ListColumn::Organisation | ListColumn::Number | ListColumn::Team if list == List::People => Value::Nothing,
        column => ctx.say(&format!("directory-list-example-{}", column.as_str())).into(),
    }
}
