import lunr from 'lunr';
import support from 'lunr-languages/lunr.stemmer.support.js';
import chinese from 'lunr-languages/lunr.zh.js';

support(lunr);
chinese(lunr);

export const modes = ['any', 'all'];

export async function build(articles) {
  const index = lunr((builder) => {
    lunr.zh.call(builder);
    builder.ref('id');
    builder.field('body');
    for (const article of articles) builder.add(article);
  });
  return { 'index.json': JSON.stringify(index) };
}

export async function open(address) {
  return lunr.Index.load(await (await fetch(`${address}index.json`)).json());
}

// What it does with a query by itself cuts at spaces only: the caller has to cut it like the articles.
export function search(session, query, { mode, limit }) {
  const tokens = lunr.zh.tokenizer(query).filter(lunr.zh.stopWordFilter);
  const presence = mode === 'all' ? lunr.Query.presence.REQUIRED : lunr.Query.presence.OPTIONAL;
  return session.query((clauses) => tokens.forEach((token) => clauses.term(token.toString(), { presence }))).slice(0, limit);
}

export const hit = ({ ref }) => ({ id: ref });
