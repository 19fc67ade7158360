"""newsreel: what is known about film and television productions, and on whose word."""
