// The system's Chromium, without a window, and how parts of the page are found in it.

import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/** The CSS selector of a part that the page promises to have, also inside an open shadow root. */
export const part = (name) => `[data-baoyan="${name}"]`;
