import { CopyButton } from '../copy-button';

/** Code with a button that copies it; long lines scroll by themselves. */
export function CodeBlock({ text, language }: { text: string; language: string }) {
  return (
    <figure className="group/code relative my-3 overflow-hidden rounded-md border border-line bg-sunken">
      <figcaption className="flex h-9 items-center justify-between pr-1 pl-3.5 text-meta text-muted">
        {language || 'text'}
        <CopyButton text={text} label="Copy code" />
      </figcaption>
      <pre tabIndex={0} className="overflow-x-auto px-3.5 pb-3 font-mono text-meta">
        <code>{text}</code>
      </pre>
    </figure>
  );
}
