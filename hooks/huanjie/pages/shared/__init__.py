"""Code and templates for several sections.

`edition` what a build shows · `rendering` pages to HTML · `facts` views of facts · `prose`, `phones` editors' text as
HTML · `status` the state of a constituency, `status_line` of the election · `agenda` the events to come ·
`election_silence` polling day · `paging`, `years` long lists in parts · `charts`, `qr_codes` pictures · `place_words`.
Templates: `page.html` the frame of a page's content, `parts.html` macros for facts, lists and days, `foot.html`,
`toc.html`, `words.html` around the content, `contact.html`, `chart.html`, and what the preview shows of findings.
"""
