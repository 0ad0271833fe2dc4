"""Bulletin: a radio newsroom in a box."""

__version__ = "0.1.0"
