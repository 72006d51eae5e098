//! A picture that a phone reads (QR code), drawn in the page itself: nothing is asked of another server.

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// Modules of empty border that readers need (ISO/IEC 18004).
const BORDER: i32 = 4;

/// The picture of a text; nothing when the text is too long for one.
pub(super) fn picture(text: &str, title: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return Markup::default() };
    let side = code.size() + 2 * BORDER;
    html! {
        svg.p-qr xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (side) " " (side) } role="img"
            aria-label=(title) shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path fill="#000" d=(outline(&code)) {}
        }
    }
}

/// One square for each dark module.
fn outline(code: &QrCode) -> String {
    let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    let dark = all.filter(|(x, y)| code.get_module(*x, *y));
    dark.map(|(x, y)| format!("M{},{}h1v1h-1z", x + BORDER, y + BORDER)).collect()
}
