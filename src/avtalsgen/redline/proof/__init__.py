"""The redline read again: what it says accepted and rejected, and what no mark can say."""
