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

story('each initiative and figure of the list leads to its place in the text', { at: '?q=疏通沟渠' }, async (reader) => {
  await reader.part('result-title').click();
  const focused = () => reader.page.locator('baoyan-archive').evaluate(({ shadowRoot }) => shadowRoot.activeElement.innerText);
  for (const words of ['河道6条', '共出动人员300余人次']) {
    await reader.page.locator('.margin').getByRole('button', { name: words, exact: true }).click();
    assert.ok(words.endsWith(await focused()), words);
  }
  await reader.page.locator('.margin').getByRole('button', { name: /清渠行动/ }).click();
  assert.match(await focused(), /清渠行动/);
});

story('the way through the results leads from article to article, by link and by key', {}, async (reader) => {
  await reader.search('问题');
  await reader.seesResults(2);
  const titles = await reader.titles();
  await reader.part('result-title').first().click();
  const article = reader.part('article');
  const shows = (title) => soon(async () => assert.ok((await article.innerText()).includes(title)));
  await shows(titles[0]);
  assert.match(await reader.page.locator('.in-results').innerText(), /第1篇，共2篇/);
  await reader.page.keyboard.press('ArrowRight');
  await shows(titles[1]);
  assert.equal(await reader.page.locator('[data-turn="next"]').count(), 0);
  await reader.page.locator('[data-turn="previous"]').click();
  await shows(titles[0]);
  await reader.page.goBack();
  await shows(titles[1]);
});

story('link and citation are copied, and that is said', { at: '?q=疏通沟渠' }, async (reader) => {
  await reader.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await reader.part('result-title').click();
  const copied = () => reader.page.evaluate(() => navigator.clipboard.readText());
  await reader.page.getByRole('button', { name: '复制引文' }).click();
  await reader.page.getByText('引文已复制').waitFor();
  const cited = await copied();
  assert.ok(cited.startsWith(`林知远. ${RIVERS}[N/OL]. 2024-03-05[`), cited);
  assert.ok(cited.includes(reader.page.url()), cited);
  await reader.page.getByRole('button', { name: '复制链接' }).click();
  await reader.page.getByText('链接已复制').waitFor();
  assert.equal(await copied(), reader.page.url());
});

story('an article leads to the pages of its county and its initiatives', { at: '?q=疏通沟渠' }, async (reader) => {
  await reader.part('result-title').click();
  await reader.part('article').getByRole('link', { name: '云溪县' }).click();
  const topic = reader.page.locator('.topic');
  await topic.getByRole('heading', { name: '云溪县' }).waitFor();
  assert.match(await topic.innerText(), /“清渠行动”[^]*河道6条[^]*2024年/);
  await reader.seesResults(2);
  await topic.getByRole('link', { name: '“清渠行动”' }).first().click();
  await topic.getByRole('heading', { name: '“清渠行动”' }).waitFor();
  await reader.seesTitles([RIVERS]);
  await reader.page.reload();
  await topic.getByRole('heading', { name: '“清渠行动”' }).waitFor();
  await topic.getByRole('link', { name: RIVERS }).click();
  await reader.part('article').waitFor();
  const county = reader.page.locator('.beside', { hasText: '同县区' });
  await county.getByRole('link').first().click();
  await soon(async () => assert.match(await reader.part('article').innerText(), /书法课/));
});
