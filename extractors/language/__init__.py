"""What Chinese text says: dates, amounts, numbers, codes, authorities and outlets, by rules and gazetteers."""
