"""Work that ends when its time is up, whatever the other side does; and one HTTP request, pinned and on that leash.

`pinned` loads requests, so who asks takes it by its name, and late.
"""

from .deadline import Deadline, within

__all__ = ["Deadline", "within"]
