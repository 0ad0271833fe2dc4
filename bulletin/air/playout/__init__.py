"""What is to be set up on the station's side, for each playout system: `bulletin init --playout KIND` writes it."""
