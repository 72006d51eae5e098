//! Declares a PDF as Factur-X: four properties in its XMP metadata, and the PDF/A schema that explains them.
//!
//! Typst attaches the file but cannot write the properties (typst#5667). So the metadata object is written
//! again behind the end of the file, as an incremental update (ISO 32000-1, 7.5.6), with a cross-reference
//! table of that entry and the head of the free list, which some readers look for. Everything before stays as
//! it is. Source of the words: Factur-X 1.0, chapter 6.

/// The name that the standard fixes.
pub(crate) const FILE_NAME: &str = "factur-x.xml";

const NAMESPACE: &str = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

/// The properties, their values, and what they are.
const PROPERTIES: [(&str, &str, &str); 4] = [
    ("DocumentType", "INVOICE", "The type of the hybrid document"),
    ("DocumentFileName", FILE_NAME, "The name of the embedded XML document"),
    ("Version", "1.0", "The version of the standard that the XML document follows"),
    ("ConformanceLevel", "EN 16931", "The profile of the XML document"),
];

/// Appends the declaration to a PDF that Typst wrote; says what was not found otherwise.
pub(crate) fn declare(mut pdf: Vec<u8>) -> Result<Vec<u8>, &'static str> {
    let trailer = Trailer::read(&pdf).ok_or("trailer")?;
    let (number, packet) = metadata(&pdf).ok_or("metadata")?;
    let packet = extended(packet).ok_or("extension schemas")?;
    if pdf.last() != Some(&b'\n') {
        pdf.push(b'\n');
    }
    let object_at = pdf.len();
    let head = format!("{number} 0 obj\n<<\n/Length {}\n/Type /Metadata\n/Subtype /XML\n>>\nstream\n", packet.len());
    pdf.extend_from_slice(head.as_bytes());
    pdf.extend_from_slice(packet.as_bytes());
    pdf.extend_from_slice(b"\nendstream\nendobj\n\n");
    let table_at = pdf.len();
    let Trailer { entries, previous } = trailer;
    let table = format!("xref\n0 1\n0000000000 65535 f\r\n{number} 1\n{object_at:010} 00000 n\r\n");
    let tail = format!("trailer\n<<\n{entries}\n/Prev {previous}\n>>\nstartxref\n{table_at}\n%%EOF\n");
    pdf.extend_from_slice(table.as_bytes());
    pdf.extend_from_slice(tail.as_bytes());
    Ok(pdf)
}

/// The end of the file as Typst wrote it.
struct Trailer {
    entries: String,
    previous: usize,
}

impl Trailer {
    fn read(pdf: &[u8]) -> Option<Self> {
        let trailer = pdf.get(find_last(pdf, b"\ntrailer")?..)?;
        let start = trailer.get(find(trailer, b"startxref")? + 9..)?;
        let digits: Vec<u8> =
            start.iter().copied().skip_while(u8::is_ascii_whitespace).take_while(u8::is_ascii_digit).collect();
        let previous = std::str::from_utf8(&digits).ok()?.parse().ok()?;
        let body = trailer.get(find(trailer, b"<<")? + 2..)?;
        let body = body.get(..find_last(body, b">>")?)?;
        Some(Self { entries: readable(body)?, previous })
    }
}

/// The dictionary's text; file identifiers may be raw bytes, which we would rather refuse than garble.
fn readable(bytes: &[u8]) -> Option<String> {
    std::str::from_utf8(bytes).ok().map(|text| text.trim().to_owned())
}

/// Number and XMP packet of the document's metadata, the only uncompressed stream with a packet header.
fn metadata(pdf: &[u8]) -> Option<(u32, &str)> {
    let begin = find_last(pdf, b"<?xpacket begin")?;
    let end = begin + find(pdf.get(begin..)?, b"\nendstream")?;
    let packet = std::str::from_utf8(pdf.get(begin..end)?).ok()?;
    let before = pdf.get(..begin)?;
    let head = before.get(..find_last(before, b" 0 obj")?)?;
    let digits = head.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let number = std::str::from_utf8(head.get(head.len() - digits..)?).ok()?.parse().ok()?;
    Some((number, packet))
}

/// The packet with our schema in its list of schemas, and our properties.
fn extended(packet: &str) -> Option<String> {
    let list = packet.find("<pdfaExtension:schemas>")?;
    let list_end = list + packet.get(list..)?.find("</rdf:Bag></pdfaExtension:schemas>")?;
    let end = packet.rfind("</rdf:RDF>")?;
    let (head, middle, tail) = (packet.get(..list_end)?, packet.get(list_end..end)?, packet.get(end..)?);
    Some(format!("{head}{}{middle}{}{tail}", schema(), properties()))
}

fn schema() -> String {
    let property = |(name, _, about): (&str, &str, &str)| {
        format!(
            "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>{name}</pdfaProperty:name>\
             <pdfaProperty:valueType>Text</pdfaProperty:valueType>\
             <pdfaProperty:category>external</pdfaProperty:category>\
             <pdfaProperty:description>{about}</pdfaProperty:description></rdf:li>"
        )
    };
    let properties: String = PROPERTIES.into_iter().map(property).collect();
    format!(
        "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>\
         <pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>\
         <pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
}

fn properties() -> String {
    let values: String =
        PROPERTIES.into_iter().map(|(name, value, _)| format!("<fx:{name}>{value}</fx:{name}>")).collect();
    format!("<rdf:Description rdf:about=\"\" xmlns:fx=\"{NAMESPACE}\">{values}</rdf:Description>")
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn find_last(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).rposition(|window| window == part)
}
