"""Policy material: documents, and where the site mentions them."""
