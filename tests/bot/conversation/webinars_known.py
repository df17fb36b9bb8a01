"""Webinars that people speak of, and turns in which they do."""

import datetime as dt
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.conversation.acts import AskWebinars, ManageWebinar
from bot.conversation.reader import KnownWebinar, TurnContext, Venue

NOW: Final = dt.datetime(2027, 3, 1, 17, tzinfo=dt.UTC)
"""A Monday."""
PLACES: Final = {
    "en": ("en-US", "America/Los_Angeles"),
    "de": ("de-DE", "Europe/Berlin"),
    "fr": ("fr-FR", "Europe/Paris"),
    "es": ("es-ES", "Europe/Madrid"),
    "pt": ("pt-BR", "America/Sao_Paulo"),
    "ja": ("ja-JP", "Asia/Tokyo"),
}
_TITLES: Final = {
    "en": {
        "Benefits briefing": (5, 11),
        "Vendor training": (3, 14),
        "Q2 planning": (2, 13),
        "Engineering all-hands": (9, 10),
        "Onboarding for new colleagues": (12, 9),
    },
    "de": {
        "Arbeitsschutz 2027": (4, 14),
        "Kundenschulung": (10, 10),
        "Infoveranstaltung Betriebsrente": (15, 11),
    },
    "fr": {"Télétravail : mode d’emploi": (4, 14), "Réunion d’équipe élargie": (9, 9)},
    "es": {"Presentación de resultados": (8, 12), "Charla de bienvenida": (3, 10)},
    "pt": {"Boas práticas": (5, 10), "Roda de conversa sobre saúde mental": (10, 14)},
    "ja": {"採用説明会": (10, 15), "勉強会": (12, 16)},
}


def known(title: str, day: int, hour: int, zone: str = "America/Los_Angeles", **more: Any) -> KnownWebinar:
    """A webinar in March 2027, with its title as its key."""
    start = dt.datetime(2027, 3, day, hour, tzinfo=ZoneInfo(zone))
    return KnownWebinar(key=title, title=title, start=start, time_zone=zone, **more)


def webinars(language: str) -> tuple[KnownWebinar, ...]:
    """The webinars of somebody who speaks a language."""
    zone = PLACES[language][1]
    return tuple(known(title, *when, zone) for title, when in _TITLES[language].items())


def turn(language: str, text: str, **more: Any) -> TurnContext:
    """Something that is said in a direct conversation."""
    locale, zone = PLACES[language]
    given = {"webinars": webinars(language), "venue": Venue.DIRECT, **more}
    return TurnContext(text=text, author="U0ANN", now=NOW, zone=zone, locale=locale, **given)


def spelled(act: AskWebinars | ManageWebinar) -> str:
    """An act in few words: "move(vendor training) 2027-03-05 15:00"."""
    if isinstance(act, AskWebinars):
        days = " ".join(str(day) for day in (act.first, act.last) if day)
        return f"{act.topic}({_reference(act)}) {days}".strip()
    told = [*(_change(change.model_dump()) for change in act.changes), *map(str, act.remind_before)]
    return " ".join(filter(None, [f"{act.action}({_reference(act)})", *told]))


def _reference(act: AskWebinars | ManageWebinar) -> str:
    about = act.about
    if about is None:
        return ""
    return about.words or (str(about.day) if about.day else "") or ("next" if about.next else "last")


def _change(values: dict[str, Any]) -> str:
    kept = (value for name, value in values.items() if name not in {"kind", "doubts"} and value)
    return " ".join(str(value) if not isinstance(value, tuple) else " ".join(value) for value in kept)
