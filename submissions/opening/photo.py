"""A photo made anew, without what it hides."""

from agenda.images import PhotoProblem, clean_photo
from submissions.opening.guard import Refused, serve


def read(payload: bytes) -> bytes:
    try:
        return clean_photo(payload).content
    except PhotoProblem as problem:
        raise Refused(str(problem)) from problem


if __name__ == "__main__":
    serve(read)
