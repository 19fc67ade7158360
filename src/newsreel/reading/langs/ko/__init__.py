"""The pack of a language; filled by its own files."""
