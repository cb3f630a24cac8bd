import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** A Chromium of the machine, or Playwright's own where it has been installed. */
function installedChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    process.env.CHROMIUM_PATH ?? '',
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    MAC,
    chromium.executablePath(),
  ];
  return candidates.find((path) => path && existsSync(path));
}

/**
 * The path of a Chromium: one of the machine, else the one that comes from npm, unpacked. Called once before tests run
 * side by side, because they would unpack it over each other.
 */
export async function prepareChromium(): Promise<string> {
  const installed = installedChromium();
  if (installed) return installed;
  const path = await sparticuz.executablePath();
  if (spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0) return path;
  // What a run that was killed left half-unpacked.
  await rm(path, { force: true });
  return sparticuz.executablePath();
}

/** Flags for machines without a display, a sandbox or much shared memory, and no talking to Google. */
const FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-gpu',
  '--font-render-hinting=none',
];

/** Opens a real Chromium. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await prepareChromium(), args: FLAGS, headless: true });
}

/** Sizes that the product is looked at in, in CSS pixels. */
export const VIEWPORTS = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
/** A phone, for a browser's context. */
export const PHONE: BrowserContextOptions = { viewport: VIEWPORTS.phone, hasTouch: true, isMobile: true };

/**
 * Opens a page in a context of its own (no cookies of others). What the page logs as an error, throws, or fails to load
 * is collected in `problems`.
 */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; context: BrowserContext; problems: string[] }> {
  const context = await browser.newContext({ viewport: VIEWPORTS.wide, reducedMotion: 'reduce', ...options });
  // What tsx compiles names its functions by a helper, which functions that are run in the page would miss there.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`thrown: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} ${message.location().url}`.trim());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`);
  });
  return { page, context, problems };
}
