"""The languages, a folder each: packs with the same file names."""
