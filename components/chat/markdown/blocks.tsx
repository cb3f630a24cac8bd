import { type Token, type Tokens, lexer } from 'marked';
import { Fragment, type ReactNode } from 'react';
import { isolated } from '@/components/ui/isolated';
import { CodeBlock } from './code-block';

/**
 * Markdown as React elements, on the server for finished messages and in the browser while one streams: the same code
 * draws both, so nothing moves when an answer ends. Raw HTML stays text, links go to http(s) and mail only, images
 * become links (an answer must not make the browser call elsewhere).
 */
export const parseBlocks = (text: string): Token[] => lexer(text, { gfm: true, breaks: true });

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);

const inlineTokens = (token: Token): Token[] => ('tokens' in token && token.tokens) || [token];

const safeHref = (href: string) => (/^(https?:|mailto:)/i.test(href) ? href : undefined);

export function Block({ token }: { token: Token }): ReactNode {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return <Heading token={token as Tokens.Heading} />;
    case 'hr':
      return <hr className="my-5 border-line" />;
    case 'blockquote':
      return (
        <blockquote className="my-3 border-l-2 border-line pl-4 text-muted">
          <Blocks tokens={token.tokens ?? []} />
        </blockquote>
      );
    case 'list':
      return <List token={token as Tokens.List} />;
    case 'code':
      return <CodeBlock text={token.text} language={(token as Tokens.Code).lang?.split(/\s/)[0] ?? ''} />;
    case 'table':
      return <Table token={token as Tokens.Table} />;
    case 'text':
      return <Inline tokens={inlineTokens(token)} />;
    default:
      return <p className="my-2.5 first:mt-0 last:mb-0">{token.type === 'html' ? token.raw : <Inline tokens={inlineTokens(token)} />}</p>;
  }
}

export function Blocks({ tokens }: { tokens: Token[] }): ReactNode {
  return tokens.map((token, index) => <Block key={index} token={token} />);
}

function Heading({ token }: { token: Tokens.Heading }) {
  const Tag = token.depth <= 2 ? 'h3' : 'h4';
  return (
    <Tag className="mt-5 mb-1.5 text-read font-semibold first:mt-0">
      <Inline tokens={token.tokens} />
    </Tag>
  );
}

function List({ token }: { token: Tokens.List }) {
  const items = token.items.map((item, index) => (
    <li key={index} className="my-1 pl-1 marker:text-faint marker:tabular-nums">
      {item.task && <input type="checkbox" checked={item.checked} readOnly disabled className="mr-2 align-middle" aria-label={item.checked ? 'done' : 'open'} />}
      <Blocks tokens={item.tokens.filter((part) => part.type !== 'checkbox')} />
    </li>
  ));
  return token.ordered ? (
    <ol start={Number(token.start) || 1} className="my-2.5 list-decimal pl-6 first:mt-0 last:mb-0">
      {items}
    </ol>
  ) : (
    <ul className="my-2.5 list-disc pl-5 first:mt-0 last:mb-0">{items}</ul>
  );
}

function Table({ token }: { token: Tokens.Table }) {
  return (
    <div className="my-3 overflow-x-auto" role="region" aria-label="Table" tabIndex={0}>
      <table className="w-full border-collapse text-ui tabular-nums">
        <thead>
          <tr className="border-b border-line text-left">
            {token.header.map((cell, index) => (
              <th key={index} className="py-1.5 pr-4 font-semibold" style={{ textAlign: cell.align ?? undefined }}>
                <Inline tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {token.rows.map((row, index) => (
            <tr key={index} className="border-b border-line">
              {row.map((cell, column) => (
                <td key={column} className="py-1.5 pr-4 align-top" style={{ textAlign: cell.align ?? undefined }}>
                  <Inline tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Inline({ tokens }: { tokens: Token[] }): ReactNode {
  return tokens.map((token, index) => <Fragment key={index}>{inline(token)}</Fragment>);
}

function inline(token: Token): ReactNode {
  const inner = () => <Inline tokens={('tokens' in token && token.tokens) || []} />;
  switch (token.type) {
    case 'strong':
      return <strong className="font-semibold">{inner()}</strong>;
    case 'em':
      return <em>{inner()}</em>;
    case 'del':
      return <del>{inner()}</del>;
    case 'br':
      return <br />;
    case 'codespan':
      return <code className="rounded-sm bg-bubble px-1 py-0.5 font-mono text-[0.88em]">{token.text}</code>;
    case 'link':
    case 'image': {
      const href = safeHref(token.href);
      const label = token.type === 'image' ? token.text || token.href : inner();
      return href ? (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent underline underline-offset-2">
          {label}
        </a>
      ) : (
        label
      );
    }
    case 'text':
    case 'paragraph':
      return 'tokens' in token && token.tokens?.length ? inner() : isolated(plain(token.text));
    case 'list':
    case 'code':
    case 'blockquote':
      return <Block token={token} />;
    default:
      return 'text' in token && typeof token.text === 'string' && token.type === 'escape' ? plain(token.text) : token.raw;
  }
}
