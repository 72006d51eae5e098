"""Judges a calendar feed by PyPI `icalendar` and `vobject`, and prints when its slots happen.

    calendar_feed.py FILE [--expect 2026-10-27T09:00+01:00] [--without 2026-11-03]

`--expect` names an instant with its offset at which a slot must start, `--without` a day on which none may.
Exit code: 0 good, 1 not, 2 the judge could not do its work.
"""

import argparse
import sys
from datetime import date, datetime, timezone
from pathlib import Path


def starts(event):
    """The starts of an event, its exceptions left out."""
    from dateutil.rrule import rrulestr

    first = event.decoded("dtstart")
    if "rrule" not in event:
        return [first]
    # Recurrence goes by the wall clock: expand without the zone, then put it back.
    rule = event["rrule"].to_ical().decode()
    until = event["rrule"].get("until", [None])[0]
    if until is not None:
        local = until.astimezone(first.tzinfo).strftime("%Y%m%dT%H%M%S")
        rule = rule.replace(event["rrule"]["UNTIL"][0].strftime("%Y%m%dT%H%M%SZ"), local)
    days = [day.replace(tzinfo=first.tzinfo) for day in rrulestr(rule, dtstart=first.replace(tzinfo=None))]
    excluded = event.get("exdate", [])
    excluded = excluded if isinstance(excluded, list) else [excluded]
    skipped = {item.dt.astimezone(timezone.utc) for group in excluded for item in group.dts}
    return [day for day in days if day.astimezone(timezone.utc) not in skipped]


def judge(path, expected, without):
    import icalendar
    import vobject

    content = path.read_bytes()
    wrong = []
    lines = content.split(b"\r\n")
    if b"\n" in content.replace(b"\r\n", b""):
        wrong.append("a line does not end with CR LF")
    if any(len(line) > 75 for line in lines):
        wrong.append("a line has more than 75 octets")
    calendar = icalendar.Calendar.from_ical(content)
    wrong.extend(f"icalendar: {error}" for part in calendar.walk() for error in part.errors)
    other = vobject.readOne(content.decode("utf-8"))
    other.validate(raiseException=True)
    events = calendar.walk("VEVENT")
    if len(events) != len(other.contents.get("vevent", [])):
        wrong.append("the two readers see different events")
    zones = {str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")}
    for zone in calendar.walk("VTIMEZONE"):
        if any(key in part for part in zone.walk() for key in ("uid", "dtstamp")):
            wrong.append("a zone has properties of an event")
    for event in events:
        zone = event["dtstart"].params.get("TZID")
        if zone and zone not in zones:
            wrong.append(f"zone {zone} is not described")
        wrong.extend(f"event without {key}" for key in ("uid", "dtstamp", "summary") if key not in event)
    everything = sorted(start for event in events for start in starts(event))
    if expected and expected not in everything:
        wrong.append(f"nothing starts at {expected.isoformat()}")
    if without and any(start.date() == without for start in everything):
        wrong.append(f"something starts on {without.isoformat()}")
    print(f"{path.name}: {len(events)} events, {len(everything)} occurrences, zones {sorted(zones)}")
    if everything:
        print(f"  from {everything[0].isoformat()} to {everything[-1].isoformat()}")
    for message in wrong:
        print(f"  {message}")
    return not wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--expect", type=datetime.fromisoformat)
    parser.add_argument("--without", type=date.fromisoformat)
    arguments = parser.parse_args()
    return 0 if judge(arguments.file, arguments.expect, arguments.without) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception as error:  # whatever keeps the judge from judging must not look like a verdict
        print(f"could not judge: {type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(2)
