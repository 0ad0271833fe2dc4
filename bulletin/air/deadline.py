"""A call that ends when its time is up: what bulletin/leash has, for targets."""

from ..leash import Deadline, within

__all__ = ["Deadline", "within"]
