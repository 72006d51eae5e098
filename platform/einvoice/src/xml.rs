//! A small tree of elements that is written once; an element without content and children is left out.

use quick_xml::escape::escape;

/// An element, its attributes, its text or its children.
pub(crate) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: String,
    children: Vec<Element>,
}

/// An element without anything yet.
pub(crate) fn element(name: &'static str) -> Element {
    Element { name, attributes: Vec::new(), text: String::new(), children: Vec::new() }
}

impl Element {
    /// Adds an attribute.
    pub(crate) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// Sets the text; characters that XML 1.0 forbids are left out.
    pub(crate) fn content(mut self, text: &str) -> Self {
        self.text = text.trim().chars().filter(|c| is_allowed(*c)).collect();
        self
    }

    /// Adds a child.
    pub(crate) fn child(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    /// Adds children in their order.
    pub(crate) fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// Adds a child that has only text.
    pub(crate) fn text(self, name: &'static str, text: &str) -> Self {
        self.child(element(name).content(text))
    }

    /// Adds a child with this text if there is one.
    pub(crate) fn maybe(self, name: &'static str, text: Option<&str>) -> Self {
        self.text(name, text.unwrap_or(""))
    }

    /// The whole document with this element as its root.
    pub(crate) fn document(&self) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.write(&mut out, 0);
        out
    }

    fn is_empty(&self) -> bool {
        self.text.is_empty() && self.children.iter().all(Self::is_empty)
    }

    fn write(&self, out: &mut String, depth: usize) {
        let indent = "  ".repeat(depth);
        out.push_str(&format!("{indent}<{}", self.name));
        for (name, value) in &self.attributes {
            out.push_str(&format!(" {name}=\"{}\"", escape(value.as_str())));
        }
        out.push('>');
        if self.text.is_empty() {
            out.push('\n');
            let written = self.children.iter().filter(|child| !child.is_empty() || child.is_required());
            written.for_each(|child| child.write(out, depth + 1));
            out.push_str(&indent);
        } else {
            out.push_str(&escape(self.text.as_str()));
        }
        out.push_str(&format!("</{}>\n", self.name));
    }

    /// The schema wants the delivery even when there is nothing to say about it.
    fn is_required(&self) -> bool {
        self.name == "ram:ApplicableHeaderTradeDelivery"
    }
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_what_is_empty_is_left_out() {
        let tree = element("a").with("k", "\"<\"").text("b", "R&D <é>\u{b}").maybe("c", None).child(element("d"));
        let xml = tree.document();
        assert!(xml.ends_with("<a k=\"&quot;&lt;&quot;\">\n  <b>R&amp;D &lt;é&gt;</b>\n</a>\n"), "{xml}");
    }
}
