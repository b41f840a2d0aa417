"""The project's own settings in a data folder of their own, with the few shortcuts tests may take.

``TEST_DATABASE_URL`` chooses the database server; without it the tests run on SQLite.
"""

import os
import tempfile
from pathlib import Path

# Set before the real settings are read, and inherited by the processes that tests start.
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="actieweek-test-")
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "")
for name in (
    "PORT",
    "EMAIL_URL",
    "IMAP_URL",
    "CLAMAV_URL",
    "SITE_URL",
    "INTAKE_ADDRESS",
    "PLUS_ADDRESSING",
    "AUTHSERV_ID",
    "PRODUCTION",
    "ALLOWED_HOSTS",
):
    os.environ.pop(name, None)

from actieweek.settings import *  # noqa: E402, F403
from actieweek.settings import DATA_DIR, DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

Path(STATIC_ROOT).mkdir()  # whitenoise warns when it is not there

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: doors, worker and the browser's server each open it for themselves.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}

# A sum per file is worth its time in service only.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
# The real hasher takes a tenth of a second a password, by design.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
