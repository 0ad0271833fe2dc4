"""A bucket that speaks S3: whole objects are put, read and deleted, each in one request.

s3fs knows the keys, the addresses and the dialects.  Its own repetitions are off: who calls has a deadline and keeps
it.  An object is put whole or not at all: no multipart upload is ever begun, so none is left behind.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

import aiohttp
import s3fs
from botocore import exceptions  # type: ignore[import-untyped]
from fsspec.asyn import sync

from ..errors import TargetError, TargetUnavailable
from .asking import one_line

LARGEST = 700_000_000  # bytes: an hour of WAV
PIECE = 262_144  # bytes
PAGES = 20  # of a thousand names
KEYS = {"AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken", "403"}
LATER = {"SlowDown", "ServiceUnavailable", "InternalError", "RequestTimeout", "OperationAborted"}
T = TypeVar("T")


@dataclass(frozen=True)
class Bucket:
    """One bucket, and the key to it."""

    name: str
    server: str  # for people
    store: s3fs.S3FileSystem = field(repr=False)  # it knows the secret

    def there(self, work: Callable[[], Coroutine[Any, Any, T]], seconds: float) -> T:
        """What the work gives, which ends when the time is up.  Raises TargetUnavailable or TargetError."""
        try:
            given: T = sync(self.store.loop, work, timeout=seconds)
        except TargetError:
            raise
        except FAULTS as error:
            raise self._fault(error) from None  # the libraries' own errors have what the server says in them
        return given

    async def put(self, key: str, content: bytes, **others: Any) -> None:
        """The object whole."""
        md5 = hashlib.md5(content, usedforsecurity=False).digest()  # what every S3 checks on arrival
        await self.call("put_object", Key=key, Body=content, ContentMD5=b64encode(md5).decode(), **others)

    async def get(self, key: str) -> bytes | None:
        """The whole object; None where there is none."""
        try:
            answer = await self.call("get_object", Key=key)
        except FileNotFoundError as error:
            if _code(error) == "NoSuchBucket":
                raise
            return None
        content = bytearray()
        async with answer["Body"] as body:
            while len(content) <= LARGEST and (piece := await body.read(PIECE)):
                content += piece
        return bytes(content)

    async def labels(self, key: str) -> dict[str, str]:
        """What was said of the object when it was put; nothing where there is none."""
        try:
            answer = await self.call("head_object", Key=key)
        except FileNotFoundError:
            return {}
        return {str(name).lower(): str(said) for name, said in answer.get("Metadata", {}).items()}

    async def keys(self, start: str) -> list[str]:
        """The names that begin so, of the first PAGES thousand."""
        found: list[str] = []
        more: dict[str, str] = {}
        for _ in range(PAGES):
            page = await self.call("list_objects_v2", Prefix=start, **more)
            found += [str(one["Key"]) for one in page.get("Contents", ())]
            if not (token := page.get("NextContinuationToken")):
                break
            more = {"ContinuationToken": token}
        return found

    async def delete(self, key: str) -> None:
        """No such object is as good."""
        await self.call("delete_object", Key=key)

    async def copy(self, key: str, to: str, **others: Any) -> str:
        """Make `to` of the object `key`, on the server; returns its ETag."""
        source = {"Bucket": self.name, "Key": key}
        told = await self.call("copy_object", Key=to, CopySource=source, MetadataDirective="REPLACE", **others)
        return one_line(str(told.get("CopyObjectResult", {}).get("ETag", "")).strip('"'), 40)

    async def call(self, method: str, **arguments: Any) -> dict[str, Any]:
        """One request."""
        answer: dict[str, Any] = await self.store._call_s3(method, Bucket=self.name, **arguments)
        return answer

    def _fault(self, error: Exception) -> TargetError:
        """What an error of the libraries means for a person: the first of these that is true of it."""
        code, status = _code(error), _status(error)
        said = f"answered {status} {one_line(code, 40) if code != str(status) else ''}".strip()
        kind = type(error).__name__
        meanings: tuple[tuple[bool, type[TargetError], str], ...] = (
            (isinstance(error, TimeoutError), TargetUnavailable,
             "was not done in time: is it up, and is the line fast enough?"),
            (isinstance(error, KEYLESS), TargetError, "is asked without a key: set key_env and secret_env"),
            (isinstance(error, UNREACHED), TargetUnavailable, f"cannot be reached ({kind}): is it up?"),
            (code == "NoSuchBucket", TargetError, f"has no bucket {self.name}: make it, or correct the url"),
            (code == "RequestTimeTooSkewed", TargetError, "says that this machine's clock is wrong: correct it"),
            (code in LATER or status in (408, 409, 429) or status >= 500, TargetUnavailable,
             f"{said}: a fault on its side"),
            (code in KEYS or status in (401, 403), TargetError,
             f"{said}: it does not take the key, or the key may not do this"),
            (status > 0, TargetError, f"{said}: check url, endpoint and region"),
            (True, TargetError, f"does not speak S3 as it should ({kind}): check the endpoint"),
        )  # fmt: skip
        return next(fault(f"{self.server} {words}") for true, fault, words in meanings if true)


KEYLESS = (exceptions.NoCredentialsError, exceptions.PartialCredentialsError, exceptions.CredentialRetrievalError)
UNREACHED = (exceptions.HTTPClientError, exceptions.ConnectionError, aiohttp.ClientError, ConnectionError)
FAULTS: tuple[type[Exception], ...] = (
    OSError, exceptions.BotoCoreError, exceptions.ClientError, aiohttp.ClientError, ValueError, LookupError, TypeError,
    AttributeError, RuntimeError,
)  # fmt: skip


def opened(name: str, endpoint: str, region: str, key: str, secret: str) -> Bucket:
    """The bucket; touches no network.  Without a key it is looked for where Amazon's own tools do."""
    store = s3fs.S3FileSystem(
        key=key or None,
        secret=secret or None,
        endpoint_url=endpoint or None,
        client_kwargs={"region_name": region} if region else {},
        config_kwargs={
            "retries": {"total_max_attempts": 1, "mode": "standard"},
            "request_checksum_calculation": "when_required",  # others than Amazon's often know no newer ones
            "response_checksum_validation": "when_required",
            "s3": {"addressing_style": "path" if endpoint else "auto"},
        },
        skip_instance_cache=True,
    )
    store.retries = 1
    return Bucket(name, endpoint.partition("://")[2].partition("/")[0] or "Amazon S3", store)


def _response(error: BaseException) -> dict[str, Any]:
    """The server's answer in an error; s3fs makes errors of the system's of them, and keeps theirs as the cause."""
    for one in (error, error.__cause__):
        if isinstance(response := getattr(one, "response", None), dict):
            return response
    return {}


def _code(error: BaseException) -> str:
    return str(_response(error).get("Error", {}).get("Code", ""))


def _status(error: BaseException) -> int:
    status = _response(error).get("ResponseMetadata", {}).get("HTTPStatusCode", 0)
    return status if isinstance(status, int) else 0
