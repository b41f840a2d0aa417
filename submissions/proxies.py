"""Who is really asking, when proxies stand in front."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address that the outermost of our own proxies saw.

    Every proxy appends the address of its own client to ``X-Forwarded-For``; what stands further
    to the left is the client's word, so with PROXY_COUNT proxies the last but PROXY_COUNT counts.
    """
    peer = str(request.META.get("REMOTE_ADDR", ""))
    chain = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
    if settings.PROXY_COUNT and len(chain) >= settings.PROXY_COUNT:
        return chain[-settings.PROXY_COUNT] or peer
    return peer
