// The page in a frame (embed.html): takes what to show from its address, and tells the document around it how high it is.

const archive = document.querySelector('baoyan-archive');
const asked = new URLSearchParams(location.search);
for (const [name, attribute] of [['q', 'query'], ...['view', 'county', 'year', 'limit', 'lang', 'theme'].map((same) => [same, same])]) {
  const value = asked.get(name);
  if (value !== null) archive.setAttribute(attribute, value);
}
new ResizeObserver(() => {
  const height = Math.ceil(archive.getBoundingClientRect().bottom + scrollY);
  parent.postMessage({ type: 'baoyan:height', height }, '*');
}).observe(archive);
