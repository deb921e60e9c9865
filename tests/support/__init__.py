"""Code that tests of several rooms share: small records, sites, a browser, an oracle of elections."""
