// For pages that show an archive in a frame: <iframe class="baoyan-embed" src="…/embed.html"> becomes as high as what it shows.
// A message counts only when it comes from such a frame itself and is a height; nothing else is done with it.

addEventListener('message', ({ source, data }) => {
  if (data?.type !== 'baoyan:height' || !Number.isFinite(data.height)) return;
  for (const frame of document.querySelectorAll('iframe.baoyan-embed')) {
    if (frame.contentWindow === source) frame.style.height = `${Math.min(Math.max(data.height, 120), 20_000)}px`;
  }
});
