"""Make .venv and put the locked packages in it, unless they are in it already.

Runs on the machine's own Python, before there is anything else: standard library only. Arguments
are the locks to install; without any, the one that the application needs.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "locks.json"  # what was installed: lock -> its hash
OLDEST = (3, 11)


def say(text: str) -> None:
    print(f"Stap: {text}", flush=True)


def give_up(text: str) -> None:
    sys.exit(f"\nHet lukt niet: {text}")


def find_python() -> None:
    """Carry on in a Python that is new enough, when the one that runs this is not."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(14, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            os.execv(found, [found, *sys.argv])
    give_up("Python 3.11 of nieuwer is nodig (make run PYTHON=/pad/naar/python3.11).")


def make_venv() -> None:
    if PYTHON.exists():
        return
    say("virtuele omgeving maken in .venv")
    made = subprocess.run(
        [sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False
    )
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        give_up(
            "deze Python kan geen virtuele omgeving maken. Op Debian en Ubuntu helpt\n"
            f"  apt-get install python3-venv\n\n{made.stdout}{made.stderr}"
        )


def digest(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def installed() -> "dict[str, str]":
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def install(lock: str) -> None:
    say(f"pakketten uit {lock} installeren; dat haalt bestanden van PyPI en kan even duren")
    STAMP.unlink(missing_ok=True)  # half an installation is none
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    done = subprocess.run([*pip, "--require-hashes", "-r", lock], cwd=ROOT, check=False)
    if done.returncode:
        give_up(f"pip kon {lock} niet installeren; is PyPI bereikbaar? De melding staat hierboven.")


def main(locks: "list[str]") -> None:
    find_python()
    make_venv()
    done = installed()
    for lock in locks:
        if done.get(lock) != digest(lock):
            install(lock)
            done[lock] = digest(lock)
            STAMP.write_text(json.dumps(done))


if __name__ == "__main__":
    main(sys.argv[1:] or ["requirements.txt"])
