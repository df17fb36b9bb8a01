"""The bot's code, read and warmed up once: the processes that stories start are forked from the one that did."""

import gc
import sys

import bot.__main__  # noqa: F401 - it imports all that the bot needs
from bot.language import warm_up

del sys.modules["bot.__main__"]  # each process runs it anew
warm_up()
gc.freeze()
