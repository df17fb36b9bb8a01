"""The surprises of a beta API for its clients: fields they have never seen, and words that are new."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Beta:
    """Differences of the answers from the contract: `words` replaces the value of any field of that name."""

    noise: bool = False
    words: Mapping[str, str] = field(default_factory=dict)

    def stray(self, answer: Any) -> Any:
        """Give the answer as a beta might, with an unknown field in every object."""
        if isinstance(answer, list):
            return [self.stray(each) for each in answer]
        if not isinstance(answer, dict):
            return answer
        strayed = {
            name: self.words[name] if name in self.words else self.stray(value)
            for name, value in answer.items()
        }
        return {**strayed, "xSandboxBeta": {"since": "tomorrow"}} if self.noise else strayed
