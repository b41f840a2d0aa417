"""Files of submissions, stored by their content so that a step may be repeated without harm."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.core.files.base import ContentFile, File
from django.core.files.storage import storages


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`path` in the private storage, `size` in bytes, `sha256` in hexadecimal."""

    path: str
    size: int
    sha256: str


def store(content: bytes | File) -> StoredFile:
    """Keep the bytes in the private storage; the same bytes are kept once."""
    file = ContentFile(content) if isinstance(content, bytes) else content
    digest = hashlib.sha256()
    size = 0
    for chunk in _chunks(file):
        digest.update(chunk)
        size += len(chunk)
    sha256 = digest.hexdigest()
    path = f"{sha256[:2]}/{sha256}"
    storage = storages["private"]
    # A file cut short by a crash has another size, and is written anew.
    if not (storage.exists(path) and storage.size(path) == size):
        storage.delete(path)
        file.seek(0)
        path = storage.save(path, file)
    return StoredFile(path, size, sha256)


def read(path: str) -> bytes:
    with storages["private"].open(path) as file:
        return bytes(file.read())


def _chunks(file: File) -> Iterator[bytes]:
    file.seek(0)
    chunks: Iterable[bytes] = file.chunks()
    yield from chunks
