"""Gates of quality over real collections; each floor only rises, and its test is skipped where the data is not."""
