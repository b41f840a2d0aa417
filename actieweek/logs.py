"""What the log may hold."""

import logging
import re

_LINK = re.compile(r"(/aanmelden/)(?!link/)[^/\s]+")


class WithoutSecrets(logging.Filter):
    """Takes the secret out of senders' links: Django logs the address of all that it refuses."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = _LINK.sub(r"\1…", record.getMessage()), ()
        return True
