export const modes = ['default', 'quoted'];

/** The built page, which is loaded instead of an empty one. */
export const page = 'target/page';

export async function build(articles, folder) {
  const [{ execFileSync }, { rmSync, writeFileSync }] = await Promise.all([import('node:child_process'), import('node:fs')]);
  const file = `${folder}.jsonl`;
  const line = ({ id, body, date }) => `${JSON.stringify({ id, title: '', body, date })}\n`;
  writeFileSync(file, articles.map(line).join(''));
  // From nothing, as the others build theirs: where nothing can be kept of an earlier run.
  const env = { ...process.env, XDG_CACHE_HOME: '/dev/null' };
  execFileSync(process.env.BAOYAN, ['index', file, '--out', folder], { stdio: ['ignore', 'ignore', 'inherit'], env });
  rmSync(file);
}

export async function open(address) {
  while (!window.baoyan) await new Promise((resolve) => setTimeout(resolve, 1));
  return window.baoyan.open(address);
}

export async function search(session, query, { mode, limit }) {
  const asked = mode === 'quoted' ? query.replaceAll(/\S+/g, '"$&"') : query;
  // As the page asks: the results first, and what is counted beside them after they are shown.
  const { hits } = await session.search(asked, { limit, facets: false });
  return hits;
}

export const hit = ({ id, snippet }) => ({ id, text: snippet.text });
