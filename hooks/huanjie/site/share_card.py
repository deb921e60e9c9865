"""The picture that chat apps show beside a link: a ballot going into a box, and the day of the vote below it.

It has figures and no words: the apps write the title beside it, and a Chinese font is not on every machine that builds.
The figures are of the font that comes with Pillow, so that the picture is the same everywhere.
"""

from datetime import date
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

SIDE = 600  # pixels; chat apps show a square
_FINE = 2  # drawn so many times larger, so that slanted lines come out smooth
_RED, _PAPER, _INK, _WHITE = "#8c1c1a", "#fdfbf6", "#1d1f23", "#ffffff"


def card(day: date | None) -> bytes:
    """Draw the picture as PNG; without the day where it is not known to the day."""
    side = SIDE * _FINE
    image = Image.new("RGB", (side, side), _PAPER)
    draw = ImageDraw.Draw(image)
    lift = 0 if day else side // 12  # what is alone stands in the middle
    for shape, fill in (
        ((0.35, 0.13, 0.65, 0.50), _WHITE),  # the ballot
        ((0.18, 0.42, 0.82, 0.74), _RED),  # the box
        ((0.28, 0.47, 0.72, 0.50), _PAPER),  # its slot
    ):
        left, top, right, bottom = (round(part * side) for part in shape)
        edge = _INK if fill == _WHITE else None
        draw.rectangle((left, top + lift, right, bottom + lift), fill=fill, outline=edge, width=6)
    tick = [(x * side, y * side + lift) for x, y in ((0.42, 0.28), (0.48, 0.35), (0.59, 0.20))]
    draw.line(tick, fill=_RED, width=side // 30, joint="curve")
    if day:
        font = ImageFont.load_default(side // 9)
        draw.text((side / 2, side * 0.86), f"{day.year}.{day.month}.{day.day}", fill=_INK, font=font, anchor="mm")
    out = BytesIO()
    image.resize((SIDE, SIDE), Image.Resampling.LANCZOS).save(out, "PNG", optimize=True)
    return out.getvalue()
