"""Judges PDF files by Debian's `qpdf` and `poppler-utils`: sound, tagged, titled, in a language, readable, with files.

These tools do not check PDF/A or PDF/UA conformance; what the file declares is only printed.

    pdf.py [--has NAME] [--says TEXT] FILE…

Exit code: 0 good, 1 not, 2 a tool is missing.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def judge(path, attachment, words):
    wrong = []
    code, said = run("qpdf", "--check", str(path))
    if code != 0:
        wrong.append(f"qpdf --check: {said.strip()}")
    _, info = run("pdfinfo", str(path))
    facts = dict(re.findall(r"^([^:\n]+):\s+(.*)$", info, re.MULTILINE))
    if facts.get("Tagged") != "yes":
        wrong.append("not tagged")
    if not facts.get("Title"):
        wrong.append("no title")
    _, catalog = run("qpdf", "--json", "--json-key=qpdf", str(path))
    language = re.search(r'"/Lang": "u:([^"]+)"', catalog)
    if not language:
        wrong.append("no language")
    _, files = run("pdfdetach", "-list", str(path))
    if attachment and attachment not in files:
        wrong.append(f"no file {attachment}")
    _, text = run("pdftotext", "-layout", str(path), "-")
    if not text.strip() or "\ufffd" in text:
        wrong.append("no text, or letters without a shape")
    wrong.extend(f"does not say {word!r}" for word in words if word not in text)
    subtype = facts.get("PDF subtype", "PDF/A subtype not shown by this pdfinfo")
    print(f"{path.name}: {facts.get('Pages')} pages, {facts.get('File size')}, {subtype}, tagged {facts.get('Tagged')}, "
          f"language {language and language.group(1)}, {files.strip().splitlines()[0]}")
    for message in wrong:
        print(f"  {message}")
    return not wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--has", help="name of a file that must be attached")
    parser.add_argument("--says", action="append", default=[], help="words that must be readable")
    arguments = parser.parse_args()
    verdicts = [judge(path, arguments.has, arguments.says) for path in arguments.files]
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception as error:  # a missing tool must not look like a verdict
        print(f"could not judge: {type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(2)
