import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from '@/components/chat/markdown/markdown';

const html = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }));

describe('Markdown of an answer', () => {
  it('becomes paragraphs, lists, tables and code', () => {
    expect(html('One\n\nTwo **bold** and *em*')).toMatch(/<p[^>]*>One<\/p><p[^>]*>Two <strong[^>]*>bold<\/strong> and <em>em<\/em><\/p>/);
    expect(html('3. three\n4. four')).toContain('<ol start="3"');
    expect(html('- [x] done')).toContain('checked=""');
    expect(html('| a | b |\n|---|--:|\n| 1 | 2 |')).toMatch(/<th[^>]*>a<\/th>.*text-align:right.*<td[^>]*>1<\/td>/);
    expect(html('```ts\nconst a = "<b>";\n```')).toContain('const a = &quot;&lt;b&gt;&quot;;');
  });

  it('shows HTML as the text that it is', () => {
    const drawn = html('<img src=x onerror=alert(1)>\n\nand <script>alert(1)</script> inline');
    expect(drawn).not.toMatch(/<img|<script/);
    expect(drawn).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it.each(['[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](data:text/html,x)', '[x](vbscript:x)', '![x](data:image/svg+xml,x)'])(
    'makes no link of %s',
    (text) => expect(html(text)).not.toContain('href'),
  );

  it('fetches no image and opens links without telling where from', () => {
    expect(html('![pixel](https://tracker.example/p.png)')).not.toContain('<img');
    expect(html('[site](https://example.com)')).toContain('href="https://example.com" target="_blank" rel="noopener noreferrer nofollow"');
  });

  it('keeps what follows a title in Hebrew or Arabic in its own place', () => {
    expect(html('Added "לקנות חלב" (2), high.')).toContain('Added <bdi>&quot;לקנות חלב&quot;</bdi> (2), high.');
    expect(html('Added "milk" (2).')).not.toContain('<bdi>');
  });

  it('reads entities and escapes as their characters', () => {
    expect(html('a &amp; b \\* c')).toContain('a &amp; b * c');
    expect(html('`a &amp; b`')).toContain('a &amp;amp; b');
  });
});
