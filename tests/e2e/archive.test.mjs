// Which archive the page opens, where it lies, and what a reader is told when it cannot be used.

import assert from 'node:assert/strict';
import { soon, story } from './reader.mjs';

story('the archive inside the page opens by itself', { archive: null }, async (reader) => {
  await soon(async () => assert.ok((await reader.results.count()) > 0));
  for (const chart of ['county', 'year']) await soon(async () => assert.ok((await reader.bars(chart).count()) > 0));
  const title = (await reader.titles())[0];
  const word = title.match(/\p{Script=Han}{2,4}/u)[0];
  await reader.search(word);
  await soon(async () => assert.ok((await reader.marked()).includes(word)));
});

for (const base of ['/paper/', '/a/b/報眼/']) {
  story(`the page works below ${base}`, { base: encodeURI(base) }, async (reader) => {
    await reader.search('茶园');
    await reader.seesTitles(['临汐茶农有了新帮手']);
    await reader.part('result-title').click();
    await reader.part('article').waitFor();
    await reader.page.reload();
    await reader.part('article').waitFor();
    assert.ok(reader.page.url().startsWith(reader.home));
  });
}

const flip = (at) => (bytes) => {
  const damaged = Buffer.from(bytes);
  damaged[at < 0 ? damaged.length + at : at] ^= 0x10;
  return damaged;
};

for (const [what, archive, code] of [
  ['altered', flip(-100), 'integrity'],
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2), 'integrity'],
  ['of a later version', flip(8), 'version'],
  ['something else', () => Buffer.from('<!doctype html><title>not here</title>'), 'corrupt'],
  ['not there', () => Promise.reject(new Error('no such file')), 'network'],
]) {
  story(`an archive that is ${what} is refused, and the page says so`, { archive, noise: /404/ }, async (reader) => {
    await reader.part('error').waitFor();
    assert.match(await reader.part('error').innerText(), new RegExp(code));
    assert.equal(await reader.results.count(), 0);
    const refused = await reader.page.evaluate(() => window.baoyan.open('archive/').catch((error) => error.code));
    assert.equal(refused, code);
  });
}

story('scripts have the same answers as readers', {}, async (reader) => {
  await reader.seesResults(6);
  const [info, answer, stats] = await reader.page.evaluate(async () => {
    const archive = await window.baoyan.open('archive/');
    return [await archive.info(), await archive.search('问题', { limit: 1 }), await archive.stats('')];
  });
  assert.equal(info.articles, 6);
  assert.equal(answer.total, 2);
  assert.equal(answer.hits.length, 1);
  const bars = await reader.bars('county').evaluateAll((all) => all.map(({ dataset }) => [dataset.key, Number(dataset.value)]));
  const counted = stats.by_county.filter(({ initiatives }) => initiatives > 0);
  assert.deepEqual(
    bars.filter(([, value]) => value > 0).sort(),
    counted.map(({ county, initiatives }) => [county ?? '', initiatives]).sort(),
  );
});
