"""Bytes and text in, places kept: YAML trees and Markdown blocks, with problems for what cannot be read."""
