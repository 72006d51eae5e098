"""One bill of materials of what cargo and npm say, judged by the library of the standard's makers; and the licences of
the npm packages after those of the crates.

papers.py ROOT DRAFTS BILL LICENCES
"""

import json
import pathlib
import sys

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

root, drafts, bill, licences = (pathlib.Path(word) for word in sys.argv[1:])


def without_places(text):
    """Says `.` where the checkout lies, so that nothing tells of the machine that built."""
    return text.replace(f"path+file://{root}", "path+file://.").replace(f"file://{root}", "file://.").replace(str(root), ".")


def merged():
    crates = json.loads(without_places((drafts / "cargo.json").read_text()))
    packages = json.loads(without_places((drafts / "npm.json").read_text()))
    own = crates["metadata"]["component"]["bom-ref"]
    pages = packages["metadata"]["component"]["bom-ref"]
    components = crates["components"] + packages["components"]
    components.sort(key=lambda one: (one.get("purl", ""), one["bom-ref"]))
    refs = [one["bom-ref"] for one in components]
    assert len(refs) == len(set(refs)), "a part is named twice"
    below = {one["ref"]: one.get("dependsOn", []) for one in crates["dependencies"] + packages["dependencies"]}
    # Our pages are a part of the program, not a package of their own.
    below[own] = sorted(below.get(own, []) + below.pop(pages))
    crates["components"] = components
    crates["dependencies"] = [{"ref": ref, "dependsOn": sorted(on)} for ref, on in sorted(below.items())]
    crates["metadata"]["component"]["name"] = "passerelle"
    tools = lambda one: one["metadata"].get("tools", [])
    listed = lambda some: some if isinstance(some, list) else some.get("components", [])
    crates["metadata"]["tools"] = listed(tools(crates)) + listed(tools(packages))
    return crates, packages


def text_of(folder):
    names = ("licen", "copying", "ofl", "notice")
    files = [one for one in sorted(folder.iterdir()) if one.is_file() and one.name.lower().startswith(names)]
    return "\n".join(one.read_text() for one in files)


def licence_of(one):
    told = one.get("licenses") or [{"license": {"id": "see below"}}]
    return " AND ".join(each.get("expression") or each["license"].get("id") or each["license"]["name"] for each in told)


def main():
    joined, packages = merged()
    text = json.dumps(joined, indent=1, ensure_ascii=False)
    wrong = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
    if wrong is not None:
        sys.exit(f"the bill of materials is not valid: {wrong}")
    bill.write_text(text + "\n")
    parts = [(drafts / "cargo.txt").read_text()]
    for one in packages["components"]:
        folder = root / "node_modules" / one["name"]
        words = text_of(folder)
        rule = "=" * 80
        parts.append(f"\n{rule}\n{one['name']} {one['version']} (npm): {licence_of(one)}\n{'-' * 80}\n{words}\n")
    licences.write_text("".join(parts))
    crates = sum(one.get("purl", "").startswith("pkg:cargo/") for one in joined["components"])
    print(f"{len(joined['components'])} parts ({crates} of cargo, {len(packages['components'])} of npm), valid as CycloneDX 1.5")


main()
