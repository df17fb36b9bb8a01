"""RingCentral's Webinar API, and nothing else that knows its wire."""

from bot.ringcentral.client import RingCentral
from bot.ringcentral.transport import Credentials, RingCentralTiming

__all__ = ["Credentials", "RingCentral", "RingCentralTiming"]
