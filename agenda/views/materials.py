"""The files of published materials. Nothing else in the folder has an address."""

from uuid import UUID

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponseBase,
    HttpResponseNotModified,
)
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from agenda.models import Material, MaterialKind


@require_safe
def material(request: HttpRequest, public_id: UUID, name: str) -> HttpResponseBase:
    """A file as it was stored, never to be run: photos are shown, all else is downloaded.

    Nobody keeps a copy without asking again: a photo that somebody wants gone is gone at once.
    """
    found = get_object_or_404(Material.objects.public().exclude(file=""), public_id=public_id)
    version = next((one for one in found.renditions or [] if one["name"] == name), None)
    if version is None and found.file.name != f"{public_id}/{name}":
        raise Http404
    etag = f'"{public_id}-{name}"'  # what lies under a name never changes
    if request.headers.get("If-None-Match") == etag:
        response: HttpResponseBase = HttpResponseNotModified()
    else:
        response = _file(found, name, version["type"] if version else found.content_type)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache"
    return response


def _file(found: Material, name: str, content_type: str) -> HttpResponseBase:
    try:
        opened = found.file.storage.open(found.path_of(name), "rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(
        opened,
        as_attachment=found.kind != MaterialKind.PHOTO,
        filename=name if found.kind == MaterialKind.PHOTO else found.file_name or name,
        content_type=content_type or "application/octet-stream",
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
