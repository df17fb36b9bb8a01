"""Names are what people see, and are cut only between signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.names import fitting_signs, visible_name

FAMILY = "👨‍👩‍👧‍👦"
WAVE = "👋🏽"
FLAG = "🇩🇪"
ENGLAND = "🏴󠁧󠁢󠁥󠁮󠁧󠁿"


@pytest.mark.parametrize(
    "nothing", ["", " ", "\t\n", "\u3000", "\u200b\u200d", "\u2800", "\u3164", "\u202e", "\ufe0f", "\x00"]
)
def test_what_nobody_sees_is_nothing(nothing: str) -> None:
    assert visible_name(nothing) == ""


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("  Ann \t Arbor ", "Ann Arbor"),
        ("Ann\u3000Arbor", "Ann Arbor"),
        ("two\nlines", "two lines"),
        ("\u202eAnn", "Ann"),
        (f"Ann {FAMILY}", f"Ann {FAMILY}"),
        (f"{WAVE} {FLAG} {ENGLAND}", f"{WAVE} {FLAG} {ENGLAND}"),
        ("山田\u3000太郎", "山田 太郎"),
        ("...", "..."),
    ],
)
def test_what_people_see_stays(text: str, seen: str) -> None:
    assert visible_name(text) == seen


@pytest.mark.parametrize("sign", [FAMILY, WAVE, FLAG, ENGLAND, "é", "ñ̃", "🎉", "❤️"])
@pytest.mark.parametrize("most", range(1, 16))
def test_no_sign_is_cut_in_the_middle(sign: str, most: int) -> None:
    cut = fitting_signs(f"a{sign}{sign}b", most)
    assert cut in {"", "a", f"a{sign}", f"a{sign}{sign}", f"a{sign}{sign}b"}


@given(st.text(), st.integers(0, 30))
def test_a_cut_is_a_beginning_that_fits(text: str, most: int) -> None:
    cut = fitting_signs(text, most)
    assert text.startswith(cut)
    assert len(cut.encode("utf-16-le", "surrogatepass")) // 2 <= most
    assert fitting_signs(text, 10_000) == text.rstrip()
