"""Questions to a store: which rows are asked for, by which way they are found, and what is counted of them."""
