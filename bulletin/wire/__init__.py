"""Copy comes in: articles from files, folders, pages, feeds and standard input, cleaned of furniture."""

from .feeds import Collected, Told, age, collect, complete
from .feeds.opml import Outline
from .feeds.opml import read as read_opml
from .feeds.opml import write as write_opml
from .fetching import Fetched, fetch
from .intake import Gathered, gather

__all__ = [
    "Collected",
    "Fetched",
    "Gathered",
    "Outline",
    "Told",
    "age",
    "collect",
    "complete",
    "fetch",
    "gather",
    "read_opml",
    "write_opml",
]
