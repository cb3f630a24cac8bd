'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

/**
 * A component whose code loads when it is first drawn. Where it does not come, without a connection say, `Missing` stands in
 * its place and may ask again; the page around it stays.
 */
export function late<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  Missing: ComponentType<Props & { retry: () => void }>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Late(props: Props) {
    const [Loaded, setLoaded] = useState(() => loaded);
    const [missing, setMissing] = useState(false);
    useEffect(() => {
      if (Loaded || missing) return;
      let over = false;
      load().then(
        ({ default: component }) => {
          loaded = component;
          if (!over) setLoaded(() => component);
        },
        () => !over && setMissing(true),
      );
      return () => {
        over = true;
      };
    }, [Loaded, missing]);
    if (Loaded) return <Loaded {...props} />;
    return missing ? <Missing {...props} retry={() => setMissing(false)} /> : null;
  };
}

/** In place of a dialog that could not be loaded. */
export function NotLoaded({ onClose, retry }: { onClose: () => void; retry: () => void }) {
  return (
    <Dialog title="This could not be loaded" onClose={onClose}>
      <div className="grid gap-4 px-5 pb-5">
        <p className="text-ui text-muted">
          Check the connection and try again. If Sayso has been updated meanwhile, load the page anew.
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="ghost" onClick={() => window.location.reload()}>
            Load anew
          </Button>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
