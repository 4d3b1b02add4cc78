"""`python -m hezheng` is the `hezheng` program."""

from hezheng.cli import main

main()
