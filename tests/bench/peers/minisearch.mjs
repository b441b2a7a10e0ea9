import MiniSearch from 'minisearch';

import { bigrams } from '../tokens.mjs';

/** MiniSearch over the tokens that a caller cuts. */
export function minisearch(tokenize) {
  const options = { fields: ['body'], tokenize, processTerm: (term) => term };
  return {
    async build(articles) {
      const index = new MiniSearch(options);
      index.addAll(articles);
      return { 'index.json': JSON.stringify(index) };
    },
    async open(index) {
      return MiniSearch.loadJSON(await (await fetch(`${index}index.json`)).text(), options);
    },
    search(session, query, { mode, limit }) {
      return session.search(query, { combineWith: mode === 'all' ? 'AND' : 'OR' }).slice(0, limit);
    },
  };
}

export const modes = ['any', 'all'];
export const { build, open, search } = minisearch(bigrams);
export const hit = ({ id }) => ({ id });
