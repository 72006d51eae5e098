//! The components of every page, written once as functions that return HTML (maud), and the assets they need.
//!
//! Class names and markup are those of the npm package `govuk-frontend`, and `tests/fixtures.rs` compares ours with the
//! package's own fixtures; what is our own has classes that begin with `p-`. Components take translated text; the few
//! words that belong to a component itself come from [`Words`](passerelle_words::Words) (keys `ui-*`). No inline style
//! or script anywhere: the pages have a strict content security policy and work without JavaScript.

pub mod assets;
mod banner;
mod brand;
mod button;
mod card;
mod choices;
mod date_input;
pub mod drawing;
mod empty;
mod error_summary;
mod exit_page;
mod field;
mod file_upload;
mod frame;
mod icon;
mod input;
mod navigation;
mod pagination;
mod panel;
mod password;
mod progress;
mod search;
mod select;
mod spoken;
pub mod style;
mod summary_list;
mod table;
mod tag;
mod task_list;
mod text;
mod textarea;

pub use banner::{flash, important, notice};
pub use brand::{footbridge, icon_path};
pub use button::{Button, Look, actions, button, link_button};
pub use card::{Card, Urgency, card};
pub use choices::{Choice, Choices, checkbox, checkboxes, radios};
pub use date_input::{DateInput, date_input};
pub use empty::empty;
pub use error_summary::{Problem, error_summary};
pub use exit_page::exit_page;
pub use field::{Field, Heading, error_message, fieldset, hint};
pub use file_upload::{FileUpload, file_upload};
pub use frame::{Frame, Link, Person, language_switch, page};
pub use input::{Input, Kind, Width, input, time_input};
pub use maud::{Markup, PreEscaped, html};
pub use navigation::{Item, back_link, breadcrumbs, section_navigation};
pub use pagination::pagination;
pub use panel::{details, folded, inset, panel, warning};
pub use password::{password, password_to_choose};
pub use progress::{progress, steps};
pub use search::search;
pub use select::{Select, select};
pub use spoken::spoken;
pub use summary_list::{Action, Fact, summary_card, summary_list};
pub use table::{Cells, Column, Narrow, Rows, Table, table, written_table};
pub use tag::{Tone, tag};
pub use task_list::{Status, Task, task_list};
pub use text::{Room, Text, hidden, lead, muted, whole};
pub use textarea::{Textarea, textarea};

use passerelle_words::Translations;

/// The words of the components and of the style page.
pub const TRANSLATIONS: Translations =
    Translations { fr: include_str!("../translations/fr.ftl"), en: include_str!("../translations/en.ftl") };
