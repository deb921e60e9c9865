"""About the site: its checks, sources and corrections."""
