"""The one seam through which this project asks the network for feeds and pages (docs/fetching.md)."""

from .asking import Fetched, fetch, fetch_all
from .robots import allowed, fetch_pages

__all__ = ["Fetched", "allowed", "fetch", "fetch_all", "fetch_pages"]
