"""Every page is a module here, with its `PAGE`; the menu and the addresses are made of them."""
