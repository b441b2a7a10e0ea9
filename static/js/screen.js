// The whole screen for a part of the page, which browsers on small devices and frames without rights do not give.

/** Whether a part of the page can have the whole screen. */
export function canFill() {
  return document.fullscreenEnabled;
}

/** Gives a part of the page the whole screen, or takes it back. */
export async function fill(element) {
  if (document.fullscreenElement) return document.exitFullscreen();
  // The browser may have its reasons, and the page is as it was.
  await element.requestFullscreen().catch(() => {});
}
