"""What the product does with the outside worlds, one idea a module; no drawing here."""
