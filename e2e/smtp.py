"""A mail server on loopback for stories: every message it accepts becomes a file of JSON.

`python smtp.py FOLDER` prints the port it listens on, then serves until its standard input ends. It tells the envelope
and not the header "To", because a message does not say to whom it was really sent.
"""

import itertools
import json
import socket
import sys
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from aiosmtpd.controller import Controller


def told(envelope) -> dict:
    message = message_from_bytes(envelope.content, policy=default)
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    return {
        "from": envelope.mail_from,
        "to": envelope.rcpt_tos,
        "headers": {name.lower(): str(value) for name, value in message.items()},
        "subject": str(message["subject"] or ""),
        "text": text.get_content() if text else "",
        "html": html.get_content() if html else "",
        "attachments": [{"name": part.get_filename(), "type": part.get_content_type()} for part in message.iter_attachments()],
    }


class Keep:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = itertools.count(1)

    async def handle_DATA(self, server, session, envelope) -> str:
        name = f"{next(self.numbers):04}.json"
        # Written aside first: a reader never sees half a message.
        aside = self.folder / f"{name}.partial"
        aside.write_text(json.dumps(told(envelope)), encoding="utf-8")
        aside.rename(self.folder / name)
        return "250 kept"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    controller = Controller(Keep(folder), hostname="127.0.0.1", port=free_port())
    controller.start()
    print(controller.port, flush=True)
    sys.stdin.read()
    controller.stop()


main()
