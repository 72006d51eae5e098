//! Small signs that stand beside words, never instead of them.

use maud::{Markup, html};

fn sign(drawing: Markup) -> Markup {
    html! { svg.p-sign width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false" { (drawing) } }
}

/// A filled triangle: it hurts if this waits.
pub(crate) fn triangle() -> Markup {
    sign(html! { path d="M8 1.5 15.2 14.5H.8z" fill="currentColor" {} })
}

/// A half-filled disc: soon.
pub(crate) fn half_disc() -> Markup {
    sign(html! {
        circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.8" {}
        path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" {}
    })
}

/// An empty disc: no hurry.
pub(crate) fn disc() -> Markup {
    sign(html! { circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.8" {} })
}

/// An eye: who sees this.
pub(crate) fn eye() -> Markup {
    sign(html! {
        path d="M.9 8C2.8 4.8 5.2 3.2 8 3.2s5.2 1.6 7.1 4.8c-1.9 3.2-4.3 4.8-7.1 4.800S2.8 11.2.9 8z" fill="none" stroke="currentColor" stroke-width="1.5" {}
        circle cx="8" cy="8" r="2.3" fill="currentColor" {}
    })
}

/// A lens: to look for something.
pub(crate) fn lens() -> Markup {
    sign(html! {
        circle cx="6.6" cy="6.6" r="4.8" fill="none" stroke="currentColor" stroke-width="2" {}
        path d="m10.2 10.2 4.4 4.4" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" {}
    })
}

/// A tick: done.
pub(crate) fn tick() -> Markup {
    sign(
        html! { path d="M2.2 8.6 6.3 12.6 13.8 3.8" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" {} },
    )
}
