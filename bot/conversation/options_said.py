"""Options of the form: recording, questions, polls, waiting room, password, who may attend, registration."""

import re
from typing import Final

from bot.conversation.acts import Impossible, SetRegistration, SetSetting
from bot.conversation.correction import CorrectionRule

_PASSWORD: Final = re.compile(
    r"(?<!\w)(?:(?:an?|the|it|should|have|has|needs?|with|ein|das|mit|un|une|avec|le|una|con|la|uma|com|a|protect(?:ed)? (?:it )?(?:by|with)) )*(?:password|passcode|passwort|kennwort|mot de passe|contrasena|senha)(?:[- ]?(?:protected|protection|schutz))?(?!\w)|パスワード(?:を|も|は)?(?:つけ|付け|設定|かけ)?(?:て)?"
)


class OptionRule(CorrectionRule):
    """Settings and registration."""

    def apply(self) -> None:
        self._settings()
        self._registration()

    def _settings(self) -> None:
        for name, value, pattern in self.book.settings:
            for found in self.utterance.matches(pattern):
                if any(isinstance(change, SetSetting) and change.name == name for _, change in self._said):
                    self.utterance.use(*found.span())
                    continue
                self._take(*found.span(), SetSetting(name=name, value=value))
        if _PASSWORD.search(self.utterance.rest) and not self._sets("password"):
            for found in self.utterance.matches(_PASSWORD):
                self.utterance.use(*found.span())
            self.found.impossible.append((Impossible.PASSWORD_UNSAID, ""))

    def _sets(self, name: str) -> bool:
        return any(isinstance(change, SetSetting) and change.name == name for _, change in self._said)

    def _registration(self) -> None:
        for wanted, pattern in self.book.registration:
            for found in self.utterance.matches(pattern):
                if found[0].strip():
                    self._take(*found.span(), SetRegistration(wanted=wanted))

    # --- people and channels
