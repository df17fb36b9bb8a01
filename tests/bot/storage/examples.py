"""Example records for the tests of the storage."""

from typing import Final

from bot.models import Plan, WebinarSettings
from bot.models.form import Form, Options
from bot.models.report import Outcome
from bot.models.submission import Made, Submission
from tests.blocks.example_webinar import plan_of, report_of, webinar

PLAN: Final[Plan] = plan_of(webinar())
FAILED: Final = Outcome(problem="RingCentral cannot be reached right now.")
CREATED: Final = Outcome(report=report_of(webinar()))


def submission(webinar_key: str = "d1", attempt: int = 0, owner: str = "U0ANN") -> Submission:
    """A form that was sent off."""
    return Submission(
        webinar_key=webinar_key,
        attempt=attempt,
        owner=owner,
        view_id="V1",
        form=Form(title="Q3"),
        options=Options(),
        plan=PLAN,
    )


def made(webinar_id: str = "1") -> Made:
    """A webinar that RingCentral made."""
    return Made(id=webinar_id, plan=PLAN, settings=WebinarSettings(password="open-sesame"))
