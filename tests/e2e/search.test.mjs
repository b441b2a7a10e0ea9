// A reader types, and finds what stands in the articles.

import assert from 'node:assert/strict';
import { soon, story } from './reader.mjs';

story('all articles stand there before anything is typed', {}, async (reader) => {
  await reader.seesResults(6);
});

story('any run of characters finds its article', {}, async (reader) => {
  await reader.search('渠行动');
  await reader.seesTitles(['云溪县：清渠行动让河水变清']);
});

story('the answer comes while typing', {}, async (reader) => {
  await reader.box.pressSequentially('书屋', { delay: 30 });
  await reader.seesTitles(['北山区的街角书屋']);
});

story('what was found is marked', {}, async (reader) => {
  await reader.search('示范茶园');
  await soon(async () => assert.deepEqual(await reader.marked(), ['示范茶园']));
});

story('traditional and full-width characters find the others, which are marked as printed', {}, async (reader) => {
  await reader.search('問題');
  await reader.seesResults(2);
  assert.deepEqual([...new Set(await reader.marked())], ['问题']);
  await reader.search('ａｐｐ');
  await reader.seesTitles(['“晚霞课堂”开进村里']);
  assert.deepEqual([...new Set(await reader.marked())], ['App']);
});

story('words are joined, and one may be left out', {}, async (reader) => {
  await reader.search('县里 问题');
  await reader.seesResults(2);
  await reader.search('县里 问题 -夜市');
  await reader.seesTitles(['云溪县：清渠行动让河水变清']);
});

story('nothing found is said, and typing on mends it', {}, async (reader) => {
  await reader.search('飞碟降落');
  await reader.seesResults(0);
  assert.match(await reader.part('status').first().innerText(), /\S/);
  await reader.search('');
  await reader.seesResults(6);
});

story('markup in a query is text', {}, async (reader) => {
  const markup = '书屋 <img src=x onerror=alert(1)> "<b>"';
  await reader.search(markup);
  await soon(async () => assert.ok(decodeURIComponent(reader.page.url()).includes('onerror')));
  await reader.page.reload();
  await soon(async () => assert.equal(await reader.box.inputValue(), markup));
  assert.equal(await reader.page.locator('img').count(), 0);
});
