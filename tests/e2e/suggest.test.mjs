// What is offered under the box while a reader types, and what is kept of earlier searches.

import assert from 'node:assert/strict';
import { soon, story } from './reader.mjs';

const offers = (reader) => reader.page.locator('#offers > li');
const names = async (reader) => (await offers(reader).locator('span:first-child').allInnerTexts()).map((text) => text.trim());

story('words of the archive are offered with their kind and count, and a click takes one', {}, async (reader) => {
  await reader.box.pressSequentially('云', { delay: 20 });
  await soon(async () => assert.ok((await names(reader)).includes('云溪县')));
  assert.match(await offers(reader).first().innerText(), /篇文章/);
  await offers(reader).getByText('云溪县', { exact: true }).click();
  await soon(async () => assert.equal(await reader.box.inputValue(), '云溪县'));
  assert.equal(await offers(reader).count(), 0);
});

story('pinyin, whole or by its first letters, leads to the word', {}, async (reader) => {
  for (const typed of ['yunxi', 'yunx', 'yxx']) {
    await reader.search(typed);
    await soon(async () => assert.ok((await names(reader)).some((name) => name.startsWith('云溪')), typed));
  }
});

story('arrow keys go through the list, Enter takes one, Escape shuts it', { locale: 'en' }, async (reader) => {
  await reader.box.pressSequentially('云', { delay: 20 });
  await soon(async () => assert.ok((await offers(reader).count()) > 1));
  assert.equal(await reader.box.getAttribute('aria-expanded'), 'true');
  await reader.box.press('ArrowDown');
  await soon(async () => assert.equal(await reader.box.getAttribute('aria-activedescendant'), 'offer-0'));
  await reader.box.press('ArrowUp');
  await soon(async () => assert.equal(await reader.box.getAttribute('aria-activedescendant'), null));
  await reader.box.press('ArrowUp');
  const last = (await offers(reader).count()) - 1;
  await soon(async () => assert.equal(await offers(reader).nth(last).getAttribute('aria-selected'), 'true'));
  const chosen = (await names(reader))[last];
  await reader.box.press('Enter');
  await soon(async () => assert.equal(await reader.box.inputValue(), chosen));
  await reader.search('云');
  await soon(async () => assert.ok((await offers(reader).count()) > 1));
  await reader.box.press('Escape');
  await soon(async () => assert.equal(await offers(reader).count(), 0));
  assert.equal(await reader.box.inputValue(), '云');
  assert.equal(await reader.box.getAttribute('aria-expanded'), 'false');
});

story('nothing is offered while an input method composes', {}, async (reader) => {
  const keyboard = await reader.page.context().newCDPSession(reader.page);
  await reader.box.focus();
  await keyboard.send('Input.imeSetComposition', { text: 'yun', selectionStart: 3, selectionEnd: 3 });
  await reader.page.waitForTimeout(300);
  assert.equal(await offers(reader).count(), 0);
  await keyboard.send('Input.insertText', { text: '云' });
  await soon(async () => assert.ok((await offers(reader).count()) > 0));
});

story('earlier searches are kept on the device, offered in an empty box, and forgotten when asked', {}, async (reader) => {
  await reader.search('书屋');
  await reader.box.press('Enter');
  await reader.page.reload();
  await reader.seesResults(1);
  await reader.search('');
  await reader.box.blur();
  await reader.box.focus();
  await soon(async () => assert.deepEqual(await names(reader), ['书屋']));
  await reader.page.locator('.offers button').click();
  await soon(async () => assert.equal(await offers(reader).count(), 0));
  assert.equal(await reader.page.evaluate(() => localStorage.length), 0);
});

story('a browser that keeps nothing searches all the same', {}, async (reader) => {
  await reader.page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } });
  });
  await reader.page.reload();
  await reader.search('书屋');
  await reader.box.press('Enter');
  await reader.seesTitles(['北山区的街角书屋']);
});

story('each result says why it is here', {}, async (reader) => {
  await reader.search('书屋');
  await reader.seesResults(1);
  await reader.results.locator('summary').click();
  await soon(async () => assert.match(await reader.results.locator('.why').innerText(), /“书屋”.*标题 1/s));
});

story('programs get the same suggestions', {}, async (reader) => {
  const found = await reader.page.evaluate(async () => (await window.baoyan.open('archive/')).suggest('yunxi', 2));
  assert.ok(found.length > 0 && found.length <= 2);
  assert.deepEqual(Object.keys(found[0]).sort(), ['articles', 'kind', 'query', 'text']);
});
