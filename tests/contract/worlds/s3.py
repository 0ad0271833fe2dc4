"""moto's S3 on loopback: one door for the target, which has moods, and one for the world, which has none."""

from __future__ import annotations

import os
import re
import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, MotoRequestHandler, create_backend_app
from werkzeug.serving import BaseWSGIServer, make_server

from bulletin.air import Parcel

from . import World
from .sftp import another

KEY, SECRET = "AKIAHARBOURFM0000000", "a-secret-of-the-bucket-5c1d"
ERROR = '<?xml version="1.0"?><Error><Code>{}</Code><Message>the {} of our tests</Message></Error>'
REGION = "us-east-1"


@dataclass
class Door:
    """A server at a port of its own, before moto."""

    moto: Any
    mood: str = ""
    port: int = 0
    awake: threading.Event = field(default_factory=threading.Event)
    asked: list[str] = field(default_factory=list)  # what it was asked for, with the query
    _server: BaseWSGIServer | None = None

    def start(self) -> None:
        self._server = make_server("127.0.0.1", self.port, self._answer, True, request_handler=MotoRequestHandler)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def stop(self) -> None:
        self.awake.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def mend(self) -> None:
        self.mood = ""
        self.awake.set()
        self.awake = threading.Event()
        if self._server is None:
            self.start()

    def becomes(self, mood: str) -> Callable[[], None]:
        return lambda: setattr(self, "mood", mood)

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        method, mood = environ["REQUEST_METHOD"], self.mood
        self.asked.append(f"{method} {environ['PATH_INFO']}?{environ['QUERY_STRING']}")
        if mood == "slow":
            self.awake.wait(60)
        if mood in ("403 AccessDenied", "503 SlowDown", "500 InternalError", "404 NoSuchBucket"):
            status, _, code = mood.partition(" ")
            start_response(f"{status} {code}", [("Content-Type", "application/xml")])
            return [ERROR.format(code, code).encode()]
        if mood == "a web page":
            start_response("200 OK", [("Content-Type", "text/html")])
            return [b"<html><h1>It works!"]
        if mood == "lying" and method == "PUT" and not environ.get("HTTP_X_AMZ_COPY_SOURCE"):
            import io

            body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            half = body[: len(body) // 2]
            for header in ("HTTP_CONTENT_MD5", "HTTP_X_AMZ_CONTENT_SHA256"):
                environ.pop(header, None)
            environ |= {"wsgi.input": io.BytesIO(half), "CONTENT_LENGTH": str(len(half))}
        answer: Iterable[bytes] = self.moto(environ, start_response)
        return answer


@dataclass
class Bucket:
    """A bucket, as its owner sees it."""

    client: Any
    name: str
    door: Door

    def content(self, key: str) -> bytes | None:
        try:
            return bytes(self.client.get_object(Bucket=self.name, Key=key)["Body"].read())
        except self.client.exceptions.NoSuchKey:
            return None

    def names(self) -> list[str]:
        return sorted(one["Key"] for one in self.client.list_objects_v2(Bucket=self.name).get("Contents", ()))


@contextmanager
def serving() -> Iterator[Bucket]:
    moto = DomainDispatcherApplication(create_backend_app)
    theirs, ours = Door(moto), Door(moto)
    before = {name: os.environ.get(name) for name in ("HARBOUR_S3_KEY", "HARBOUR_S3_SECRET")}
    os.environ |= {"HARBOUR_S3_KEY": KEY, "HARBOUR_S3_SECRET": SECRET}
    theirs.start()
    ours.start()
    name = f"harbour-{uuid.uuid4().hex[:8]}"
    client = boto3.client(
        "s3", endpoint_url=f"http://127.0.0.1:{ours.port}", region_name=REGION,
        aws_access_key_id=KEY, aws_secret_access_key=SECRET, config=Config(s3={"addressing_style": "path"}),
    )  # fmt: skip
    client.create_bucket(Bucket=name)
    try:
        yield Bucket(client, name, theirs)
    finally:
        client.close()
        theirs.stop()
        ours.stop()
        for variable, value in before.items():
            os.environ.pop(variable, None)
            if value is not None:
                os.environ[variable] = value


def settings(bucket: Bucket, **others: Any) -> dict[str, Any]:
    return {
        "url": f"s3://{bucket.name}/news",
        "endpoint": f"http://127.0.0.1:{bucket.door.port}",
        "region": REGION,
        "key_env": "HARBOUR_S3_KEY",
        "secret_env": "HARBOUR_S3_SECRET",
        "playlist": "news.m3u",
        **others,
    }


@contextmanager
def world(folder: Path) -> Iterator[World]:
    with serving() as bucket:

        def heard() -> dict[str, bytes | None]:
            """What leads to a bulletin: the name that players know, and the playlist's lines."""
            lines = (bucket.content("news/news.m3u") or b"").decode().splitlines()
            listed = [f"news/{line}" for line in lines if not re.match(r"#|\s*$", line)]
            found = {key: bucket.content(key) for key in ["news/news.mp3", *listed]}
            return {key: content for key, content in found.items() if content is not None or key in listed}

        def has(parcel: Parcel) -> bytes | None:
            contents = set(heard().values())
            assert None not in contents, "the playlist leads to nothing"
            assert len(contents) < 2 or bucket.door.mood, "the playlist has another bulletin than the name"
            return next((content for content in contents if content and not another(content, parcel)), None)

        yield World(
            settings=settings(bucket),
            has=has,
            playable=lambda: len(set(heard().values())),
            faults={
                "down": bucket.door.stop,
                **{
                    mood: bucket.door.becomes(mood)
                    for mood in (
                        "slow", "403 AccessDenied", "503 SlowDown", "500 InternalError", "404 NoSuchBucket",
                        "a web page", "lying",
                    )
                },
            },
            mend=bucket.door.mend,
        )  # fmt: skip
