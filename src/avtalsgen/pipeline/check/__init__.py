"""Documents checked: opened, asked about, and told of."""
