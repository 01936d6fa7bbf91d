"""Rules over shared facts: a document in, what a careful jurist would mark in it out."""
