"""What the tests of the form and of the own pages start from."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache

from agenda.models import Edition
from submissions.models import Submission
from submissions.services import publish
from tests.submissions.forms import open_edition, sent


@pytest.fixture
def edition(db: None) -> Edition:
    """One that takes submissions, and nobody counted yet for a flood."""
    cache.clear()
    return open_edition()


@pytest.fixture
def editor() -> User:
    return User.objects.create_user("editor@voorbeeld.nl", first_name="Robin")


@pytest.fixture
def own(client, edition) -> tuple[Submission, str]:
    return sent(client)


@pytest.fixture
def published(own, editor) -> tuple[Submission, str]:
    submission, address = own
    publish(submission, submission.proposals.get(), seen=submission.version, editor=editor)
    submission.refresh_from_db()
    return submission, address
