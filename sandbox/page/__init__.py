"""The workspace as a web page: who one is, what is said, forms that open, and what goes over the wire."""

from sandbox.page.server import WorkspacePage

__all__ = ["WorkspacePage"]
