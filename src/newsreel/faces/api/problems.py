"""Errors as problem+json (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from newsreel.faces.api.schemas import Problem
from newsreel.model.errors import InputError, NewsreelError, NotKnown

MEDIA_TYPE = "application/problem+json"


class Refused(Exception):
    """A request that is refused, with the status and the reason."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


def declared(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """For the OpenAPI schema: the problems that an operation may answer with."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {s: {"description": HTTPStatus(s).phrase, "content": content, "model": Problem} for s in statuses}


def answer_problems(app: FastAPI) -> None:
    """Have every error of an application answered as a problem."""

    def refused(_: Request, error: Exception) -> JSONResponse:
        return problem(*_told(error))

    for kind in (Refused, NewsreelError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, refused)


def problem(status: int, detail: str) -> JSONResponse:
    """One problem as an answer."""
    body = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail).model_dump()
    headers = {"www-authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else None
    return JSONResponse(body, status_code=status, media_type=MEDIA_TYPE, headers=headers)


def _told(error: Exception) -> tuple[int, str]:  # noqa: PLR0911 - one a kind of error
    match error:
        case Refused():
            return error.status, error.detail
        case NotKnown():
            return 404, str(error)
        case InputError():
            return 422, str(error)
        case NewsreelError():
            return 503, str(error)
        case RequestValidationError():
            return 422, "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        case HTTPException():
            return error.status_code, str(error.detail)
        case _:
            return 500, "a defect of newsreel; nothing was lost"
