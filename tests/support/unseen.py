"""A script that lists the text of a page that is not visible, and so may be missing for somebody."""

# The pieces of text in the article that do not show: neither hidden, nor without size, nor outside the page.
UNSEEN = """() => {
    const unseen = [];
    const walker = document.createTreeWalker(document.querySelector("article") ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode, range = document.createRange();
        // Told otherwise, or what only the script of the search can use.
        const told = ".hj-print, .hj-around, .hj-table thead, svg > title, svg > desc, .hj-search, [data-hj-results]";
        if (!text.data.trim() || text.parentElement.closest(told)) continue;
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        const shown = text.parentElement.checkVisibility({opacityProperty: true, visibilityProperty: true});
        if (!shown || box.width < 1 || box.left < 0 || box.right > innerWidth) unseen.push(text.data);
    }
    return unseen;
}"""
