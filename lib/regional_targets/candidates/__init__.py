"""Commitments proposed from a policy text, for a person to decide (codebook.md)."""

from .proposals import left_out, propose

__all__ = ["left_out", "propose"]
