"""The files of published materials. Nothing else in the folder has an address."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from agenda.models import Material, MaterialKind


@require_safe
def material(request: HttpRequest, public_id: UUID, name: str) -> HttpResponseBase:
    """A file as it was stored, never to be run: photos are shown, all else is downloaded."""
    found = get_object_or_404(Material.objects.public().exclude(file=""), public_id=public_id)
    if found.file.name != f"{public_id}/{name}":
        raise Http404
    try:
        opened = found.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(
        opened,
        as_attachment=found.kind != MaterialKind.PHOTO,
        filename=found.file_name or name,
        content_type=found.content_type or "application/octet-stream",
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "public, max-age=300"
    return response
