// Pictures of the built page for people to look at: node tools/shots.mjs FOLDER OUT
// Three widths, light and dark, each with the page as it opens, an answer, and an article.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser, part } from '../tests/e2e/browser.mjs';
import { address, serve } from './server.mjs';

const [folder, out] = process.argv.slice(2);
await mkdir(out, { recursive: true });
const server = await serve(folder);
const browser = await launchBrowser();

for (const width of [1280, 768, 390]) {
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, locale: 'zh-CN' });
    const shoot = async (name) => {
      const file = path.join(out, `${name}-${width}-${colorScheme}.png`);
      await page.waitForTimeout(300);
      await page.screenshot({ path: file });
      console.log(file);
    };
    await page.goto(address(server));
    const title = page.locator(part('result-title')).first();
    await title.waitFor();
    await shoot('page');
    const [word] = (await title.innerText()).match(/\p{Script=Han}{2,3}/u);
    await page.locator(part('search-input')).fill(word);
    await page.locator(`${part('result')} mark`).first().waitFor();
    await shoot('answer');
    await title.click();
    await page.locator(part('article')).waitFor();
    await shoot('article');
    await page.close();
  }
}

await browser.close();
server.close();
