"""Judges the webhooks of a served demonstration by PyPI `standardwebhooks`: what is sent, against what the specification asks.

    webhooks.py PROGRAM

PROGRAM is the built `passerelle`. A coordinator of a demonstration adds the address of a receiver on this machine, sends a test,
exchanges the secret and sends another one. Each message is verified with the secret that the page has shown; then one byte of the
body, the id, the moment and the secret are changed, and each change must be refused. While a secret is exchanged, both verify.
Exit code: 0 good, 1 not, 2 the judge could not do its work.
"""

import argparse
import http.server
import re
import sys
import tempfile
import threading
import time
from pathlib import Path

import requests
from standardwebhooks import Webhook, WebhookVerificationError

from judge import free_port, people, serve

PERSON = "coralie@"
HEARD = []


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        HEARD.append(({name.lower(): value for name, value in self.headers.items()}, body))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def heard(count):
    """What was heard, once there are so many."""
    for _ in range(150):
        if len(HEARD) >= count:
            return HEARD[count - 1]
        time.sleep(0.1)
    raise RuntimeError(f"only {len(HEARD)} messages of {count} have arrived")


def verifies(secret, headers, body):
    try:
        Webhook(secret).verify(body, headers)
        return True
    except WebhookVerificationError:
        return False


def other(text, at):
    """The text with one character changed."""
    return text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]


def changes(secret, headers, body):
    """The message with one thing changed each time, with what that is."""
    for at in range(len(body)):
        yield f"byte {at}", secret, headers, other(body, at)
    yield "a byte less", secret, headers, body[:-1]
    yield "a byte more", secret, headers, body + " "
    yield "the id", secret, {**headers, "webhook-id": other(headers["webhook-id"], 0)}, body
    later = str(int(headers["webhook-timestamp"]) + 1)
    yield "the moment", secret, {**headers, "webhook-timestamp": later}, body
    yield "the secret", "whsec_" + other(secret[6:], 0), headers, body


def sign_in(url, email, password):
    browser = requests.Session()
    browser.headers["Sec-Fetch-Site"] = "same-origin"
    browser.post(f"{url}/sign-in", data={"email": email, "password": password, "to": "/me"}, timeout=20)
    return browser


def shown(answer):
    """The secret that a page shows this once."""
    found = re.search(r"whsec_[A-Za-z0-9+/=]+", answer.text)
    if not found:
        raise RuntimeError(f"no secret: {answer.status_code} {answer.url}")
    return found.group(0)


def judge(url, browser):
    """Whether every message verifies and every change of one is refused."""
    receiver = http.server.ThreadingHTTPServer(("127.0.0.1", free_port()), Receiver)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    address = f"http://localhost:{receiver.server_port}/hook"
    first = shown(browser.post(f"{url}/me/webhooks", data={"address": address, "kinds": "mission.ended"}, timeout=20))
    page = re.search(r"/me/webhooks/[0-9a-f-]{36}", browser.get(f"{url}/me/webhooks", timeout=20).text).group(0)
    browser.post(f"{url}{page}/test", timeout=20)
    headers, body = heard(1)
    print("→", body, flush=True)
    good = verifies(first, headers, body)
    print("   verified" if good else "   NOT verified", flush=True)
    second = shown(browser.post(f"{url}{page}/secret", timeout=20))
    browser.post(f"{url}{page}/test", timeout=20)
    twice, other_body = heard(2)
    both = all(verifies(secret, twice, other_body) for secret in (first, second))
    print(f"   {len(twice['webhook-signature'].split())} signatures,", "both verify" if both else "NOT both verify", flush=True)
    count, taken = 0, []
    for what, secret, changed, text in [*changes(first, headers, body), *changes(second, twice, other_body)]:
        count += 1
        if verifies(secret, changed, text):
            taken.append(what)
    print(f"   {count} changes, {count - len(taken)} refused", *taken, flush=True)
    receiver.shutdown()
    return good and both and not taken


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("program")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="passerelle-webhooks-") as folder:
        port, log = free_port(), Path(folder) / "log"
        url = f"http://localhost:{port}"
        with log.open("w") as told:
            running = serve(asked.program, f"{folder}/demo", port, told)
        try:
            email, password = next(one for one in people(log.read_text()) if one[0].startswith(PERSON))
            return 0 if judge(url, sign_in(url, email, password)) else 1
        finally:
            running.terminate()
            running.wait(timeout=20)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (RuntimeError, requests.RequestException, StopIteration, AttributeError) as problem:
        print(f"the judge could not do its work: {problem}", file=sys.stderr)
        sys.exit(2)
