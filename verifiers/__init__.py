"""Claims held against facts: one module for each family of checks."""

from verifiers.verify import Verification, verify

__all__ = ["Verification", "verify"]
