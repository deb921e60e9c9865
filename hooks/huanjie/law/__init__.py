"""The law as data, and its reading: versions in force, articles, deadlines and seats derived, citations found.

`pack` is the data; `statute` is the law of one election: the versions in force on its polling day.
"""

from huanjie.law.statute import Cited, Statute

__all__ = ["Cited", "Statute"]
