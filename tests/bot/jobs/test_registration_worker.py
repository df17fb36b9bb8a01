"""A refusal concerns one person, or everybody who stands in line."""

import pytest

from bot.errors import AccountDecided, NotAllowed, ParameterRefused
from bot.jobs.registration_worker import personal_barrier
from bot.models import Webinar
from bot.models.registration import RegistrationBarrier
from tests.blocks.example_webinar import OPEN, webinar

ANYBODY = webinar(registration=OPEN)
WORK_ONLY = webinar(registration=OPEN.model_copy(update={"work_email": True}))


@pytest.mark.parametrize(
    ("event", "refused", "barrier"),
    [
        (WORK_ONLY, ParameterRefused("no", parameter="email"), RegistrationBarrier.WORK_EMAIL),
        (WORK_ONLY, ParameterRefused("no", parameter="firstName"), RegistrationBarrier.REFUSED),
        (ANYBODY, ParameterRefused("no", parameter="email"), RegistrationBarrier.REFUSED),
        (ANYBODY, ParameterRefused("no", parameter="questionnaire.Question"), None),
        (ANYBODY, NotAllowed("no"), None),
    ],
)
def test_a_refusal_is_told_to_whom_it_concerns(
    event: Webinar, refused: AccountDecided, barrier: RegistrationBarrier | None
) -> None:
    assert personal_barrier(event, refused) == barrier
