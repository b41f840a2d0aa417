"""The shipped nginx configuration, on loopback: the same file with ports and folders of its own."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SHIPPED = Path(__file__).resolve().parent.parent / "deploy" / "nginx.conf"
PROGRAM = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
# What the head of the shipped file asks of nginx.conf.
AROUND = """\
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes {workers};
worker_rlimit_nofile 65536;
events {{ worker_connections 20000; }}
http {{
client_body_temp_path {folder}/body;
proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/fastcgi;
uwsgi_temp_path {folder}/uwsgi;
scgi_temp_path {folder}/scgi;
{site}
server {{
listen 127.0.0.1:{static_port};
root {folder}/files;
access_log {folder}/static.log actieweek buffer=32k flush=5s;
sendfile on;
tcp_nopush on;
}}
}}
"""


def configuration(folder: Path, port: int, upstream: int, static_port: int, workers: int) -> str:
    """Without TLS, and without the second server, which only leads to the first."""
    site = SHIPPED.read_text()
    plain = re.compile(r"^server \{\n    listen 80;.*?^\}\n", re.DOTALL | re.MULTILINE)
    site = plain.sub("", site)
    site = re.sub(r"    listen \[::\].*\n|    ssl_certificate.*\n", "", site)
    site = site.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port} default_server;")
    site = site.replace("server 127.0.0.1:8000;", f"server 127.0.0.1:{upstream};")
    site = site.replace("server_name actieweek.example.org;", "server_name localhost 127.0.0.1;")
    site = site.replace("/var/cache/nginx/actieweek", f"{folder}/cache")
    site = site.replace("/var/log/nginx/actieweek.log", f"{folder}/access.log")
    # Started by root, its workers would be somebody to whom these folders are closed.
    user = "user root;" if os.geteuid() == 0 else ""
    return AROUND.format(
        user=user, folder=folder, site=site, static_port=static_port, workers=workers
    )


@contextmanager
def served(
    folder: Path, port: int, upstream: int, static_port: int, workers: int = 2
) -> Iterator[Path]:
    """nginx on `port` before the site on `upstream`; gives the folder served on `static_port`."""
    assert PROGRAM is not None
    files = folder / "files"
    files.mkdir(parents=True)
    config = folder / "nginx.conf"
    config.write_text(configuration(folder, port, upstream, static_port, workers))
    command = [PROGRAM, "-c", str(config), "-e", str(folder / "error.log")]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield files
    finally:
        server.terminate()
        server.wait()
