"""What the voice tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.station import Folders, Station


@pytest.fixture
def station(tmp_path: Path) -> Station:
    return Station(folders=Folders(cache=str(tmp_path / "cache")))
