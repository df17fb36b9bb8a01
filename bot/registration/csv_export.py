"""Tables for spreadsheets: CSV that no spreadsheet takes for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

_FORMULA: Final = re.compile(
    r"(^|[;,\t\r\n])((?:[^\S\t\r\n]|[\x22\u200b-\u200f\u2060\ufeff])*[=+\-@＝＋－＠])"
)
"""At the beginning of a cell, or after what a spreadsheet set up otherwise takes for the end of one, this is run rather
than read, whatever is in quotes; what cannot be seen before it does not help, nor does a quotation mark
that another setting reads as one.
"""


def spreadsheet(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as CSV in UTF-8, which Excel knows by its first bytes; what could be run as a formula is quoted."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return _FORMULA.sub(r"\1'\2", cell.replace("\x00", ""))
