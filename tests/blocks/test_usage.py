"""What is typed behind the command and not understood is answered with what can be done."""

from blocks.usage import EXAMPLES, usage


def test_help_says_what_can_be_done() -> None:
    text = usage().text
    assert text.startswith("This is what I can do:")
    assert "`/webinar`" in text
    assert "`/webinar help`" in text
    assert "*Create a webinar*" in text


def test_what_was_not_understood_is_repeated_without_acting() -> None:
    assert usage("mke <!channel>").text.startswith(
        "I do not know “mke &lt;!channel&gt;”. This is what I can do:"
    )


def test_a_long_text_is_repeated_only_in_part() -> None:
    assert f"“{'a' * 99}…”" in usage("a" * 500).text


def test_the_screen_reader_reads_what_the_eyes_see() -> None:
    message = usage("mke")
    assert [block["text"]["text"] for block in message.blocks] == [message.text]


def test_help_teaches_by_examples() -> None:
    for example in EXAMPLES:
        assert f"`/webinar create {example}`" in usage().text
    assert "*Make this a webinar*" in usage().text
