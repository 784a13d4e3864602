"""Thousands of questions that fit the description of the API, and many that do not."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")
from hypothesis import HealthCheck, given, settings  # noqa: E402

from elshi.store import Store  # noqa: E402
from elshi.web.app import create_app  # noqa: E402
from elshi.web.settings import Settings  # noqa: E402
from samples import all_readings  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")
EXAMPLES = 25
"""Questions an operation."""
ACCEPTED = ["2xx", "304", "404", "410"]
"""A state of that name may not be there, and the place in a list may be gone: no schema says."""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    """The API over the samples, as it describes itself."""
    where = str(Path(tmp_path_factory.mktemp("schema")) / "elshi.sqlite")
    with Store(where, make=True) as store:
        for reading in all_readings():
            store.add(reading)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from fastapi.testclient import TestClient
    app = create_app(Settings(where))
    with TestClient(app):
        checks = {"positive_data_acceptance": {"expected-statuses": ACCEPTED}}
        config = schemathesis.Config.from_dict({"checks": checks})
        yield schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, config=config)


def test_the_api_does_what_it_says(described) -> None:  # type: ignore[no-untyped-def]
    """One run an operation: the plugin's own way asks for an older pytest."""
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) > 12
    for operation in operations:
        _ask(operation)


def _ask(operation) -> None:  # type: ignore[no-untyped-def]
    @given(case=operation.as_strategy())
    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    def asked(case) -> None:  # type: ignore[no-untyped-def]
        case.call_and_validate()

    asked()
