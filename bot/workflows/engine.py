"""The durable engine (DBOS), with everything set that is wrong for us by default; nothing else imports it."""

import asyncio
import json
import logging
import sqlite3
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import count
from typing import Any, Final, ParamSpec, TypeAlias, TypeVar

import sqlalchemy
from dbos import DBOS, DBOSConfig, Serializer, SetWorkflowID, StepOptions
from dbos import error as dbos_error

from bot.errors import SlotLost
from bot.storage import Cipher

P = ParamSpec("P")
Json: TypeAlias = bool | int | str | Sequence["Json"] | Mapping[str, "Json"] | None
Outcome = TypeVar("Outcome", bound=Json)
Gift = TypeVar("Gift")

_NAME: Final = "webinars"
_VERSION: Final = "1"
"""Constant, so that a deploy takes over what the old code began; raised when running work cannot be continued."""
_SUBSECOND_SQLITE: Final = (3, 42)
_START_WITHIN: Final = 1.0
_BROKEN: Final = ["ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_ENDED: Final = ["SUCCESS", *_BROKEN]
_AT_ONCE: Final = 200
_ALIVE: Final[set[asyncio.Task[Any]]] = set()
"""Work that waits for good, as after its slot is lost, is held here: a loop holds its tasks weakly, and one that
nobody holds would be torn apart midway by the garbage collector."""


class Engine:
    """Starts workflows once each, records their steps, and goes on with them after a crash."""

    def __init__(self, url: str, worker_id: str, cipher: Cipher) -> None:
        self._url = url
        self._worker_id = worker_id
        self._cipher = cipher
        self._workflows: dict[str, Callable[..., Coroutine[Any, Any, None]]] = {}
        self._starting: set[asyncio.Task[None]] = set()
        self._running: set[asyncio.Task[Any] | None] = set()
        self._sqlite: sqlalchemy.Engine | None = None

    def add(self, name: str, workflow: Callable[..., Coroutine[Any, Any, None]]) -> None:
        """Make a workflow known; before `start`."""

        async def run(*arguments: Json) -> None:
            task = asyncio.current_task()
            if task is not None:
                _ALIVE.add(task)
                task.add_done_callback(_ALIVE.discard)
            self._running.add(task)
            try:
                await workflow(*arguments)
            finally:
                self._running.discard(task)

        self._workflows[name] = DBOS.workflow(name=name)(run)

    def start(self) -> None:
        """Launch inside the running loop and take up what this worker left unfinished."""
        logger = logging.getLogger("dbos")
        logger.addFilter(_no_advertising)
        if not logger.handlers:
            logger.addHandler(
                logging.NullHandler()
            )  # else the engine adds one that knows nothing of our logs
        config: DBOSConfig = {
            "name": _NAME,
            "system_database_url": self._url,
            "application_version": _VERSION,
            "executor_id": self._worker_id,
            "serializer": _Sealed(self._cipher),
            "log_level": "WARNING",
        }
        if self._url.startswith("sqlite"):
            config["executor_id"] = "local"
            self._sqlite = config["system_database_engine"] = _sqlite_engine(self._url)
            config["sys_db_polling_concurrency"] = 1
            config["notification_listener_polling_interval_sec"] = 0.1
        else:
            config["sys_db_pool_size"] = 10
        DBOS(config=config)
        DBOS.launch()

    async def stop(self, drain: float) -> None:
        """Let running work end for up to `drain` seconds; the rest goes on at the next start."""
        await self.rest(drain)
        pool = ThreadPoolExecutor(1)
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(pool, lambda: DBOS.destroy(destroy_registry=True))
        loop.set_default_executor(ThreadPoolExecutor())
        pool.shutdown(wait=False)
        if self._sqlite is not None:
            self._sqlite.dispose()

    async def rest(self, within: float) -> None:
        """Wait until the work that runs now has ended, for so many seconds at most."""
        if running := {task for task in self._starting | self._running if task is not None}:
            await asyncio.wait(running, timeout=within)

    async def start_once(self, workflow_id: str, name: str, *arguments: Json) -> None:
        """Start a workflow unless one with this id was started before; raises TimeoutError after 1 s.

        The start itself is shielded: it goes on, since a start that is cancelled midway is lost.
        """
        start = asyncio.create_task(self._start(workflow_id, name, *arguments))
        self._starting.add(start)
        start.add_done_callback(self._starting.discard)
        async with asyncio.timeout(_START_WITHIN):
            await asyncio.shield(start)

    async def ensure(self, workflow_id: str, name: str, *arguments: Json) -> None:
        """Start a workflow that was never started, or one whose last run broke off; leave alone what runs."""
        for run in count():
            key = f"{workflow_id}~{run}" if run else workflow_id
            known = await DBOS.list_workflows_async(workflow_ids=[key], load_input=False, load_output=False)
            if not known:
                await self.start_once(key, name, *arguments)
                return
            if known[0].status not in _BROKEN and known[0].app_version == _VERSION:
                return

    async def step(
        self, name: str, step: Callable[P, Coroutine[Any, Any, Outcome]], *args: P.args, **kwargs: P.kwargs
    ) -> Outcome:
        """Run a step of the workflow that calls, or give what it gave before a crash."""
        return await DBOS.run_step_async(_patient(name), self._unless_lost(step), *args, **kwargs)

    async def sleep(self, seconds: float) -> None:
        """Let time pass in the workflow that calls; a crash does not begin it anew, and no stop waits for it."""
        task = asyncio.current_task()
        self._running.discard(task)
        await DBOS.sleep_async(seconds)
        self._running.add(task)

    async def working(self) -> set[str]:
        """The workers that have work which has not ended, whether they live or not."""
        running = await DBOS.list_workflows_async(
            status="PENDING", app_version=_VERSION, load_input=False, load_output=False
        )
        return {one.executor_id for one in running if one.executor_id}

    async def take_over(self, worker_id: str) -> int:
        """Put the work of a worker that is gone before all of us; raises nothing when there is none."""
        left = await DBOS.list_workflows_async(
            status="PENDING",
            app_version=_VERSION,
            executor_id=worker_id,
            load_input=False,
            load_output=False,
        )
        await DBOS.resume_workflows_async([one.workflow_id for one in left])
        return len(left)

    async def forget(self, before: datetime) -> int:
        """Delete what the engine knows of work that began before an instant and has ended; how many there were."""
        count = 0
        while ended := await self._ended(before):
            await DBOS.delete_workflows_async(ended)
            count += len(ended)
        return count

    async def _ended(self, before: datetime) -> list[str]:
        ended = await DBOS.list_workflows_async(
            status=_ENDED,
            end_time=before.astimezone(UTC).isoformat(),
            limit=_AT_ONCE,
            load_input=False,
            load_output=False,
        )
        return [one.workflow_id for one in ended]

    def slot(self) -> "ReservedStep":
        """Keep a place for a step now, so that steps can run side by side and still replay in order."""
        return ReservedStep(self._unless_lost)

    def _unless_lost(
        self, step: Callable[P, Coroutine[Any, Any, Outcome]]
    ) -> Callable[P, Coroutine[Any, Any, Outcome]]:
        """The step, which neither goes on nor ends here once another worker has taken over our work."""

        async def run(*args: P.args, **kwargs: P.kwargs) -> Outcome:
            task = asyncio.current_task()
            try:
                return await step(*args, **kwargs)
            except SlotLost:
                self._running.discard(task)
                await asyncio.Event().wait()
                raise

        return run

    async def _start(self, workflow_id: str, name: str, *arguments: Json) -> None:
        try:
            with SetWorkflowID(workflow_id, workflow_id_reuse_policy="reject"):
                await DBOS.start_workflow_async(self._workflows[name], *arguments)
        except dbos_error.DBOSWorkflowIDInUseError:
            return


class ReservedStep:
    """The place of one step in its workflow."""

    def __init__(self, guard: Callable[..., Any]) -> None:
        self._reservation = DBOS.reserve_step()
        self._guard = guard

    async def step(
        self, name: str, step: Callable[P, Coroutine[Any, Any, Outcome]], *args: P.args, **kwargs: P.kwargs
    ) -> Outcome:
        """Run the step at its place."""
        done: Outcome = await self._reservation.run_async(_patient(name), self._guard(step), *args, **kwargs)
        return done


async def together(*work: Coroutine[Any, Any, Gift]) -> list[Gift]:
    """Do several things side by side; when one fails, the others end first."""
    done = await asyncio.gather(*work, return_exceptions=True)
    for outcome in done:
        if isinstance(outcome, BaseException):
            raise outcome
    return [outcome for outcome in done if not isinstance(outcome, BaseException)]


def _patient(name: str) -> StepOptions:
    """A step that fails in a way nobody foresaw, such as a database that restarts, is tried for two minutes."""
    return {
        "name": name,
        "retries_allowed": True,
        "interval_seconds": 1.0,
        "backoff_rate": 2.0,
        "max_attempts": 7,
    }


class _Sealed(Serializer):
    """Arguments and results are JSON, never pickle, and lie in the database encrypted."""

    def __init__(self, cipher: Cipher) -> None:
        self._cipher = cipher

    def serialize(self, data: Any) -> str:
        return self._cipher.encrypt_text(json.dumps(data, separators=(",", ":"), default=_failure))

    def deserialize(self, serialized_data: str) -> Any:
        return json.loads(self._cipher.decrypt_text(serialized_data), object_hook=_revived)

    def name(self) -> str:
        return "sealed_json"


def _failure(value: object) -> Json:
    if isinstance(value, BaseException):
        return {"__failure__": f"{type(value).__name__}: {value}"}
    raise TypeError(f"{type(value).__name__} cannot cross the engine: pass plain JSON")


def _revived(value: dict[str, Any]) -> Any:
    return RuntimeError(value["__failure__"]) if "__failure__" in value else value


def _no_advertising(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING


def _sqlite_engine(url: str) -> sqlalchemy.Engine:
    """A write-ahead log and two connections: more of them only wait for each other."""
    engine = sqlalchemy.create_engine(url, pool_size=2, max_overflow=0, pool_timeout=30, hide_parameters=True)

    @sqlalchemy.event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = "IMMEDIATE"
        for pragma in ("busy_timeout=30000", "foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        if sqlite3.sqlite_version_info < _SUBSECOND_SQLITE:
            connection.create_function("unixepoch", -1, lambda *_: int(time.time() * 1000) / 1000)

    return engine
