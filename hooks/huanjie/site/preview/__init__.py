"""The live preview: a site that is served while its records are edited."""
