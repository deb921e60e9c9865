"""The themes of the publicity plan, and stories."""
