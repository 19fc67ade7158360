"""Working ahead while the server runs, so that no reader waits for what a new report has set in motion."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from newsreel.faces.web import Site, make_ahead
from newsreel.model.errors import NewsreelError
from newsreel.pipeline import Newsreel

LOOK_EVERY_S = 2.0
REST_S = 0.01
"""Between two pages, for those who are asking."""


@contextmanager
def working_ahead(reel: Newsreel, site: Site, *, every_s: float = LOOK_EVERY_S) -> Iterator[None]:
    """While it lasts, whatever changed in the ledger is weighed within seconds, and the pages most told of are made.

    In a thread of its own. A ledger that cannot be read just then is looked at again later.
    """
    ended = threading.Event()

    def work(version: str) -> None:
        # Where somebody else was writing, not all of it is kept: their entry is the next version.
        reel.weigh_ahead(lambda: not ended.is_set())
        make_ahead(site, lambda: not ended.wait(REST_S) and reel.version() == version)

    def run() -> None:
        done = ""
        while not ended.wait(every_s):
            try:
                version = reel.version()
                if version != done:
                    work(version)
                    done = version
            except NewsreelError as error:
                logging.getLogger("newsreel").warning("nothing done ahead: %s", error)

    thread = threading.Thread(target=run, name="working ahead", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
