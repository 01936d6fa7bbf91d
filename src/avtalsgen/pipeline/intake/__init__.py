"""Old documents into a workspace: read, matched, written whole or not at all."""
