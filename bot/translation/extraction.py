"""Finds the sentences in a Python file, also those inside of f-strings, which Babel's own extraction passes by."""

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any, TypeAlias

Found: TypeAlias = tuple[int, str, tuple[str | None, ...], list[str]]


def extract_calls(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Found]:
    """Every call of one of the keywords with its texts, as Babel wants its extractors; other arguments are None."""
    del comment_tags, options
    calls = (node for node in ast.walk(ast.parse(file.read())) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = _name(call.func)
        texts = tuple(map(_text, call.args))
        if name in keywords and texts and texts[0]:
            yield call.lineno, name, texts, []


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _text(argument: ast.expr) -> str | None:
    written = argument.value if isinstance(argument, ast.Constant) else None
    return written if isinstance(written, str) else None
