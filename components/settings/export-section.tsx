'use client';

import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { messageOf } from '@/components/data/request';
import { downloadExport, type ExportFormat } from '@/components/transfer/download-export';
import { Button } from '@/components/ui/button';
import { Problem } from '@/components/ui/problem';
import { Progress } from '@/components/ui/progress';
import { Section } from './section';

/** All conversations as a file. */
export function ExportSection() {
  const [part, setPart] = useState<number | null>(null);
  const [said, setSaid] = useState<{ problem?: string; done?: string }>({});
  const abort = useRef<AbortController | null>(null);
  const run = async (format: ExportFormat) => {
    const mine = new AbortController();
    abort.current = mine;
    setPart(0);
    setSaid({});
    try {
      await downloadExport('/api/v1/export', format, setPart, mine.signal);
      setSaid({ done: 'The file is in your downloads.' });
    } catch (error) {
      if (!mine.signal.aborted) setSaid({ problem: messageOf(error) });
    } finally {
      setPart(null);
    }
  };
  return (
    <Section
      title="Export"
      hint="All conversations, those in the archive too, in one file. JSON is complete and can be imported again; Markdown is for reading. A single one is exported from its menu."
    >
      {part === null ? (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => void run('json')}>
            <Download size={16} aria-hidden /> Export JSON
          </Button>
          <Button onClick={() => void run('markdown')}>
            <Download size={16} aria-hidden /> Export Markdown
          </Button>
        </div>
      ) : (
        <div className="grid max-w-md gap-2">
          <div className="flex items-center justify-between gap-3 text-ui">
            Exporting {Math.round(part * 100)} %
            <Button size="sm" variant="ghost" onClick={() => abort.current?.abort()}>
              Cancel
            </Button>
          </div>
          <Progress value={part} label="Export" />
        </div>
      )}
      {said.done && (
        <p role="status" className="text-ui text-muted">
          {said.done}
        </p>
      )}
      <Problem>{said.problem}</Problem>
    </Section>
  );
}
