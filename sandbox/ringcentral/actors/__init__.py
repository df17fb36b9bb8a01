"""The people of the local RingCentral: hosts in its own app, attendees on its pages, and live sessions."""
