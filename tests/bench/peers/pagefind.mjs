export const modes = ['default', 'quoted'];

export async function build(articles, folder) {
  const { close, createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: 'zh' });
  if (!index) throw new Error(errors.join('\n'));
  for (const { id, body } of articles) await index.addCustomRecord({ url: id, content: body, language: 'zh', meta: { title: id } });
  await index.writeFiles({ outputPath: folder });
  await close();
}

export async function open(address) {
  const pagefind = await import(new URL(`${address}pagefind.js`, location.href));
  await pagefind.init();
  return pagefind;
}

export async function search(session, query, { mode, limit }) {
  const { results } = await session.search(mode === 'quoted' ? `"${query}"` : query);
  return results.slice(0, limit);
}

const known = new Map();

// The article's address comes with its text, a file for each article.
export async function hit({ id, data }) {
  if (!known.has(id)) {
    const { url, excerpt } = await data();
    known.set(id, { id: url.replaceAll('/', ''), text: excerpt });
  }
  return known.get(id);
}
