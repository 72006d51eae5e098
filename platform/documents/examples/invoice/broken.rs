//! Invoices that strangers' judges must refuse, each for the rule that it breaks: a judge that says yes to everything
//! would otherwise go unnoticed.

use passerelle_einvoice::{
    cii,
    ubl::{self, Profile},
};

use crate::samples;

/// In which form the invoice is written before it is broken.
#[derive(Clone, Copy)]
enum Form {
    Cii,
    Ubl,
    Peppol,
}

/// What is done to the XML.
enum Break {
    /// Wherever the first text stands, the second does.
    Write(&'static str, &'static str),
    /// Every line that holds an element of this name goes.
    Drop(&'static str),
}

use Break::{Drop, Write};
use Form::{Cii, Peppol, Ubl};

/// The rule that must be named, the sample, its form and what is done to it.
const BREAKS: [(&str, &str, Form, Break); 27] = [
    ("XSD", "exempt", Cii, Write("ram:DuePayableAmount>", "ram:PayableDueAmount>")),
    ("XSD", "exempt", Ubl, Drop("cbc:IssueDate")),
    ("BR-02", "exempt", Cii, Write("<ram:ID>2026-0042</ram:ID>", "")),
    ("BR-CL-14", "exempt", Ubl, Write("<cbc:IdentificationCode>FR", "<cbc:IdentificationCode>XX")),
    ("BR-CO-09", "standard", Ubl, Write("FR44732829320", "44732829320")),
    (
        "BR-CO-10",
        "forty-lines",
        Ubl,
        Write("<cbc:LineExtensionAmount currencyID=\"EUR\">4", "<cbc:LineExtensionAmount currencyID=\"EUR\">5"),
    ),
    ("BR-CO-13", "standard", Cii, Write("<ram:TaxBasisTotalAmount>", "<ram:TaxBasisTotalAmount>1")),
    (
        "BR-CO-14",
        "standard",
        Cii,
        Write("<ram:TaxTotalAmount currencyID=\"EUR\">", "<ram:TaxTotalAmount currencyID=\"EUR\">1"),
    ),
    ("BR-CO-15", "exempt", Cii, Write("<ram:GrandTotalAmount>", "<ram:GrandTotalAmount>1")),
    (
        "BR-CO-16",
        "paid",
        Ubl,
        Write("<cbc:PrepaidAmount currencyID=\"EUR\">", "<cbc:PrepaidAmount currencyID=\"EUR\">1"),
    ),
    ("BR-27", "belgian", Ubl, Write("<cbc:PriceAmount currencyID=\"EUR\">", "<cbc:PriceAmount currencyID=\"EUR\">-")),
    ("BR-DEC-23", "odd-cents", Ubl, Write("</cbc:LineExtensionAmount>", "0</cbc:LineExtensionAmount>")),
    ("BR-E-10", "exempt", Cii, Drop("ram:ExemptionReason")),
    ("BR-S-08", "two-rates", Cii, Write("<ram:BasisAmount>", "<ram:BasisAmount>1")),
    ("BR-AE-05", "to-luxembourg", Cii, Write("<ram:RateApplicablePercent>0.00", "<ram:RateApplicablePercent>17.00")),
    ("BR-AE-10", "to-belgium", Ubl, Drop("cbc:TaxExemptionReason")),
    ("BR-O-02", "outside", Ubl, Write("<cbc:ID>TAX</cbc:ID>", "<cbc:ID>VAT</cbc:ID>")),
    ("BR-FR-02", "exempt", Cii, Write("<ram:ID>2026-0042", "<ram:ID>2026 0042")),
    ("BR-FR-05", "at-cost", Cii, Write("<ram:SubjectCode>PMT", "<ram:SubjectCode>AAI")),
    ("BR-FR-06", "at-cost", Ubl, Write("#PMD#", "#PMT#")),
    ("BR-FR-08", "paid", Ubl, Write("<cbc:ProfileID>S2", "<cbc:ProfileID>S9x")),
    ("BR-FR-09", "quarter", Cii, Write("10000000900017", "10000001800017")),
    (
        "BR-FR-11",
        "two-missions",
        Ubl,
        Write("<cbc:CompanyID schemeID=\"0002\">100000009", "<cbc:CompanyID schemeID=\"0208\">100000009"),
    ),
    ("BR-FR-12", "correction", Cii, Drop("ram:URIID")),
    ("BR-CO-09", "belgian", Peppol, Write("BE0477472701", "0477472701")),
    (
        "BR-CO-10",
        "belgian-credit",
        Peppol,
        Write("<cbc:CreditedQuantity unitCode=\"HUR\">", "<cbc:CreditedQuantity unitCode=\"HUR\">1"),
    ),
    ("BR-AE-05", "to-luxembourg", Peppol, Write("<cbc:Percent>0.00", "<cbc:Percent>17.00")),
];

/// The name of each file, which begins with the rule, and its content.
///
/// # Errors
/// When a sample has no such name.
pub fn all() -> Result<Vec<(String, String)>, String> {
    let one = |((rule, sample, form, done), n): (&(&str, &str, Form, Break), usize)| {
        Ok((format!("{rule}.{n}.xml"), broken(sample, *form, done)?))
    };
    BREAKS.iter().zip(1..).map(one).collect()
}

fn broken(sample: &str, form: Form, done: &Break) -> Result<String, String> {
    let invoice = samples::named(sample).ok_or_else(|| format!("no sample {sample}"))?;
    let good = match form {
        Cii => cii::write(&invoice),
        Ubl => ubl::write(&invoice, Profile::Core),
        Peppol => ubl::write(&invoice, Profile::Peppol),
    };
    let bad = match done {
        Write(from, to) => good.replace(from, to),
        Drop(element) => {
            good.lines().filter(|line| !line.contains(&format!("<{element}"))).collect::<Vec<_>>().join("\n")
        }
    };
    assert_ne!(good, bad, "{sample} is not broken");
    Ok(bad)
}
