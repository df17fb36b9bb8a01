"""The labels of a brief in each language, without accents: "Title: …. When: …. Duration: …"."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Label(StrEnum):
    """The field that a label stands for; OTHER is said to people and fills nothing."""

    TITLE = "title"
    WHEN = "when"
    LENGTH = "length"
    OTHER = "other"


LABEL_WORDS: Final[Mapping[str, Mapping[Label, str]]] = {
    "en": {
        Label.TITLE: r"title|topic|subject|name|what|webinar title|event name|theme",
        Label.WHEN: r"when|dates?(?: ?(?:and|&|/) ?time)?|day|times?|starts?(?: time| at)?|beginning|time ?zone|tz",
        Label.LENGTH: r"duration|length|how long|runtime|running time",
        Label.OTHER: r"who|for|audience|attendees|participants|where|location|venue|format|platform|type|language|agenda|organi[sz]er|owner|department",
    },
    "de": {
        Label.TITLE: r"titel|thema|name|betreff|was|veranstaltung",
        Label.WHEN: r"wann|datum(?: ?(?:und|&|/) ?(?:uhr)?zeit)?|tag|termin|uhrzeit|zeit|beginn|start|zeitzone",
        Label.LENGTH: r"dauer|lange|laenge",
        Label.OTHER: r"wer|fur wen|fuer wen|zielgruppe|teilnehmer(?:innen|\*innen|:innen)?|teilnehmende|wo|ort|format|sprache|agenda|veranstalter|abteilung",
    },
    "fr": {
        Label.TITLE: r"titre|sujet|theme|nom|quoi|objet|intitule",
        Label.WHEN: r"quand|date(?: et heure)?|jour|heure|horaire|debut|fuseau(?: horaire)?",
        Label.LENGTH: r"duree",
        Label.OTHER: r"qui|public|pour qui|participants|ou|lieu|format|langue|ordre du jour|organisateur|service",
    },
    "es": {
        Label.TITLE: r"titulo|tema|asunto|nombre|que",
        Label.WHEN: r"cuando|fecha(?: y hora)?|dia|hora|horario|inicio|comienzo|zona horaria",
        Label.LENGTH: r"duracion",
        Label.OTHER: r"quien|para quien|publico|asistentes|participantes|donde|lugar|formato|idioma|agenda|organizador|departamento",
    },
    "pt": {
        Label.TITLE: r"titulo|tema|assunto|nome|o que",
        Label.WHEN: r"quando|data(?: e hora)?|dia|hora|horario|inicio|fuso(?: horario)?",
        Label.LENGTH: r"duracao",
        Label.OTHER: r"quem|para quem|publico|participantes|onde|local|formato|idioma|agenda|pauta|organizador|departamento",
    },
    "ja": {
        Label.TITLE: r"タイトル|題名|件名|テーマ|議題|名称|イベント名",
        Label.WHEN: r"日時|日付|日にち|開催日時?|時間|時刻|開始(?:時刻|時間)?|いつ",
        Label.LENGTH: r"所要時間|長さ|期間",
        Label.OTHER: r"形式|対象(?:者)?|参加者|場所|会場|言語|主催(?:者)?|部署|備考",
    },
}
