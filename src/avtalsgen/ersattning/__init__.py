"""What a service costs: sums that grow with an index, and sums divided by months. All exact."""
