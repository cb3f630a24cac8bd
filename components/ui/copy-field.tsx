'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button';
import { copyText } from './copy-text';
import { Input } from './input';

/** A text to take away. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => copyText(value).then(() => setCopied(true), () => setCopied(false));
  return (
    <div className="flex gap-2">
      <Input readOnly aria-label={label} value={value} className="font-mono text-meta" onFocus={(event) => event.currentTarget.select()} />
      <Button onClick={() => void copy()}>
        {copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        {copied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  );
}
