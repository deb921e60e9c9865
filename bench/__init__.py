"""Districts of any size, made up from a seed: the example site's areas, and what benchmarks run on."""
