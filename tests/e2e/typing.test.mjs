// Typing Chinese with an input method: nothing happens before the characters are chosen.

import assert from 'node:assert/strict';
import { soon, story } from './reader.mjs';

story('while pinyin is being typed the answer stands still', {}, async (reader) => {
  await reader.search('问题');
  await reader.seesResults(2);
  await reader.box.fill('');
  await reader.seesResults(6);
  const address = reader.page.url();

  const keyboard = await reader.page.context().newCDPSession(reader.page);
  await reader.box.focus();
  for (const text of ['s', 'sh', 'shu', 'shu w', 'shu wu']) {
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await reader.page.waitForTimeout(60);
  }
  await reader.page.waitForTimeout(400);
  assert.equal(await reader.results.count(), 6);
  assert.equal(reader.page.url(), address);

  await keyboard.send('Input.insertText', { text: '书屋' });
  await reader.seesTitles(['北山区的街角书屋']);
});

story('Enter that chooses a candidate opens nothing', {}, async (reader) => {
  await reader.seesResults(6);
  const keyboard = await reader.page.context().newCDPSession(reader.page);
  await reader.box.focus();
  await keyboard.send('Input.imeSetComposition', { text: 'chayuan', selectionStart: 7, selectionEnd: 7 });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
  await keyboard.send('Input.insertText', { text: '茶园' });
  await reader.seesTitles(['临汐茶农有了新帮手']);
  assert.equal(await reader.part('article').count(), 0);
});

story('a reader without a mouse reaches a result and opens it', {}, async (reader) => {
  await reader.box.focus();
  await reader.page.keyboard.type('茶园');
  await reader.seesResults(1);
  for (let i = 0; i < 40; i++) {
    await reader.page.keyboard.press('Tab');
    const inTitle = await reader.part('result').evaluate((result) => result.contains(result.getRootNode().activeElement));
    if (inTitle) break;
  }
  await reader.page.keyboard.press('Enter');
  await soon(async () => assert.equal(await reader.part('article').count(), 1));
});

story('arrow keys lead from the box to the results, and Escape out of an article', {}, async (reader) => {
  const focused = () => reader.box.evaluate((box) => box.getRootNode().activeElement.dataset.baoyan);
  await reader.search('问题');
  await reader.seesResults(2);
  for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp']) await reader.box.press(key);
  assert.equal(await focused(), 'search-input');
  await reader.box.press('ArrowDown');
  assert.equal(await focused(), 'result-title');
  await reader.page.keyboard.press('ArrowDown');
  await reader.page.keyboard.press('ArrowUp');
  const title = await reader.part('result-title').first().innerText();
  assert.equal(await reader.box.evaluate((box) => box.getRootNode().activeElement.innerText), title);
  await reader.page.keyboard.press('Enter');
  await reader.part('article').waitFor();
  assert.ok((await reader.page.title()).includes(title));
  await reader.page.keyboard.press('Escape');
  await reader.part('article').waitFor({ state: 'detached' });
  await soon(async () => assert.equal(await focused(), 'result-title'));
  assert.match(await reader.page.title(), /问题/);
});

story('a chart is one stop of the Tab key, and arrow keys lead from bar to bar', {}, async (reader) => {
  await reader.seesResults(6);
  const bars = reader.bars('county');
  await soon(async () => assert.ok((await bars.count()) > 1));
  assert.equal(await bars.and(reader.page.locator('[tabindex="0"]')).count(), 1);
  await bars.first().focus();
  await reader.page.keyboard.press('ArrowDown');
  const key = await reader.box.evaluate((box) => box.getRootNode().activeElement.dataset.key);
  assert.equal(key, await bars.nth(1).getAttribute('data-key'));
  await reader.page.keyboard.press('Enter');
  await soon(async () => assert.ok((await reader.box.inputValue()).includes(key)));
});
