"""Tests of Chinese characters."""
