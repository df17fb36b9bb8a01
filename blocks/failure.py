"""What somebody is told when a listener failed."""

from typing import Final

TOO_SLOW: Final = "Slack took too long to open that. Please try again."


def unforeseen(reference: str) -> str:
    """Something that nobody foresaw; the log has it under the reference."""
    return (
        "Something went wrong on our side. Try again; if it keeps happening, give your administrator the reference "
        f"{reference}."
    )
