"""Policy material."""
