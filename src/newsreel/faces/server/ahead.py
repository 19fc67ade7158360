"""Weighing ahead while the server runs, so that no reader waits for what a new report has set in motion."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from newsreel.model.errors import NewsreelError
from newsreel.pipeline import Newsreel

LOOK_EVERY_S = 2.0


@contextmanager
def weighing_ahead(reel: Newsreel, *, every_s: float = LOOK_EVERY_S) -> Iterator[None]:
    """While it lasts, whatever changed in the ledger is weighed within seconds, in a thread of its own.

    A ledger that cannot be read just then is looked at again later.
    """
    ended = threading.Event()

    def run() -> None:
        weighed = ""
        while not ended.wait(every_s):
            try:
                version = reel.version()
                if version != weighed:
                    # Where somebody else was writing, not all of it is kept: their entry is the next version.
                    reel.weigh_ahead(lambda: not ended.is_set())
                    weighed = version
            except NewsreelError as error:
                logging.getLogger("newsreel").warning("not weighed ahead: %s", error)

    thread = threading.Thread(target=run, name="weighing ahead", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
