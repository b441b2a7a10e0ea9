// Handing something on: the clipboard and the browser's own sharing are promises that not every page may have.

/** Whether the browser shares by its own means. */
export function canShare() {
  return "share" in navigator;
}

/** Shares a link; a reader who thinks better of it has done nothing wrong. */
export function share(title, url) {
  navigator.share({ title, url }).catch(() => {});
}

/** Copies a text. Fails where the page may not. */
export async function copy(text) {
  await navigator.clipboard.writeText(text);
}
