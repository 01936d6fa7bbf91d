"""What differs from what was sent when every tracked change is rejected: nobody said so."""
