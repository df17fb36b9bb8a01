"""The conversation: a message is read into acts, and acts change drafts and webinars.

    words ── TurnReader ──▶ acts ── effects ──▶ a new draft, and replies ──▶ blocks ──▶ Slack
             (reader.py)   (acts.py)            (effects.py, replies.py)

A reader turns one message into acts; nothing behind it sees the words again. Effects are pure: acts and the state of
the draft give the next state and the replies. `python -m bot.conversation` shows each of these steps on a terminal.
"""
