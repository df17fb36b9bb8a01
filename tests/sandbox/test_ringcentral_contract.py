"""The sandbox's Webinar API knows no more and no less than RingCentral's published description."""

import pytest

from sandbox.ringcentral import ACCOUNT_DEFAULTS, KEPT_BY_ACCOUNT
from sandbox.ringcentral.api.operations import OPERATIONS, ApiOperation
from sandbox.ringcentral.api.validation import check
from tests.sandbox import contract

WITH_BODY = [each for each in OPERATIONS if each.body]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.id)
def test_each_operation_is_where_the_contract_has_it(operation: ApiOperation) -> None:
    assert contract.operations()[operation.id] == (
        operation.method,
        operation.path,
        operation.group,
        operation.permission,
    )


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.id)
def test_each_query_takes_the_parameters_of_the_contract(operation: ApiOperation) -> None:
    required = set(operation.query["required"])
    assert {name: name in required for name in operation.query["properties"]} == contract.query_of(
        operation.id
    )


def test_every_operation_on_webinars_is_there() -> None:
    wanted = {each for each in contract.operations() if each.startswith("rcw")}
    assert {each.id for each in OPERATIONS} == wanted


def test_the_account_has_the_defaults_of_the_contract() -> None:
    assert contract.default_settings() == ACCOUNT_DEFAULTS


def test_the_account_keeps_the_read_only_settings_that_the_guide_does_not_name() -> None:
    named_in_the_guide = {"recordingEnabled", "pollsEnabled", "pollsAnonymousEnabled"}
    assert contract.settings_left_to_policy() - named_in_the_guide == KEPT_BY_ACCOUNT


@pytest.mark.parametrize("operation", WITH_BODY, ids=lambda each: each.id)
def test_each_field_of_a_body_has_the_limits_of_the_contract(operation: ApiOperation) -> None:
    assert operation.body
    assert dict(contract.limits_in(operation.body)) == contract.limits(operation.id)


@pytest.mark.parametrize("operation", WITH_BODY, ids=lambda each: each.id)
def test_the_examples_of_each_schema_please_the_schema_and_the_contract(operation: ApiOperation) -> None:
    assert operation.body
    assert operation.body["examples"]
    for example in operation.body["examples"]:
        check(operation.body, example)
        assert contract.problems_in_request(operation.id, example) == []
