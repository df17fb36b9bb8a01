"""Emoji by name become signs, and nothing else does."""

import pytest

from bot.models.shortcodes import with_emoji


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        (":tada: Launch :rocket:", "🎉 Launch 🚀"),
        (":tada::rocket:", "🎉🚀"),
        (":+1: and :-1:", "👍 and 👎"),
        (":wave::skin-tone-4: Hi", "👋🏽 Hi"),
        (":flag-de: und :de:", "🇩🇪 und 🇩🇪"),
        (":our_own_parrot: party", ":our_own_parrot: party"),
        ("Ratio a:b:c at 10:30:45", "Ratio a:b:c at 10:30:45"),
        ("Note: a: b", "Note: a: b"),
        ("🎉 stays", "🎉 stays"),
    ],
)
def test_names_of_emoji_become_signs(text: str, signs: str) -> None:
    assert with_emoji(text) == signs
