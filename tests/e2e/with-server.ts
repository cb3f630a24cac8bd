import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser, openPage } from '../support/browser';
import { startFreshServer } from '../support/server';
import { type SiteKind, startSite } from '../support/site';
import { Person } from './person';

/** What the tests of a file share: something that serves, and a browser. */
type Place<Serving> = {
  readonly serving: Serving;
  readonly url: string;
  /** A page in a context of its own, at which paths are this server's. */
  open: (options?: BrowserContextOptions) => ReturnType<typeof openPage>;
  /** Somebody who has come to a path, and somebody who has gone on as a guest. */
  visitor: (path: string) => Promise<Person>;
  guest: (options?: BrowserContextOptions) => Promise<Person>;
};

function withPlace<Serving extends { url: string }>(start: () => Promise<Serving>, end: (serving: Serving) => Promise<unknown>): Place<Serving> {
  let serving: Serving;
  let browser: Browser;
  beforeAll(async () => {
    [serving, browser] = await Promise.all([start(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    if (serving) await end(serving);
  });
  return {
    get serving() {
      return serving;
    },
    get url() {
      return serving.url;
    },
    open: (options) => openPage(browser, { baseURL: serving.url, ...options }),
    visitor: (path) => Person.at(browser, serving.url + path),
    guest: (options) => Person.guest(browser, serving.url, options),
  };
}

/** A server on a fresh database and a browser, from before the first of the tests around to after the last. */
export const withServer = (kind: 'embedded' | 'postgres' = 'embedded') =>
  withPlace(() => startFreshServer(kind), (server) => server.stop());

/** The same with a model that the tests let answer, and of any kind of site. */
export const withSite = (kind: SiteKind) => withPlace(() => startSite(kind), (site) => site.close());
