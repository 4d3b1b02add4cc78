"""What pages say: readers of files, the OCR engine, language, and a module for each kind of document."""
