"""Photos from strangers: look at them without decoding more than is safe, and make them anew.

What leaves `clean_photo` holds pixels only: no Exif (so no GPS position, no serial number of a
camera), no comment, no thumbnail of what was cropped away, no second picture behind the first.
"""

import io
import warnings
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps

MAX_PIXELS = 40_000_000  # 160 MB once decoded; a phone makes 12 to 24 million by itself

LONGEST_SIDE = 2560
THUMBNAIL_SIDE = 480
JPEG_QUALITY = 85
# Pillow's name of the format: the content type. No TIFF, SVG, PSD or EPS: not what a phone or a
# camera hands out, and their readers are where decoders go wrong.
FORMATS = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",  # a JPEG with a second picture behind it; phones make them
    "PNG": "image/png",
    "WEBP": "image/webp",
    "HEIF": "image/heic",
    "AVIF": "image/avif",
}
READERS = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF")

# An 11 KB PNG can hold 100 megapixels: Pillow's own border, and an error where it would warn.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)


class PhotoProblem(ValueError):
    """Why a photo cannot be used, as a Dutch sentence for its sender."""


class TooManyPixels(PhotoProblem):
    def __init__(self) -> None:
        super().__init__(
            f"Deze foto is te groot: meer dan {MAX_PIXELS // 1_000_000} miljoen beeldpunten. "
            "Maak de foto kleiner en kies hem opnieuw."
        )


class NotAPhoto(PhotoProblem):
    def __init__(self) -> None:
        super().__init__(
            "Dit bestand is geen foto, of de foto is beschadigd. "
            "Kies een foto in JPEG, PNG, WebP, AVIF of HEIC."
        )


@dataclass(frozen=True, slots=True)
class PhotoInfo:
    """What the header of a photo tells; width and height in pixels, before any turning."""

    content_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class CleanPhoto:
    content: bytes
    content_type: str
    width: int
    height: int


def inspect(file: BinaryIO) -> PhotoInfo:
    """Read the header, and as much more as shows that the photo is whole.

    Raises `TooManyPixels` or `NotAPhoto`. Leaves the position of the file where it ends up.
    """
    image = _open(file)
    info = PhotoInfo(FORMATS[image.format or ""], *image.size)
    try:
        if info.content_type == "image/jpeg":
            image.draft(None, (64, 64))  # an eighth of the size: quick, and sees a cut-off file
            image.load()
        else:
            image.verify()
    except Exception as error:
        raise NotAPhoto from error
    return info


def clean_photo(content: bytes) -> CleanPhoto:
    """The same picture as an upright sRGB JPEG of at most 2560 pixels, without any metadata.

    Raises `TooManyPixels` or `NotAPhoto`.
    """
    image = _open(io.BytesIO(content))
    try:
        image.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
        picture = _flat(_in_srgb(ImageOps.exif_transpose(image)))
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
        # A new image of the pixels alone: `save` would otherwise write along what `info` holds.
        bare = Image.new("RGB", picture.size)
        bare.paste(picture)
        out = io.BytesIO()
        bare.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    except Exception as error:
        raise NotAPhoto from error
    return CleanPhoto(out.getvalue(), "image/jpeg", *bare.size)


def thumbnail(content: bytes, longest: int = THUMBNAIL_SIDE) -> bytes:
    """A small JPEG of a photo that was made clean before.

    Raises `TooManyPixels` or `NotAPhoto`.
    """
    image = _open(io.BytesIO(content))
    try:
        image.draft("RGB", (longest, longest))
        image.thumbnail((longest, longest))
        out = io.BytesIO()
        image.convert("RGB").save(out, "JPEG", quality=JPEG_QUALITY)
    except Exception as error:
        raise NotAPhoto from error
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Rendition:
    """A version of a photo: its name says how wide it is and what it is."""

    name: str
    content: bytes
    content_type: str
    width: int
    height: int


# Per type of the versions: Pillow's name, how it is saved, and how wide they are. The last is for
# browsers that know neither of the others.
VERSIONS: tuple[tuple[str, str, dict[str, int | bool], tuple[int, ...]], ...] = (
    ("image/avif", "AVIF", {"quality": 55, "speed": 7}, (480, 960, 1600)),
    ("image/webp", "WEBP", {"quality": 76, "method": 4}, (480, 960, 1600)),
    ("image/jpeg", "JPEG", {"quality": 80, "optimize": True, "progressive": True}, (960,)),
)


def renditions(content: bytes) -> list[Rendition]:
    """Versions of a photo that was made clean before, none wider than it is itself.

    Raises `TooManyPixels` or `NotAPhoto`.
    """
    picture = _open(io.BytesIO(content)).convert("RGB")
    made = []
    for content_type, kind, options, widths in VERSIONS:
        for width in dict.fromkeys(min(width, picture.width) for width in widths):
            height = max(1, round(picture.height * width / picture.width))
            out = io.BytesIO()
            smaller = picture.resize((width, height), Image.Resampling.LANCZOS)
            smaller.save(out, kind, **options)
            name = f"{width}.{kind.lower()}"
            made.append(Rendition(name, out.getvalue(), content_type, width, height))
    return made


@cache
def _know_heif() -> None:
    """Loaded with the first photo: 5 MB that no visitor needs."""
    from pi_heif import register_heif_opener

    register_heif_opener()


def _open(file: BinaryIO) -> Image.Image:
    """Only the header is read here: the size is known before a pixel is decoded."""
    _know_heif()
    try:
        image = Image.open(file, formats=READERS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise TooManyPixels from error
    except Exception as error:  # on hostile bytes the readers raise whatever they run into
        raise NotAPhoto from error
    if image.width * image.height > MAX_PIXELS:
        raise TooManyPixels
    return image


def _in_srgb(image: Image.Image) -> Image.Image:
    """Phones photograph in wider colours than the web assumes once the profile is gone."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        turned = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a broken profile costs some colour, never the photo
    return turned or image


def _flat(image: Image.Image) -> Image.Image:
    """As RGB; what was transparent becomes white paper."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    paper = Image.new("RGB", layered.size, "white")
    paper.paste(layered, mask=layered.getchannel("A"))
    return paper
