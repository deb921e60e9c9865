"""The law for readers: versions, articles, rules, words explained."""
