/**
 * `npm run screenshots [-- part of a name …]`: every screen, wide and phone, light and dark, into screenshots/. Starts the
 * built app itself on a temporary database, and a model server that fails where an error is to be seen.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser, openPage, VIEWPORTS } from '@/tests/support/browser';
import { count, refuse, when } from '@/tests/support/openai-replies';
import { startOpenAI } from '@/tests/support/openai-server';
import { type Server, type ServerOptions, startServer } from '@/tests/support/server';
import { build, isBuilt } from './build.mjs';
import { SCREENS } from './screens';
import type { Outage, Screen } from './screens/steps';

const FOLDER = 'screenshots';
const SCHEMES = ['light', 'dark'] as const;

/** Waits for what a screen waits for itself: its fonts, and whatever a skeleton or a busy button stands in for. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.animate-pulse-soft, [aria-busy="true"]')].every((element) => {
      const { top, bottom, width } = element.getBoundingClientRect();
      return width === 0 || bottom < 0 || top > window.innerHeight;
    }),
  );
}

/** A server that is killed and comes back at the same address. */
async function startOutage(options: ServerOptions): Promise<Outage & { server: Server }> {
  const outage = {
    server: await startServer(options),
    isUp: true,
    kill: async () => {
      outage.isUp = false;
      await outage.server.kill();
    },
    start: async () => {
      if (outage.isUp) return;
      const { port: PORT } = new URL(outage.server.url);
      outage.server = await startServer({ ...options, env: { ...options.env, PORT } });
      outage.isUp = true;
    },
  };
  return outage;
}

async function shoot(browser: Browser, outage: Outage & { server: Server }, screen: Screen): Promise<void> {
  for (const [size, viewport] of Object.entries(VIEWPORTS))
    for (const colorScheme of SCHEMES) {
      const name = `${screen.name}-${size}-${colorScheme}`;
      const options = { viewport, colorScheme, hasTouch: size === 'phone', isMobile: size === 'phone', baseURL: outage.server.url };
      const { page, context, problems } = await openPage(browser, options);
      try {
        await screen.show(page, outage);
        if (!screen.unsettled) await settle(page);
        await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
        console.log(`✓ ${name}${problems.length > 0 ? `  (${problems.join('; ').slice(0, 300)})` : ''}`);
      } catch (error) {
        await page.screenshot({ path: join(FOLDER, `${name}-failed.png`) });
        console.log(`✗ ${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
        process.exitCode = 1;
      } finally {
        await context.close();
        await outage.start();
      }
    }
}

async function main(): Promise<void> {
  if (!(await isBuilt())) await build();
  await mkdir(FOLDER, { recursive: true });
  const dataDir = await mkdtemp(join(tmpdir(), 'sayso-screenshots-'));
  const model = await startOpenAI();
  model.answer(
    when(['fail', refuse(500)], ['limit', refuse(429, 30)], ['slowly', count(400, { wordMs: 250 })], [/./, count(40)]),
  );
  const wanted = process.argv.slice(2);
  const screens = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', DIRECT_URL: '' };
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/seed.ts', '--many'], { env, stdio: 'inherit' });
  const browser = await openBrowser();
  try {
    // One embedded folder, one process: first with the built-in assistant, then with the model server.
    for (const withModel of [false, true]) {
      const chosen = screens.filter((screen) => Boolean(screen.withModel) === withModel);
      if (chosen.length === 0) continue;
      const outage = await startOutage({ dataDir, env: { TZ: 'UTC', ...(withModel ? model.env : {}) } });
      try {
        for (const screen of chosen) await shoot(browser, outage, screen);
      } finally {
        await outage.server.stop();
      }
    }
  } finally {
    await browser.close();
    await model.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  console.log(`The screenshots are in ${FOLDER}/.`);
}

await main();
