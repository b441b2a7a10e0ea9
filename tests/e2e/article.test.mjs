// A reader opens an article, and the address brings others to the same place.

import assert from 'node:assert/strict';
import { soon, story } from './reader.mjs';

const RIVERS = '云溪县：清渠行动让河水变清';

story('an article opens with the query and its initiatives marked', {}, async (reader) => {
  await reader.search('疏通沟渠');
  await reader.seesTitles([RIVERS]);
  await reader.part('result-title').click();
  const article = reader.part('article');
  await article.waitFor();
  const text = await article.innerText();
  for (const words of [RIVERS, '林知远', '一渠一策', '清运淤泥约1200吨']) assert.ok(text.includes(words), words);
  assert.ok((await article.locator('mark').allInnerTexts()).includes('疏通沟渠'));
});

story('an article without a headline can be read too', {}, async (reader) => {
  await reader.search('微波炉');
  await reader.seesResults(1);
  await reader.part('result-title').click();
  await reader.part('article').waitFor();
  assert.match(await reader.part('article').innerText(), /暖心驿站/);
});

story('Back leads out of the article to the same answer, and Forward into it again', {}, async (reader) => {
  await reader.search('问题');
  await reader.seesResults(2);
  const titles = await reader.titles();
  await reader.part('result-title').first().click();
  await reader.part('article').waitFor();
  await reader.page.goBack();
  await reader.part('article').waitFor({ state: 'detached' });
  await reader.seesTitles(titles);
  assert.equal(await reader.box.inputValue(), '问题');
  await reader.page.goForward();
  await reader.part('article').waitFor();
});

story('the address of an answer, opened elsewhere, shows the same answer', {}, async (reader) => {
  await reader.search('县');
  await reader.part('facet').filter({ hasText: '2023' }).first().click();
  await soon(async () => assert.ok((await reader.results.count()) < 4));
  const [titles, query, address] = [await reader.titles(), await reader.box.inputValue(), reader.page.url()];
  assert.notEqual(address, reader.home);
  await reader.page.goto('about:blank');
  await reader.page.goto(address);
  await reader.seesTitles(titles);
  assert.equal(await reader.box.inputValue(), query);
});

story('the address of an article, opened elsewhere, shows the article', {}, async (reader) => {
  await reader.search('茶农');
  await reader.seesResults(1);
  await reader.part('result-title').click();
  await reader.part('article').waitFor();
  await reader.page.reload();
  await reader.part('article').waitFor();
  assert.match(await reader.part('article').innerText(), /示范茶园5个/);
});
