"""Bring the catalogs up to date with the sentences in the code: `python -m bot.translation`.

New sentences come in untranslated, those that the code says no more are taken out. It ends with how many sentences
each language lacks.
"""

import sys
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from bot.translation.catalogs import LANGUAGES, read_catalog

ROOT: Final = Path(__file__).resolve().parents[2]
_PO: Final = Path(__file__).parent / "po"
_KEYWORDS: Final = {"say": None, "sentence": None, "plural": (1, 2)}
"""The calls in which sentences stand."""


def sentences_in_code() -> Catalog:
    """Every sentence that the code says, in the order of its files."""
    catalog = Catalog(project="Webinars for Slack", fuzzy=False)
    for folder in ("blocks", "bot", "handlers"):
        found = extract_from_dir(
            ROOT / folder,
            method_map=[("**.py", "bot.translation.extraction:extract_calls")],
            keywords=_KEYWORDS,
        )
        for name, line, message, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
            place = (str(Path(folder) / name), line)
            catalog.add(message, None, [place], auto_comments=comments, context=context)
    return catalog


def update() -> dict[str, list[str]]:
    """Write every catalog anew; what each language lacks."""
    template, lacking = sentences_in_code(), dict[str, list[str]]()
    for language in LANGUAGES:
        path = _PO / f"{language}.po"
        catalog = read_catalog(language) if path.exists() else Catalog(locale=language, fuzzy=False)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalog, width=110, omit_header=True, no_location=True, sort_output=True)
        lacking[language] = untranslated(catalog)
    return lacking


def untranslated(catalog: Catalog) -> list[str]:
    """The sentences of a catalog that it does not translate; English needs no translation."""
    if catalog.locale is not None and catalog.locale.language == "en":
        return []
    return [str(one.id) for one in catalog if one.id and not (one.string and all(one.string))]


def main() -> None:
    for language, missing in update().items():
        sys.stdout.write(f"{language}: {len(missing)} missing\n")
        sys.stdout.writelines(f"  {text}\n" for text in missing)


if __name__ == "__main__":
    main()
