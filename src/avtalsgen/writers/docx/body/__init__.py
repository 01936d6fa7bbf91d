"""What follows the cover: contents, sections with their blocks, and where the parties sign."""
