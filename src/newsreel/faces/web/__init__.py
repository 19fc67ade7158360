"""The site: pages for people, rendered here, readable without scripts."""

from newsreel.faces.web.pages import make_ahead
from newsreel.faces.web.site import Site, mount_site

__all__ = ["Site", "make_ahead", "mount_site"]
