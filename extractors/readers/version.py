"""Version of the readers: a reading is kept under the file's hash and this."""

READER_VERSION = "readers-6"
