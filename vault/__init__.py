"""What must last: originals, readings and reports in a store of bytes, records in a database, and the trail of both."""
