"""YAML files: trees of texts with places, and their keys asked for one by one."""
