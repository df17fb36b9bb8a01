"""RingCentral's side as people meet it in the browser: registering, waiting, being in a webinar, watching it later."""

from sandbox.ringcentral_site.server import RingCentralSite

__all__ = ["RingCentralSite"]
