"""The Webinar API of the local RingCentral: requests, responses, sign-in and rate limits."""
