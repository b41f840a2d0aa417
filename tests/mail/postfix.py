"""A real Postfix on loopback that hands over by LMTP, in a folder of its own."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import processes
from tests.needs import POSTFIX, needs

needs_root = needs(os.geteuid() == 0, "root rights", "Postfix starts as root only")

_MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file_prefixes = {folder}
maillog_file = {folder}/log
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.net
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
alias_database =
virtual_mailbox_domains = example.org
virtual_transport = lmtp:inet:127.0.0.1:{lmtp_port}
smtpd_relay_restrictions = permit_mynetworks, reject
message_size_limit = 0
queue_run_delay = 2s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
"""
_MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


@contextlib.contextmanager
def postfix_server(lmtp_port: int) -> Iterator[int]:
    """Gives the SMTP port; what comes in for example.org goes to ``lmtp_port``."""
    folder = Path(tempfile.mkdtemp(prefix="postfix-"))
    folder.chmod(0o755)
    (folder / "queue").mkdir()
    (folder / "data").mkdir()
    shutil.chown(folder / "data", "postfix")
    port = processes.free_port()
    (folder / "main.cf").write_text(_MAIN.format(folder=folder, lmtp_port=lmtp_port))
    (folder / "master.cf").write_text(_MASTER.format(port=port))
    _control(folder, "check")
    process = subprocess.Popen([str(POSTFIX), "-c", str(folder), "start-fg"])
    try:
        processes.wait_for_port(port, process)
        yield port
    except AssertionError as error:
        log = folder / "log"
        pytest.fail(f"{error}\n{log.read_text() if log.exists() else ''}")
    finally:
        _control(folder, "stop")
        processes.stop(process)
        shutil.rmtree(folder)


def _control(folder: Path, verb: str) -> None:
    subprocess.run([str(POSTFIX), "-c", str(folder), verb], check=False, capture_output=True)
