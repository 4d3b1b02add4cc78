"""Layouts for measuring only, drawn by another hand than those that the readers are developed with."""
