import Link from 'next/link';
import type { ComponentProps } from 'react';

/** A link that is the way on from here: it looks like a primary button. */
export const LinkButton = (props: Omit<ComponentProps<typeof Link>, 'className'>) => (
  <Link {...props} className="inline-flex h-10 items-center rounded-md bg-accent px-4 text-ui font-medium text-on-accent hover:bg-accent-strong" />
);
