"""The JSON API: everything that the pages show, for machines."""

from newsreel.faces.api.app import api_app

__all__ = ["api_app"]
