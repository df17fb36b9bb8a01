"""Reading one line: what a person writes becomes a title, an instant, a length, a zone, people and options.

    text ── cleaned_text ── what a person sees, without Slack's markup; its folded shadow is what is searched
              │
              ├─ options        password, description, where to go afterwards: hidden before anything else is read
              ├─ titles         a title in quotation marks
              │
              └─ readings       once for each likely language (grammar of a vocabulary); the best explains most
                   │
                   ├─ mended_text     typing errors put right (typos), Chinese numerals in digits
                   ├─ labels          "Title: …  When: …"
                   ├─ people          mentions, channels, names with a role
                   ├─ options         "record it", "no Q&A"; registration
                   ├─ tokenizer       most specific first, each place once (scan):
                   │    ├─ day_tokens     holiday_names, numeric_dates, day_rules of templates, other_languages
                   │    ├─ time_tokens    clocks, lengths, zones (zone_names)
                   │    └─ meant_tokens   without deadlines and numbers of a title
                   ├─ clusters        pieces side by side; the group with day and time is meant
                   └─ schedule        day and time to an instant (instants, wall_clock), doubts on the way
              │
              ├─ titles         what is left, without its frame (title_grammar)
              └─ speech         request, question, statement
              │
            Understood

Each stage hides what it has used from the next, so that nothing is read twice and nothing that was said vanishes.
`pipeline.understand` runs them. The words of the languages are data in `vocabularies`; names of months, weekdays,
cities and countries come from Unicode's locale data (calendar_names, zone_names), holidays from a library.
"""

from bot.language.durations import read_duration
from bot.language.instants import passed_by
from bot.language.pipeline import understand, warm_up
from bot.language.wall_clock import Localized, is_zone, known_zones, localize
from bot.language.written_language import written_language
from bot.language.zones import usual_zones

__all__ = [
    "Localized",
    "is_zone",
    "known_zones",
    "localize",
    "passed_by",
    "read_duration",
    "understand",
    "usual_zones",
    "warm_up",
    "written_language",
]
