"""Copy comes in: articles from files, folders, saved pages, JSON and standard input, cleaned of furniture."""

from .intake import Gathered, gather

__all__ = ["Gathered", "gather"]
