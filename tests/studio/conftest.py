"""The studio keeps what it made between runs; the tests have a place of their own for that."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BULLETIN_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
