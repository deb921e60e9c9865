"""The records: typed, frozen, no I/O; one file per subject. A new file here with a `Record` in it is a new kind."""

from importlib import import_module
from pkgutil import iter_modules

from huanjie.model.base import Record, kinds

for _module in iter_modules(__path__, f"{__name__}."):
    import_module(_module.name)

KINDS: dict[str, type[Record]] = kinds()
