"""RingCentral's Webinar API, and nothing else that knows its wire."""

from bot.ringcentral.client import Credentials, Pace, RingCentral

__all__ = ["Credentials", "Pace", "RingCentral"]
