"""What a content security policy forbade."""

LISTENING = """
window.blocked = [];
addEventListener("securitypolicyviolation", (event) => blocked.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
