"""The workspace as a web page: who one is, what is said, forms that open, and what goes over the wire."""

from sandbox.page.server import Page

__all__ = ["Page"]
