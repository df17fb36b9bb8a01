"""Durable work: what has been begun is finished, whatever dies in between."""
