"""The MkDocs events, handed on. They are in huanjie.site.events."""

from huanjie.site.events import (
    on_build_error,
    on_config,
    on_files,
    on_nav,
    on_post_build,
    on_post_page,
    on_serve,
    on_shutdown,
    on_startup,
)

__all__ = [
    "on_build_error",
    "on_config",
    "on_files",
    "on_nav",
    "on_post_build",
    "on_post_page",
    "on_serve",
    "on_shutdown",
    "on_startup",
]
