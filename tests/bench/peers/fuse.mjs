import Fuse from 'fuse.js';

export const modes = ['default', 'include'];

export async function build(articles) {
  return { 'articles.json': JSON.stringify(articles.map(({ id, body }) => ({ id, body }))) };
}

export async function open(address) {
  const articles = await (await fetch(`${address}articles.json`)).json();
  return { default: new Fuse(articles, { keys: ['body'] }), include: new Fuse(articles, { keys: ['body'], useExtendedSearch: true }) };
}

export function search(session, query, { mode, limit }) {
  const asked = mode === 'include' ? query.split(/\s+/).map((word) => `'${word}`).join(' ') : query;
  return session[mode].search(asked, { limit });
}

export const hit = ({ item }) => ({ id: item.id, text: item.body });
