"""A script that collects whatever a content security policy blocks."""

LISTENING = """
window.blocked = [];
addEventListener("securitypolicyviolation", (event) => blocked.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
