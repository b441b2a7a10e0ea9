// What the reader asked before, on this device only. A browser that keeps nothing for pages is no error.

const KEY = "baoyan:recent";

/** The text that was kept, or an empty one. */
export function kept() {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a text; an empty one leaves no trace. */
export function keep(text) {
  try {
    if (text) localStorage.setItem(KEY, text);
    else localStorage.removeItem(KEY);
  } catch {}
}
