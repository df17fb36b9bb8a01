"""The command answers every line with a line."""

import json
import subprocess
import sys


def test_every_line_gets_an_answer_and_bad_ones_an_error() -> None:
    good = {"text": "Ops tomorrow at 3pm", "now": "2026-11-23T18:00:00Z", "tz": "UTC", "locale": "en-US"}
    bad = [
        "{",
        "[]",
        "{}",
        "1",
        json.dumps(good | {"tz": "Mars"}),
        json.dumps(good | {"now": "2026-11-23"}),
        json.dumps(good | {"text": 1}),
    ]
    lines = [json.dumps(good), *bad, json.dumps(good | {"text": "Ops tomorrow"})]
    ran = subprocess.run(
        [sys.executable, "-m", "bot.language"],
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=True,
    )
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    assert answers[0] == {
        "title": "Ops", "start": "2026-11-24T15:00:00+00:00", "duration_minutes": None, "timezone": None, "registration": None, "flags": [],
    }  # fmt: skip
    assert [set(answer) for answer in answers[1:-1]] == [{"error"}] * len(bad)
    assert (answers[-1]["date"], answers[-1]["flags"]) == ("2026-11-24", ["missing_time"])
