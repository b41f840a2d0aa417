"""Flowers and bouquets as shapes, and the shapes as SVG or picture; knows kinds and ids only.

From below to above: `shapes`, `flowers` and `greenery` (what is drawn), `bloom` and `arrangement`
(where it stands), `svg` and `pictures` (on what). `agenda/bouquet.py` is the front.
"""
