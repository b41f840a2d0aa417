"""Secrets that are made once, at the first start, and kept in the data folder."""

import os
import secrets
from pathlib import Path


def made_once(path: Path, *, size: int = 50) -> str:
    """The secret in the file, readable by its owner only; made when it is not there."""
    if path.exists():
        return path.read_text().strip()
    path.parent.mkdir(parents=True, exist_ok=True)
    # A second process may start at the same moment: link() lets exactly one of them win.
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(secrets.token_urlsafe(size))
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_text().strip()
