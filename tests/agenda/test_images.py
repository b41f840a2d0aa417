"""Photos of every kind that people send, and those that nobody should send."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from agenda.images import (
    LONGEST_SIDE,
    NotAPhoto,
    TooManyPixels,
    clean_photo,
    inspect,
)

GPS_IFD, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F


def photo(mode="RGB", size=(40, 30), colour="red", format="JPEG", **options) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, format, **options)
    return out.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header tells of any size."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize(
    ("format", "content_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp"), ("AVIF", "image/avif")],
)
def test_inspect_tells_type_and_size(format, content_type):
    info = inspect(io.BytesIO(photo(format=format)))
    assert (info.content_type, info.width, info.height) == (content_type, 40, 30)


def test_photo_loses_position_camera_and_comment():
    exif = Image.Exif()
    exif[MAKE] = "Camera of somebody"
    exif.get_ifd(GPS_IFD)[1] = "N"
    exif.get_ifd(GPS_IFD)[2] = (52.0, 4.0, 48.0)
    dirty = photo(exif=exif, comment=b"made at home")
    assert b"Camera of somebody" in dirty

    clean = clean_photo(dirty)

    assert b"Camera of somebody" not in clean.content
    assert b"made at home" not in clean.content
    assert b"Exif" not in clean.content
    assert not dict(opened(clean.content).getexif())


def test_photo_that_lies_on_its_side_is_put_upright():
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    clean = clean_photo(photo(size=(40, 30), exif=exif))
    assert (clean.width, clean.height) == (30, 40)
    assert opened(clean.content).size == (30, 40)


def test_large_photo_is_made_smaller():
    clean = clean_photo(photo(size=(4000, 3000)))
    assert (clean.width, clean.height) == (LONGEST_SIDE, 1920)


def test_small_photo_keeps_its_size():
    clean = clean_photo(photo(size=(40, 30)))
    assert (clean.width, clean.height, clean.content_type) == (40, 30, "image/jpeg")


def test_transparent_becomes_white():
    clean = clean_photo(photo("RGBA", colour=(255, 0, 0, 0), format="PNG"))
    assert opened(clean.content).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "CMYK", "RGB"])
def test_every_mode_of_jpeg_becomes_rgb(mode):
    assert opened(clean_photo(photo(mode, colour=0)).content).mode == "RGB"


def test_profile_is_used_and_left_out():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    clean = clean_photo(photo(icc_profile=profile))
    assert "icc_profile" not in opened(clean.content).info


def test_broken_profile_costs_nothing():
    assert clean_photo(photo(icc_profile=b"no profile at all")).width == 40


@pytest.mark.parametrize(("width", "height"), [(30_000, 30_000), (8_000, 8_000), (40_001, 1_000)])
def test_too_many_pixels_are_refused_before_decoding(width, height):
    bomb = png_that_claims(width, height)
    with pytest.raises(TooManyPixels, match="te groot"):
        inspect(io.BytesIO(bomb))
    with pytest.raises(TooManyPixels):
        clean_photo(bomb)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"\xff\xd8\xff\xe0 not a photo",
        b"\x89PNG\r\n\x1a\n",
        photo(size=(400, 300))[:300],
        photo(format="GIF"),
        photo(format="TIFF"),
    ],
    ids=["empty", "svg", "pdf", "jpeg head", "png head", "cut off", "gif", "tiff"],
)
def test_what_is_no_photo_is_refused(content):
    with pytest.raises(NotAPhoto, match="geen foto"):
        inspect(io.BytesIO(content))
    with pytest.raises(NotAPhoto):
        clean_photo(content)
