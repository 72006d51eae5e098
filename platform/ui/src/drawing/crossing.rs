//! Two people who meet on a footbridge: what the product is for, without a word.

use maud::{Markup, html};

/// The drawing of the first page. Decorative: the page says it in words.
pub fn crossing() -> Markup {
    html! {
        svg.p-crossing viewBox="0 24 360 216" aria-hidden="true" focusable="false" {
            circle.p-crossing__lamp cx="292" cy="54" r="24" {}
            path.p-crossing__water d="M0 196q22-10 45 0t45 0 45 0 45 0 45 0 45 0 45 0 45 0v44H0z" {}
            path.p-crossing__bank d="M0 168h44c16 0 22 22 34 34 10 10 4 38 4 38H0zM360 168h-44c-16 0-22 22-34 34-10 10-4 38-4 38h82z" {}
            path.p-crossing__rope d="M84 108v60M132 82v86M228 82v86M276 108v60" {}
            path.p-crossing__arch d="M36 166C92 46 268 46 324 166" {}
            path.p-crossing__deck d="M22 170h316" {}
            g.p-crossing__one { circle cx="160" cy="112" r="11" {} path d="M145 166v-24a15 15 0 0 1 30 0v24z" {} }
            g.p-crossing__other { circle cx="202" cy="116" r="11" {} path d="M187 166v-20a15 15 0 0 1 30 0v20z" {} }
        }
    }
}
