import elasticlunr from 'elasticlunr';

import { words } from '../tokens.mjs';

// As it comes it cuts at spaces and keeps Latin letters only.
elasticlunr.tokenizer = words;

export const modes = ['any', 'all'];

export async function build(articles) {
  const index = new elasticlunr.Index();
  index.setRef('id');
  index.addField('body');
  index.saveDocument(false);
  for (const { id, body } of articles) index.addDoc({ id, body });
  return { 'index.json': JSON.stringify(index) };
}

export async function open(address) {
  return elasticlunr.Index.load(await (await fetch(`${address}index.json`)).json());
}

export function search(session, query, { mode, limit }) {
  return session.search(query, { bool: mode === 'all' ? 'AND' : 'OR' }).slice(0, limit);
}

export const hit = ({ ref }) => ({ id: ref });
