import { Charset, Index } from 'flexsearch';

/** FlexSearch over single characters; with `context`, also over neighbours. */
export function flexsearch(context) {
  const options = { encoder: Charset.CJK, ...context };
  return {
    async build(articles) {
      const index = new Index(options);
      for (const { id, body } of articles) index.add(Number(id), body);
      const parts = [];
      index.export((key, part) => parts.push(`${JSON.stringify(key)}:${part}`));
      return { 'index.json': `{${parts.join(',')}}` };
    },
    async open(address) {
      const index = new Index(options);
      const parts = await (await fetch(`${address}index.json`)).json();
      for (const [key, part] of Object.entries(parts)) index.import(key, part);
      return index;
    },
    search(session, query, { mode, limit }) {
      // The space would be a character that no article has: the words are asked for one by one, as a caller would.
      const found = query.split(/\s+/).map((word) => session.search(word, { limit: 1_000_000, suggest: mode === 'suggest' }));
      const [first, ...others] = found.map((ids) => new Set(ids));
      return [...first].filter((id) => others.every((ids) => ids.has(id))).slice(0, limit);
    },
  };
}

export const modes = ['default', 'suggest'];
export const { build, open, search } = flexsearch({});
export const hit = (id) => ({ id: String(id) });
