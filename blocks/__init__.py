"""The screens: pure functions from data to Block Kit, and forms read back; no I/O."""
