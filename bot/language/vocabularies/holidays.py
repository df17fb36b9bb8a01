"""Names that people give holidays besides their official names: a day of a month, or days counted from Easter Sunday."""

from collections.abc import Mapping
from typing import Final

Rule = tuple[int, int] | int

HOLIDAY_NAMES: Final[Mapping[str, Mapping[str, Rule]]] = {
    "en": {
        r"(?:christmas|xmas)(?: day)?": (12, 25), r"(?:christmas|xmas) eve": (12, 24), r"new year'?s eve": (12, 31),
        r"new year'?s(?: day)?": (1, 1), r"boxing day": (12, 26), r"halloween": (10, 31), r"valentine'?s(?: day)?": (2, 14),
        r"(?:st\.?|saint) patrick'?s day": (3, 17), r"earth day": (4, 22), r"juneteenth": (6, 19),
        r"easter(?: sunday)?": 0, r"easter monday": 1, r"good friday": -2, r"ash wednesday": -46, r"shrove tuesday": -47,
    },
    "de": {
        r"weihnachten": (12, 25), r"heilig(?:er )?abend": (12, 24), r"silvester": (12, 31), r"nikolaus": (12, 6), r"tag der arbeit": (5, 1),
        r"allerheiligen": (11, 1), r"reformationstag": (10, 31), r"oster(?:n|sonntag)": 0, r"pfingst(?:en|sonntag)": 49,
        r"fronleichnam": 60, r"rosenmontag": -48, r"aschermittwoch": -46, r"gr(?:u|ue)ndonnerstag": -3,
    },
    "fr": {
        r"noel": (12, 25), r"(?:la )?veille de noel": (12, 24), r"(?:la )?saint-sylvestre": (12, 31), r"(?:la )?fete du travail": (5, 1),
        r"(?:la )?fete nationale": (7, 14), r"(?:l')?armistice": (11, 11), r"(?:la )?toussaint": (11, 1), r"(?:le )?jour de l'an": (1, 1),
        r"paques": 0, r"(?:le )?lundi de paques": 1, r"(?:l')?ascension": 39, r"(?:la )?pentecote": 49, r"(?:le )?lundi de pentecote": 50,
    },
    "es": {
        r"navidad": (12, 25), r"nochebuena": (12, 24), r"nochevieja": (12, 31), r"(?:dia de )?reyes": (1, 6), r"ano nuevo": (1, 1),
        r"dia del trabaj(?:o|ador)": (5, 1), r"dia de (?:los )?muertos": (11, 2), r"todos los santos": (11, 1),
        r"viernes santo": -2, r"jueves santo": -3, r"lunes de pascua": 1,
    },
    "pt": {
        r"natal": (12, 25), r"vespera de natal": (12, 24), r"(?:vespera de ano novo|reveillon)": (12, 31), r"ano novo": (1, 1),
        r"dia do trabalh(?:o|ador)": (5, 1), r"finados": (11, 2), r"pascoa": 0, r"sexta-feira santa": -2, r"carnaval": -47, r"corpus christi": 60,
    },
    "ja": {},
}  # fmt: skip

OFFICIAL_NAMES: Final[Mapping[str, str]] = {
    "washington's birthday": r"(?:presidents?'?s?|washington'?s birth)(?: ?day)",
    "martin luther king jr. day": r"(?:mlk|martin luther king)(?:,? jr\.?)?(?: day)?",
    "thanksgiving day": r"thanksgiving(?: day)?",
    "columbus day": r"(?:columbus|indigenous peoples'?) day",
    "juneteenth national independence day": r"juneteenth",
    "independence day": r"independence day",
}
"""Patterns for official names that people shorten."""
