"""What an old document says of itself: number, day, parties, term, price, index, who signs."""
