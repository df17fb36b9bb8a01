"""A local Slack workspace and a local RingCentral Webinar API, over real HTTP, for trying, testing and measuring."""
