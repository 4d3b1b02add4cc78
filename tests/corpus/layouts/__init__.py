"""How documents of each kind look: one module a kind, or a family of kinds. Importing a module registers its layouts."""
