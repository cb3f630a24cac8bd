import type { ReactNode } from 'react';
import { SetupNotice } from '@/components/auth/setup-notice';
import { missingSetup } from '@/lib/auth/missing-setup';

/** One quiet column; on a deployment that lacks a setting, the sentence that says which. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  const missing = missingSetup();
  return (
    <main className="grid min-h-dvh content-start justify-items-center px-5 pt-[max(2.5rem,14dvh)] pb-10">
      <div className="w-full max-w-88">
        <p className="mb-7 text-title font-semibold tracking-tight text-accent">Sayso</p>
        {missing ? <SetupNotice sentence={missing} /> : children}
      </div>
    </main>
  );
}
