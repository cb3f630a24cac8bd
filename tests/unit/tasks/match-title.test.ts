import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeTitles, isPartOfList, likeness, matchTitles, slips, tierOf } from '@/lib/tasks/match-title';

const list = (...titles: string[]) => titles.map((title, index) => ({ id: title, number: index + 1, title }));
const found = (said: string, ...titles: string[]) => matchTitles(said, list(...titles)).map(({ title }) => title);

describe('matchTitles', () => {
  it.each([
    ['an exact title beats one that only holds the words', 'report', ['Quarterly report', 'Report'], ['Report']],
    ['an exact title beats one that differs in punctuation', 'buy milk!', ['Buy milk', 'Buy milk!'], ['Buy milk!']],
    ['accents do not matter', 'cafe', ['Café', 'Tea'], ['Café']],
    ['words that tell nothing do not matter', 'the dentist thing', ['Call dentist'], ['Call dentist']],
    ['words in any order', 'milk buy', ['Buy milk'], ['Buy milk']],
    ['several that fit alike are all given', 'milk', ['Buy milk', 'Milk tea'], ['Buy milk', 'Milk tea']],
    ['another ending', 'reports', ['Write report'], ['Write report']],
    ['a slip of the finger', 'dentits', ['Call dentist'], ['Call dentist']],
    ['two slips in a long word', 'apointmet', ['Dentist appointment'], ['Dentist appointment']],
    ['a missing space', 'buymilk', ['Buy milk'], ['Buy milk']],
    ['a word as it stands beats a misspelt one', 'call mark', ['Call Marc', 'Call Mark'], ['Call Mark']],
    ['emoji count as words', '🎂', ['🎂 cake', 'bread'], ['🎂 cake']],
    ['other scripts', 'молоко', ['Купить молоко'], ['Купить молоко']],
  ])('%s', (_name, said, titles, expected) => {
    expect(found(said, ...titles)).toEqual(expected);
  });

  it.each([
    ['a word that the title lacks', 'pay electricity bill', 'Pay bill'],
    ['a short word that is almost the same', 'mom', 'Tom'],
    ['a number that is almost the same', 'invoice 2024', 'Invoice 2025'],
    ['the beginning of another word', 'milk', 'Milkshake'],
    ['something else', 'taxes', 'Walk the dog'],
  ])('never acts on %s', (_name, said, title) => {
    expect(found(said, title)).toEqual([]);
  });

  it('takes any text without harm, and knows every title by itself', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (said, title) => {
      matchTitles(said, list(title));
      closeTitles(said, list(title));
      expect(tierOf(title, title.trim() ? title.trim() : title)).not.toBeNull();
    }));
  });
});

describe('closeTitles', () => {
  it('offers the likest first, at most five, and nothing that is unlike', () => {
    expect(closeTitles('dentist apt', list('Walk', 'Dentist appointment', 'Call dentist')).map(({ title }) => title)).toEqual(['Dentist appointment', 'Call dentist']);
    expect(closeTitles('milk', list(...Array.from({ length: 9 }, (_, index) => `Milk ${index}`)))).toHaveLength(5);
    expect(closeTitles('xyzzy', list('Walk', 'Call'))).toEqual([]);
  });
});

describe('slips and likeness', () => {
  it('count letters more, less, other and swapped, up to the limit', () => {
    expect([slips('milk', 'milk', 2), slips('milk', 'mlik', 2), slips('milk', 'mil', 2), slips('milk', 'bread', 2)]).toEqual([0, 1, 1, 3]);
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => slips(a, b, 50) === slips(b, a, 50)));
  });
  it('is one for the same and none for the unlike', () => {
    expect(likeness('Buy milk', 'buy MILK')).toBe(1);
    expect(likeness('abc', 'xyz')).toBe(0);
  });
});

it('knows goods by whatever verb they are fetched', () => {
  expect([tierOf('get the eggs', 'Buy eggs'), tierOf('buy milk', 'milk'), tierOf('get milk', 'Milk the cow'), tierOf('buy milk', 'Buy oat milk')]).toEqual(['inflected', 'inflected', null, 'words']);
});

it('tells one thing of a list from the list', () => {
  const part = (said: string, title: string) => isPartOfList(said, title);
  expect([part('bread', 'milk, eggs and bread'), part('milk', 'Buy milk and eggs'), part('milk and eggs', 'Buy milk and eggs'), part('milk', 'Buy milk')]).toEqual([true, true, false, false]);
  expect(part('lunch', 'Lunch with Ann and the whole team')).toBe(false);
  const party = 'Plan party with cake, balloons and invites';
  expect([part('the cake', party), part('party', party), part('party cake', party), part('cake and balloons', party)]).toEqual([true, false, false, false]);
});
