import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Task } from '@/lib/tasks/schemas';
import { openPage } from '../support/browser';

/** Where the people of the tests live: a zone in which it is day, so that no test runs over midnight. */
export const ZONE = new Date().getUTCHours() < 12 ? 'Asia/Tokyo' : 'America/Los_Angeles';

/** A day as answers name it, `offset` days from today in `ZONE`: "Monday 23 November 2026". */
export function dayInFull(offset: number): string {
  const day = new Date(Date.now() + offset * 86_400_000);
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE });
  return format.format(day).replace(',', '');
}

/** For what a busy machine may take its time over. */
export const PATIENT = { timeout: 15_000 };

/** What is to be read in a place, once it is there. */
export async function wordsOf(place: Locator): Promise<string> {
  await place.waitFor();
  return (await place.allInnerTexts()).join('\n');
}

/** Waits until the focus is there. */
export const focused = (target: Locator) => expect.poll(() => target.evaluate((element) => element === document.activeElement), PATIENT).toBe(true);

/** Somebody at a browser of their own, who sees what is on the screen and nothing else. */
export class Person {
  private constructor(
    readonly page: Page,
    /** What went wrong on the page so far, in the console and on the network. */
    readonly problems: string[],
    private readonly site: string,
  ) {}

  /** Opens the site in a browser without cookies. */
  static async at(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Person> {
    const { page, problems } = await openPage(browser, { timezoneId: ZONE, ...options });
    await page.goto(url);
    return new Person(page, problems, new URL(url).origin);
  }

  /** Opens the site in a browser without cookies and goes on as a guest. */
  static async guest(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Person> {
    const person = await Person.at(browser, url, options);
    await person.page.getByRole('button', { name: 'Continue as guest' }).click();
    await person.ready();
    return person;
  }

  /** Waits until the chat is there to talk to: it takes the focus once it listens, unless a keyboard would cover a phone. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() => {
      const field = document.querySelector('[data-composer]');
      const listens = field !== null && Object.keys(field).some((key) => key.startsWith('__reactProps'));
      return listens && (document.activeElement === field || window.matchMedia('(hover: none)').matches);
    });
  }

  /** Opens the same address in another tab of the same browser. */
  async tab(): Promise<Person> {
    const page = await this.page.context().newPage();
    await page.goto(this.page.url());
    return new Person(page, [], this.site);
  }

  get field(): Locator {
    return this.page.getByRole('textbox', { name: 'Message Sayso' });
  }

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Tasks' });
  }

  get sidebar(): Locator {
    return this.page.getByRole('complementary', { name: 'Conversations' });
  }

  /** The newest answer. */
  get answer(): Locator {
    return this.page.getByRole('article', { name: 'Sayso' }).last();
  }

  /** Writes a message and sends it; the answer is still to come. */
  async send(text: string): Promise<void> {
    const newest = () => [...document.querySelectorAll('[data-message][aria-label="You"]')].at(-1)?.getAttribute('data-message');
    const before = await this.page.evaluate(newest);
    await this.field.fill(text);
    await this.field.press('Enter');
    await expect.poll(() => this.page.evaluate(newest), PATIENT).not.toBe(before);
  }

  /** Waits until nothing is being answered. */
  async settled(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send', exact: true }).waitFor();
  }

  /** Says something and waits for the answer. @returns its words, cards included. */
  async say(text: string): Promise<string> {
    await this.send(text);
    await this.settled();
    return wordsOf(this.answer);
  }

  /** Presses a button that asks for an answer, and waits for the answer. */
  async press(button: Locator): Promise<void> {
    const newest = () => [...document.querySelectorAll('[data-message]')].at(-1)?.getAttribute('data-message');
    const before = await this.page.evaluate(newest);
    await button.click();
    await expect.poll(() => this.page.evaluate(newest), PATIENT).not.toBe(before);
    await this.settled();
  }

  /** E-mail and password, into a form that ends in the chat. */
  async enter(email: string, button: string): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill('correct horse battery');
    await this.page.getByRole('button', { name: button }).click();
    await this.ready();
  }

  /** The tasks outside the trash, as other programs get them with this browser's cookies. */
  async tasks(): Promise<Task[]> {
    const response = await this.page.request.get(`${this.site}/api/v1/tasks?sort=number&limit=100`);
    return ((await response.json()) as { items: Task[] }).items;
  }

  /** A task as the panel shows it. */
  row(title: string): Locator {
    return this.panel.getByRole('listitem').filter({ has: this.page.getByRole('button', { name: new RegExp(`^${title}`) }) });
  }

  /** All that the conversation says, in order: it is read upwards from its end, as only what is near is in the page. */
  async conversation(): Promise<string[]> {
    await this.page.getByRole('log', { name: 'Conversation' }).waitFor();
    return this.page.evaluate(async () => {
      const pane = document.querySelector<HTMLElement>('[data-scroll]:has([role="log"])');
      if (!pane) return [];
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const texts = new Map<string, string>();
      const order: string[] = [];
      pane.scrollTop = 0;
      for (let still = 0; still < 3; ) {
        await frame();
        await frame();
        const articles = [...pane.querySelectorAll<HTMLElement>('[data-message]')];
        const ids = articles.map(({ dataset }) => dataset.message ?? '');
        // One that has stayed in the page from before may be met ahead of those between it and what is in view.
        for (const [index, id] of [...ids.entries()].reverse()) {
          if (texts.has(id)) continue;
          const above = ids.slice(0, index).findLast((other) => texts.has(other));
          const below = ids[index + 1];
          order.splice(above ? order.indexOf(above) + 1 : below ? order.indexOf(below) : order.length, 0, id);
          texts.set(id, articles[index]?.innerText ?? '');
        }
        const from = pane.scrollTop;
        pane.scrollTop -= 300;
        still = pane.scrollTop !== from || pane.textContent?.includes('Loading older messages') ? 0 : still + 1;
      }
      pane.scrollTop = 0;
      return order.map((id) => texts.get(id) ?? '');
    });
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(this.site + path);
  }
}
