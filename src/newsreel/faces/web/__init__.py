"""The site: pages for people, rendered here, readable without scripts."""

from newsreel.faces.web.site import mount_site

__all__ = ["mount_site"]
