"""The command line: one module a verb, no rules of its own.

Each verb imports what it needs when it runs, so that `bulletin --help` costs no more than Typer.
"""

from __future__ import annotations

from .app import app, main

__all__ = ["app", "main"]
