"""The digests of all files of a built site, to compare two builds."""

from hashlib import sha256
from pathlib import Path


def whole(site: Path) -> dict[str, str]:
    """List every file of a site with a digest of its bytes."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }
