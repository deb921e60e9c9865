"""The backend of the forms: fields of records as forms, schemas and templates, and what forms save."""
