"""What stands behind the forms: the fields of a record as forms, schemas and templates, and what forms save."""
