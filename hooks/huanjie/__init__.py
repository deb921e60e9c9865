"""Huanjie (换届): YAML records about a term election become a public website.

Data goes one way and a module imports only from those before it:
source, model, findings, refusals, folder, records, law, rules, checking, pages, site, commands, __main__ (see
CONTRIBUTING.md, "The river").
"""
