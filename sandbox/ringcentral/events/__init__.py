"""The events of the local RingCentral, and their delivery to webhooks."""
