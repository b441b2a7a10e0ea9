// Handing something on: the clipboard and the browser's own sharing are promises that not every page may have.

/** Whether the browser shares by its own means. */
export const canShare = () => "share" in navigator;

/** Shares a link; a reader who thinks better of it has done nothing wrong. */
export const share = (title, url) => void navigator.share({ title, url }).catch(() => {});

/** Copies a text. Fails where the page may not. */
export const copy = async (text) => navigator.clipboard.writeText(text);
