"""Patterns are compiled when they are first used; here all of them are, so that a broken one is found before air."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import bulletin.desk
from bulletin.desk.patterns import regex


def test_every_pattern_compiles() -> None:
    found = 0
    for module in pkgutil.iter_modules(bulletin.desk.__path__):
        for value in vars(import_module(f"bulletin.desk.{module.name}")).values():
            if type(value) is type(regex("")):
                value.search("")
                found += 1
    assert found > 100
