"""People who ask at the same time share one budget, whichever worker they reach."""

from pathlib import Path

from tests.load.creations import run_creations
from tests.load.rate_queue import QueuePlan


async def test_eight_at_once_are_served_in_order_and_never_refused(database_url: str, tmp_path: Path) -> None:
    workers = 2 if database_url.startswith("postgresql") else 1
    rush = QueuePlan(creates=8, limit=4, window=2, workers=workers, apart=0.1, patience=30)
    line = await run_creations(rush, database_url, tmp_path)
    assert line.refused == 0, "RingCentral answered 429"
    assert line.lost == 0
    assert line.overtakings == 0, "somebody who came later was served a turn of the limit earlier"
    assert len(line.calls) == 16, "a webinar and a session each"
