"""What the commands do; `hezheng.cli` declares them."""
