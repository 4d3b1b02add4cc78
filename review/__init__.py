"""What people see: the web page and API, and the reports."""
