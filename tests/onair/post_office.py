"""A mail server and a webhook's server on loopback, which keep what they were given."""

from __future__ import annotations

import json
import socketserver
import ssl
import threading
from base64 import b64decode
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@dataclass
class Mailbox:
    """What the mail server was given; `refuse` is what it says to a letter instead of 250; `drips`: it never ends."""

    letters: list[EmailMessage] = field(default_factory=list)
    passwords: list[str] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    refuse: str = ""
    drips: bool = False


class MailServer:
    """SMTP with STARTTLS (RFC 5321, RFC 3207), where it has a certificate, and AUTH PLAIN (RFC 4954)."""

    def __init__(self, certificate: Path | None = None) -> None:
        self.box = box = Mailbox()
        secure = None
        if certificate:
            secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            secure.load_cert_chain(certificate)

        class Handler(socketserver.StreamRequestHandler):
            timeout = 10

            def say(self, line: str) -> None:
                self.wfile.write(f"{line}\r\n".encode())

            def handle(self) -> None:
                tls = False
                while box.drips:
                    self.wfile.write(b"2")
                    threading.Event().wait(0.05)
                self.say("220 post office")
                while line := self.rfile.readline().decode().strip():
                    verb = line.split()[0].upper()
                    if verb == "EHLO":
                        offered = ["AUTH PLAIN"] if tls or not secure else ["STARTTLS"]
                        self.wfile.write("".join(f"250-{one}\r\n" for one in ("post office", *offered)).encode())
                        self.say("250 HELP")
                    elif verb == "STARTTLS" and secure:
                        self.say("220 go ahead")
                        self.request = secure.wrap_socket(self.request, server_side=True)
                        self.rfile, self.wfile, tls = self.request.makefile("rb"), self.request.makefile("wb", 0), True
                    elif verb == "AUTH":
                        box.passwords.append(b64decode(line.split()[2]).decode().split("\0")[2])
                        self.say("235 welcome")
                    elif verb == "DATA":
                        self.say("354 go on")
                        self.take(tls)
                    elif verb == "QUIT":
                        return
                    else:
                        self.say("250 good")

            def take(self, tls: bool) -> None:
                rows = []
                while (row := self.rfile.readline()) not in (b".\r\n", b""):
                    rows.append(row)
                if box.refuse:
                    self.say(box.refuse)
                    return
                box.letters.append(message_from_bytes(b"".join(rows), policy=policy.default))  # type: ignore[arg-type]
                box.encrypted.append(tls)
                self.say("250 taken")

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self) -> MailServer:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *why: object) -> None:
        self.box.drips = False
        self.server.shutdown()
        self.server.server_close()


class HookServer:
    """Keeps each POST's path and JSON; answers `status`, with a reason that repeats all that it was sent."""

    def __init__(self) -> None:
        self.posts: list[tuple[str, dict[str, Any]]] = []
        self.asked = 0
        self.status = 200
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                hook.asked += 1
                body = self.rfile.read(int(self.headers["Content-Length"] or 0))
                said = json.dumps({"message": f"I was sent {self.path} with {dict(self.headers)}"}).encode()
                if hook.status == 200 and body:
                    hook.posts.append((self.path, json.loads(body)))
                self.send_response(hook.status)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            do_GET = do_PUT = do_DELETE = do_POST

            def log_message(self, *words: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self) -> HookServer:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *why: object) -> None:
        self.server.shutdown()
        self.server.server_close()


def certificate(folder: Path) -> Path:
    """A certificate of our own making for 127.0.0.1, with its key, in one file."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = folder / "mail.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file
