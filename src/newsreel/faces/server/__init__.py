"""The server: the site and the API as one application, behind what keeps both safe."""

from newsreel.faces.server.app import create, create_app

__all__ = ["create", "create_app"]
