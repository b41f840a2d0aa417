"""A real Dovecot on loopback with one mailbox, in a folder of its own; started by any user."""

import contextlib
import grp
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests import processes
from tests.needs import DOVECOT

USER = "actieweek@example.org"
PASSWORD = "geheim/met:tekens"

_CONFIG = """\
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = no
disable_plaintext_auth = no
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
first_valid_uid = 1
mail_location = maildir:{folder}/maildir
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={mail} gid={mail_group} home={folder}/home
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
"""


@contextlib.contextmanager
def dovecot_server(port: int = 0) -> Iterator[int]:
    """Gives the IMAP port of a server that knows USER with PASSWORD."""
    folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
    folder.chmod(0o755)
    port = port or processes.free_port()
    root = os.geteuid() == 0
    me = pwd.getpwuid(os.geteuid())
    mail = pwd.getpwnam("nobody") if root else me
    for name in ("home", "maildir"):
        (folder / name).mkdir()
        shutil.chown(folder / name, mail.pw_uid, mail.pw_gid)
    (folder / "dovecot.conf").write_text(
        _CONFIG.format(
            folder=folder,
            port=port,
            password=PASSWORD,
            internal="dovecot" if root else me.pw_name,
            internal_group="dovecot" if root else grp.getgrgid(me.pw_gid).gr_name,
            login="dovenull" if root else me.pw_name,
            mail=mail.pw_uid,
            mail_group=mail.pw_gid,
        )
    )
    process = subprocess.Popen([str(DOVECOT), "-F", "-c", str(folder / "dovecot.conf")])
    try:
        processes.wait_for_port(port, process)
        yield port
    finally:
        processes.stop(process)
        shutil.rmtree(folder)
