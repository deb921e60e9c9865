// Decap CMS waits until desk.js has told it of our controls and words.
window.CMS_MANUAL_INIT = true;
