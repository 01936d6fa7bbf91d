"""Documents as somebody looks at them on a screen: pages as pictures, and text in its structure."""
