"""A file that came back: signed here, or held against what the workspace gives."""
