"""docs/add-a-target.md, followed to the letter: what is pasted from it is a target, and the contract suite takes it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parents[2]
SECTION = "\n## mine\n\n| `path` | | the folder |\n\n**Delivered** means: it was read back.\n"


def test_the_page_works_as_it_is_pasted(tmp_path: Path) -> None:
    page = (HOME / "docs" / "add-a-target.md").read_text()
    target, world = re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    (registered,) = re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert 'mine = "my_package.mine:target"' in registered
    info, package = tmp_path / "my_package-1.dist-info", tmp_path / "my_package"
    for folder in (info, package, tmp_path / "docs"):
        folder.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: my-package\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[bulletin.targets]\nmine = my_package.mine:target\n")
    (package / "__init__.py").touch()
    (package / "mine.py").write_text(target)
    suite = shutil.copytree(HOME / "tests" / "contract", tmp_path / "tests" / "contract")
    (suite / "worlds" / "mine.py").write_text(world)
    (tmp_path / "docs" / "targets.md").write_text((HOME / "docs" / "targets.md").read_text() + SECTION)
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", str(suite / "test_targets.py"), "-k", "mine", "-q", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(HOME)])},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout[-3000:]
    assert re.search(r"^\d{2} passed, \d+ deselected", ended.stdout, re.MULTILINE), ended.stdout[-500:]
