"""Drawing mrkdwn: what somebody typed stays text, and what Slack knows becomes what it means."""

import pytest

from sandbox.page.mrkdwn import Mrkdwn
from sandbox.slack import SlackServer

DECEMBER = 1_796_133_600
"""15:00 in Berlin on the first of December 2026."""


def drawn(text: str, person: str = "ann", *, verbatim: bool = False) -> str:
    slack = SlackServer.with_people(clock=lambda: 1_790_000_000.0)
    return str(Mrkdwn(slack.state.workspace, slack.person(person)).html(text, verbatim=verbatim))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "*bold* _slanted_ ~gone~ `code`",
            "<strong>bold</strong> <em>slanted</em> <s>gone</s> <code>code</code>",
        ),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("```a\n*b*```", "<pre>a\n*b*</pre>"),
        (":warning: :calendar: :unheard_of:", "⚠️ 📆 :unheard_of:"),
        (
            "<@U0BEN> in <#C0GENERAL>",
            '<span class="mention">@Ben Bauer</span> in <a class="mention" href="general">#general</a>',
        ),
        ("<!here>", '<span class="mention">@here</span>'),
    ],
)
def test_what_slack_knows_is_drawn(text: str, html: str) -> None:
    assert drawn(text) == html


@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "<javascript:alert(1)|click>",
        "&lt;b&gt;",
        "\ue0000\ue001",
    ],
)
def test_no_tag_that_somebody_typed_reaches_the_page(typed: str) -> None:
    html = drawn(typed)
    assert "<" not in html
    assert ">" not in html


def test_what_was_escaped_by_the_bot_is_read_as_it_was_typed() -> None:
    assert drawn("*&lt;!channel&gt; &amp; &lt;b&gt;*") == "<strong>&lt;!channel&gt; &amp; &lt;b&gt;</strong>"


def test_a_link_opens_in_a_tab_of_its_own_and_cannot_break_out_of_its_address() -> None:
    html = drawn('<https://example.com/?a=1&amp;b="onclick|Join `now`>')
    address = "https://example.com/?a=1&amp;b=&#34;onclick"
    assert html == f'<a href="{address}" target="_blank" rel="noopener">Join <code>now</code></a>'


def test_a_bare_address_becomes_a_link_unless_the_text_is_verbatim() -> None:
    assert drawn("see https://example.com/a.").startswith('see <a href="https://example.com/a"')
    assert drawn("see https://example.com/a.", verbatim=True) == "see https://example.com/a."


def test_a_date_is_told_on_the_clock_of_whoever_reads() -> None:
    text = f"<!date^{DECEMBER}^{{date_short}} at {{time}}|some day>"
    assert drawn(text, "ann") == "Dec 1, 2026 at 6:00 AM"
    assert drawn(text, "ben") == "Dec 1, 2026 at 15:00"
    assert drawn(text, "chie") == "Dec 1, 2026 at 23:00"


def test_one_sees_oneself_marked_and_private_channels_by_no_name() -> None:
    assert drawn("<@U0ANN>") == '<span class="mention mine">@Ann Archer</span>'
    assert drawn("<#G0LEADS>", "ben") == '<span class="mention">a private channel</span>'
    assert drawn("<#C0GENERAL>", "gus") == '<span class="mention">#general</span>'
