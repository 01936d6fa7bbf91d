"""Who does the work: this process, processes beside it, or a cluster."""
