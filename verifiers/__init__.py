"""Claims held against facts: one module for each family of checks."""

from verifiers.cases import problems as case_problems
from verifiers.verify import Verification, verify

__all__ = ["Verification", "case_problems", "verify"]
