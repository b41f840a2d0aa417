"""Everything that can be said of the code without running it; says all that is wrong at once.

One line a step; the output of a step only when it fails.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable
# Django's own check of a site in service wants one that is set up as such.
SERVICE = {
    "PRODUCTION": "true",
    "SECRET_KEY": "only here, and long enough to pass for a secret of some weight 0123456789",
    "ALLOWED_HOSTS": "actieweek.example.org",
    "SITE_URL": "https://actieweek.example.org",
    "EMAIL_URL": "smtp://localhost",
}


def steps() -> dict[str, list[str]]:
    templates = [str(path.relative_to(ROOT)) for path in ROOT.glob("*templates/**/*.html")]
    manage = [PYTHON, "-W", "error", "manage.py"]
    return {
        "opmaak van de code": [str(BIN / "ruff"), "format", "--check", "."],
        "regels voor de code": [str(BIN / "ruff"), "check", "."],
        "opmaak van de sjablonen": [
            str(BIN / "djade"),
            "--check",
            "--target-version",
            "5.2",
            *templates,
        ],
        "types": [str(BIN / "mypy"), "."],
        "richtingen tussen de kamers": [str(BIN / "lint-imports")],
        "migraties bij de modellen": [*manage, "makemigrations", "--check", "--dry-run"],
        "vertalingen": [PYTHON, "scripts/messages.py", "--check"],
        "instellingen voor productie": [*manage, "check", "--deploy", "--fail-level", "WARNING"],
        "pakketten onderling": [PYTHON, "-m", "pip", "check"],
    }


def passes(name: str, command: list[str], environment: dict[str, str]) -> bool:
    start = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    verdict = "fout" if done.returncode else "goed"
    print(f"Stap: {name}: {verdict} ({time.monotonic() - start:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout, flush=True)
    return not done.returncode


def main() -> int:
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, **SERVICE, "DATA_DIR": data, "DATABASE_URL": ""}
        results = [passes(name, command, environment) for name, command in steps().items()]
    return int(not all(results))


if __name__ == "__main__":
    sys.exit(main())
