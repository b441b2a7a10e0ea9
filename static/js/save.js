// Saving a file: there is no shorter way than a link that is chosen by the page itself.

/** Offers a text as a file of this name and media type. */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser has taken what it needs when this turn is over, some only a little later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Puts a text on the clipboard. Where the document may not, the reader still has the text. */
export function copy(text) {
  navigator.clipboard?.writeText(text).catch(() => {});
}
