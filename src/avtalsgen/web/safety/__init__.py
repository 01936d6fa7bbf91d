"""Who may ask the server for what, and by which secrets; alone with a clock and with chance."""
