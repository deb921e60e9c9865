"""Posters: A4 sheets with large type and a QR code."""
