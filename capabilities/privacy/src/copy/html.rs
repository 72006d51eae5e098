//! The copy as a page: it needs nothing else, no network, no program of ours.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use passerelle_web::Ctx;
use passerelle_words::say;

use crate::{
    file::{Group, Until},
    pages,
};

/// Readable on a phone and on paper, with what every browser has.
const STYLE: &str = "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#22201d;\
    background:#fffdf9}h1,h2,h3{line-height:1.2}h2{margin-top:3rem;border-top:1px solid #e2dacb;padding-top:1rem}\
    dl>div{display:grid;grid-template-columns:14rem 1fr;gap:1rem;border-bottom:1px solid #e2dacb;padding:.4rem 0}\
    dt{font-weight:bold}dd{margin:0}table{border-collapse:collapse;width:100%;font-size:.95rem}\
    th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid #e2dacb}\
    caption,.govuk-visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\
    @media(max-width:40rem){dl>div{grid-template-columns:1fr;gap:0}table{display:block;overflow-x:auto}}";

/// Everything that is held, as a page.
pub(super) fn write(ctx: &Ctx, name: &str, groups: &[Group], until: &Until, files: &[&str]) -> String {
    let words = ctx.words();
    let title = say!(words, "privacy-copy-title", name = name);
    let page = html! {
        (DOCTYPE)
        html lang=(words.language().tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    h1 { (title) }
                    p { (say!(words, "privacy-copy-made", day = words.instant(ctx.now()))) }
                    (pages::groups(words, groups, until, pages::Place::Copy, |_| Markup::default()))
                    @if !files.is_empty() {
                        h2 { (ctx.say("privacy-copy-files")) }
                        ul { @for file in files { li { a href=(file) { (file) } } } }
                    }
                }
            }
        }
    };
    page.into_string()
}
