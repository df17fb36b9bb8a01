"""Tables that no spreadsheet takes for programs."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.registration.csv_export import spreadsheet

FORMULAS = "=+-@＝＋－＠"


def read(table: bytes) -> list[list[str]]:
    """The table as a spreadsheet reads it."""
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "typed", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\u200b=1", '=cmd|" /C calc"!A0', "＝1+1"]
)
def test_what_could_be_run_is_quoted(typed: str) -> None:
    assert read(spreadsheet(["Name"], [[typed]]))[1] == [f"'{typed}"]


def test_what_another_spreadsheet_would_take_for_the_next_cell_is_quoted_too() -> None:
    assert read(spreadsheet(["Name"], [["x;=1+1"], ["x\t@y"]]))[1:] == [["x;'=1+1"], ["x\t'@y"]]


def test_no_quotation_mark_hides_one_from_a_spreadsheet_that_splits_elsewhere() -> None:
    table = spreadsheet(["First", "Last"], [["Ben", 'x;"=1+1;y'], ["Ben", '"\t"@y']]).decode("utf-8-sig")
    for delimiter in ";\t":
        for row in csv.reader(io.StringIO(table, newline=""), delimiter=delimiter):
            assert not any(cell.strip(' "').startswith(tuple(FORMULAS)) for cell in row)


@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_whatever_is_typed_no_cell_begins_like_a_formula_and_nothing_is_lost(cells: list[str]) -> None:
    (_, row) = read(spreadsheet(["x"] * len(cells), [cells]))
    for cell in row:
        assert not any(part.strip().startswith(tuple(FORMULAS)) for part in re.split(r"[;,\t\r\n]", cell))
    assert [cell.replace("'", "") for cell in row] == [
        cell.replace("\x00", "").replace("'", "") for cell in cells
    ]


def test_excel_knows_it_as_utf_8() -> None:
    assert spreadsheet(["Ünï"], []).startswith(b"\xef\xbb\xbf")


def test_a_table_is_written_line_by_line() -> None:
    table = spreadsheet(["Name", "City"], [["Ann", "New\nYork"], ["B\x00en", "Bonn, DE"]])
    assert table.decode("utf-8-sig") == 'Name,City\r\nAnn,"New\nYork"\r\nBen,"Bonn, DE"\r\n'
