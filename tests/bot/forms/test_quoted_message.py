"""Somebody's message as the beginning of a webinar."""

import pytest

from bot.forms.quoted_message import (
    DESCRIPTION_MAX,
    description_of,
    first_sentence,
    plain_text,
    with_headline,
)
from bot.models.form import Field
from bot.models.sentence import sentence
from bot.models.understood import Doubt, Flag, Understood


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<@U0BEN> presents", "@Ben presents"),
        ("<@U0BEN|benny> presents", "@benny presents"),
        ("<@U0WHO> presents", "@somebody presents"),
        ("in <#C0GENERAL|general>", "in #general"),
        ("in <#C0GENERAL>", "in a channel"),
        ("<!here> come", "@here come"),
        ("<!date^1772470800^{date}|2 March>", "2 March"),
        ("<!subteam^S1>", "@subteam"),
        ("<https://x.example|our page>", "our page (https://x.example)"),
        ("<https://x.example|x.example>", "https://x.example"),
        ("<https://x.example>", "https://x.example"),
        (" Q&amp;A &lt;soon&gt; ", "Q&A <soon>"),
    ],
)
def test_slacks_marks_read_as_people_see_them(written: str, read: str) -> None:
    assert plain_text(written, {"U0BEN": "Ben"}.get) == read


def test_a_short_line_is_no_description() -> None:
    assert description_of("x" * 120) == ""
    assert description_of("x" * 121) == "x" * 121
    assert description_of("a\nb") == "a\nb"
    assert len(description_of("x" * 4000)) == DESCRIPTION_MAX


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("All hands on Friday. Bring coffee.", "All hands on Friday."),
        ("  All hands\nBring coffee", "All hands"),
        ("来週金曜日です。 よろしく", "来週金曜日です。"),
        ("Version 1.5 is out", "Version 1.5 is out"),
    ],
)
def test_the_first_sentence_or_line_is_the_headline(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_the_headline_settles_the_doubts_about_the_title_alone() -> None:
    doubts = (
        Doubt(flag=Flag.MISSING_TITLE, field=Field.TITLE, words=sentence("What is it called?")),
        Doubt(flag=Flag.MISSING_TIME, field=Field.START_TIME, words=sentence("At what time?")),
    )
    said = with_headline(Understood(doubts=doubts), Understood(title="Roadmap"))
    assert said.title == "Roadmap"
    assert said.flags == (Flag.MISSING_TIME,)
    assert with_headline(Understood(doubts=doubts), Understood()).flags == (
        Flag.MISSING_TITLE,
        Flag.MISSING_TIME,
    )
    assert with_headline(Understood(title="Own"), Understood()).title == "Own"


def test_a_headline_is_cut_between_words() -> None:
    assert with_headline(Understood(), Understood(title="x" * 100)).title == "x" * 100
    long = "word " * 19 + "words, and more"
    cut = with_headline(Understood(), Understood(title=long)).title
    assert cut == ("word " * 19).strip() + "…"
