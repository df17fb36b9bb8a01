"""The resources of all work: the database, RingCentral within its rate limit, and Slack."""

from dataclasses import dataclass

from bot.models.clock import Clock
from bot.rate_limit.limiter import RateLimiter
from bot.ringcentral import RingCentral
from bot.slack.client import SlackClient
from bot.slack.directory import SlackDirectory
from bot.slack.outbox import Outbox
from bot.storage import Database
from bot.storage.stores import Stores
from bot.webinars.create import WebinarCreation
from bot.webinars.exactly_once import ExactlyOnce


@dataclass(frozen=True)
class Resources:
    """One of each."""

    clock: Clock
    database: Database
    stores: Stores
    rate_limiter: RateLimiter
    ringcentral: RingCentral
    once: ExactlyOnce
    webinar_creation: WebinarCreation
    slack: SlackClient
    outbox: Outbox
    people: SlackDirectory
