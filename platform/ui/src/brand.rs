//! The sign of Passerelle: a footbridge, its arch in the colour of a lamp.

use maud::{Markup, html};

/// The footbridge that stands beside the name. Decorative: the name is always written.
pub fn footbridge() -> Markup {
    html! {
        svg.p-brand__sign width="40" height="24" viewBox="0 0 40 24" aria-hidden="true" focusable="false" {
            path.p-brand__arch d="M2 19.500C9 1.5 31 1.5 38 19.5" fill="none" stroke-width="3.2" stroke-linecap="round" {}
            path.p-brand__deck d="M1.5 20.500h37M10.5 11v9M20 6.800v13.200M29.5 11v9" fill="none" stroke-width="2.2" stroke-linecap="round" {}
        }
    }
}

/// The address of the icon for browser tabs and home screens.
pub fn icon_path() -> &'static str {
    crate::assets::path("icon.svg")
}
