"""Judges the API of a served demonstration by PyPI `schemathesis`: what its description promises, against its answers.

    judge.py PROGRAM [--examples 10] [--seed 7]

PROGRAM is the built `passerelle`. The demonstration is made in a folder of its own and served on a free port; a
coordinator and a peer sign in, make a token each on the page for it, and the judge asks with both.
Exit code: 0 good, 1 not, 2 the judge could not do its work.
"""

import argparse
import datetime
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requests

HERE = Path(__file__).parent
# Who judges: the beginnings of their addresses.
PEOPLE = ("odile@", "noor@")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def serve(program, folder, port, log):
    """Starts the demonstration and waits until it answers."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PASSERELLE_")}
    command = [program, "demo", "--dir", folder, "--port", str(port)]
    running = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=clean)
    for _ in range(600):
        if running.poll() is not None:
            raise RuntimeError("the demonstration ended")
        try:
            if requests.get(f"http://localhost:{port}/healthz", timeout=2).ok:
                return running
        except requests.RequestException:
            time.sleep(0.2)
    raise RuntimeError("the demonstration does not answer")


def people(text):
    """E-mail and password of everybody whom the program prints."""
    return [(email, password.strip()) for email, password in re.findall(r"(\S+@\S+)\s{2,}(.+)$", text, re.MULTILINE)]


def token(url, email, password):
    """Signs in and makes a token for everything that the role is offered."""
    browser = requests.Session()
    browser.headers["Sec-Fetch-Site"] = "same-origin"
    browser.post(f"{url}/sign-in", data={"email": email, "password": password, "to": "/me"}, timeout=20)
    page = browser.get(f"{url}/me/tokens", timeout=20).text
    abilities = re.findall(r'name="abilities" type="checkbox" value="([^"]+)"', page)
    until = datetime.date.today() + datetime.timedelta(days=1)
    form = [("name", "schemathesis"), *(("abilities", one) for one in abilities)]
    form += [("until-day", until.day), ("until-month", until.month), ("until-year", until.year)]
    made = re.search(r"passerelle_[0-9a-f]{40}", browser.post(f"{url}/me/tokens", data=form, timeout=20).text)
    if not made:
        raise RuntimeError(f"no token for {email}; offered: {abilities}")
    return made.group(0), abilities


def records(url, secret):
    """Some records of every kind that the token reads, by the name of their parameter."""
    asked = requests.Session()
    asked.headers["Authorization"] = f"Bearer {secret}"

    def listed(path):
        answer = asked.get(f"{url}/api/v1/{path}", timeout=20)
        return [one["id"] for one in answer.json()["items"][:8]] if answer.ok else []

    found = {
        "organisation": listed("organisations"),
        "person": listed("people"),
        "request": listed("requests") + listed("requests?awaited=decided"),
        "mission": listed("missions"),
        "entry": listed("hours") + listed("hours?month=" + last_month()),
        "invoice": listed("invoices"),
    }
    of_organisations = [asked.get(f"{url}/api/v1/organisations/{one}", timeout=20) for one in found["organisation"]]
    found["team"] = [team["id"] for one in of_organisations if one.ok for team in one.json()["teams"][:4]]
    return {name: ids for name, ids in found.items() if ids}


def last_month():
    return (datetime.date.today().replace(day=1) - datetime.timedelta(days=1)).strftime("%Y-%m")


def settings(folder, known):
    """The settings of the judge, with records that are there: most of its questions shall be about these."""
    lines = [(HERE / "schemathesis.toml").read_text()]
    lines += [f"[dictionaries.{name}]\nvalues = {json.dumps(ids)}" for name, ids in known.items()]
    lines.append("[parameters]")
    lines += [f'"path.{name}" = {{ dictionary = "{name}", probability = 0.7 }}' for name in known]
    file = Path(folder) / "schemathesis.toml"
    file.write_text("\n".join(lines) + "\n")
    return file


def judge(url, secret, settings, examples, seed):
    """Whether schemathesis finds nothing to say."""
    program = Path(sys.executable).parent / "schemathesis"
    command = [program, "--config-file", settings, "run", f"{url}/api/v1/openapi.json"]
    command += ["--max-examples", str(examples), "--seed", str(seed), "--no-color"]
    return subprocess.run(command, env={**os.environ, "PASSERELLE_TOKEN": secret}).returncode == 0


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("program")
    arguments.add_argument("--examples", type=int, default=10)
    arguments.add_argument("--seed", type=int, default=7)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="passerelle-api-") as folder:
        port, log = free_port(), Path(folder) / "log"
        url = f"http://localhost:{port}"
        with log.open("w") as told:
            running = serve(asked.program, f"{folder}/demo", port, told)
        try:
            accounts = people(log.read_text())
            good = True
            for begin in PEOPLE:
                email, password = next(one for one in accounts if one[0].startswith(begin))
                secret, abilities = token(url, email, password)
                print(f"→ as {email}, with {' '.join(abilities)}", flush=True)
                known = records(url, secret)
                print("  ", ", ".join(f"{len(ids)} {name}" for name, ids in known.items()), flush=True)
                good = judge(url, secret, settings(folder, known), asked.examples, asked.seed) and good
        finally:
            running.terminate()
            running.wait(timeout=20)
    return 0 if good else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (RuntimeError, requests.RequestException, StopIteration) as problem:
        print(f"the judge could not do its work: {problem}", file=sys.stderr)
        sys.exit(2)
