"""An edit, three ways: what the form showed, what the person made of it, and what holds meanwhile."""

from collections.abc import Iterable, Mapping
from datetime import UTC
from typing import Any, Final

from bot.models.frozen import Frozen
from bot.models.webinar import Plan, Webinar

TIMING: Final = ("start", "duration", "time_zone", "panel_joins_early")
TOLD: Final = ("title", "description")
_NOT_EDITED: Final = "registration_enabled"


class Edit(Frozen):
    """A plan, and the webinar as the form showed it: only what is another in the two was changed by the person."""

    plan: Plan
    base: Webinar

    @property
    def touched(self) -> dict[str, Any]:
        """The values that the person changed, by field and by setting; an empty password takes the password away."""
        before = values(self.base)
        return {name: value for name, value in self._wanted().items() if value != before[name]}

    @property
    def retells(self) -> bool:
        """Tell whether anything but the time is touched."""
        return bool(self.touched.keys() - set(TIMING))

    @property
    def let_go(self) -> tuple[str, ...]:
        """The settings that the person wants the account to decide again: the API takes a value for each, and none away."""
        before, wanted = values(self.base), self._all()
        return tuple(name for name in wanted if wanted[name] is None and before[name] is not None)

    def conflicts(self, now: Webinar) -> tuple[str, ...]:
        """The fields that the person changed, and that somebody else changed meanwhile to something else."""
        before, meanwhile = values(self.base), values(now)
        return tuple(
            name for name, value in self.touched.items() if meanwhile[name] not in (before[name], value)
        )

    def knowing(self, now: Webinar, names: Iterable[str]) -> Webinar:
        """The same edit, once the person was told how these are now."""
        return with_values(self.base, {name: values(now)[name] for name in names})

    def _wanted(self) -> dict[str, Any]:
        """Every value that the plan says."""
        return {name: value for name, value in self._all().items() if value is not None}

    def _all(self) -> dict[str, Any]:
        """Every value of the plan, None where the account decides; what hangs on a switch that is off means nothing."""
        settings = self.plan.settings.model_dump() | {"password": self.plan.settings.password or ""}
        out = {*self.plan.settings.ruled_out(), _NOT_EDITED}
        whole = _fields(self.plan) | settings
        return {name: value for name, value in whole.items() if name not in out}


def values(webinar: Webinar) -> dict[str, Any]:
    """Everything of a webinar that an edit can change, by field and by setting."""
    settings = webinar.settings.model_dump() | {"password": webinar.settings.password or ""}
    return _fields(webinar) | settings


def with_values(webinar: Webinar, changed: Mapping[str, Any]) -> Webinar:
    """The webinar with these fields and settings."""
    told = {name: value for name, value in changed.items() if name in {*TIMING, *TOLD}}
    settings = {name: value for name, value in changed.items() if name not in told}
    return webinar.model_copy(update={**told, "settings": webinar.settings.model_copy(update=settings)})


def _fields(thing: Plan | Webinar) -> dict[str, Any]:
    """Instants in UTC: Python takes an hour that comes twice for unequal to itself in another zone."""
    fields = {name: getattr(thing, name) for name in (*TIMING, *TOLD)}
    return fields | {"start": thing.start.astimezone(UTC)}
