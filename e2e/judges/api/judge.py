"""Judges the API of a served demonstration by PyPI `schemathesis`: what its description promises, against its answers.

    judge.py PROGRAM [--examples 20] [--seed 7]

PROGRAM is the built `passerelle`. The demonstration is made in a folder of its own and served on a free port; a
coordinator and a peer sign in, make a token each on the page for it, and the judge asks with both.
Exit code: 0 good, 1 not, 2 the judge could not do its work.
"""

import argparse
import datetime
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


def judge(url, secret, examples, seed):
    """Whether schemathesis finds nothing to say."""
    program = Path(sys.executable).parent / "schemathesis"
    command = [program, "--config-file", HERE / "schemathesis.toml", "run", f"{url}/api/v1/openapi.json"]
    command += ["--max-examples", str(examples), "--seed", str(seed), "--no-color"]
    return subprocess.run(command, env={**os.environ, "PASSERELLE_TOKEN": secret}).returncode == 0


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("program")
    arguments.add_argument("--examples", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=7)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="passerelle-api-") as folder:
        port, log = free_port(), Path(folder) / "log"
        url = f"http://localhost:{port}"
        with log.open("w") as told:
            running = serve(asked.program, f"{folder}/demo", port, told)
        try:
            known = people(log.read_text())
            good = True
            for begin in PEOPLE:
                email, password = next(one for one in known if one[0].startswith(begin))
                secret, abilities = token(url, email, password)
                print(f"→ as {email}, with {' '.join(abilities)}", flush=True)
                good = judge(url, secret, asked.examples, asked.seed) and good
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
