"""What people see: pure functions from data to Block Kit, and forms read back; no I/O."""
