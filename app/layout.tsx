import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { RememberZone } from '@/components/time/remember-zone';
import { barsOf } from '@/components/frame/bar-colours';
import { readTheme, THEME_COOKIE } from '@/components/frame/remembered';
import './globals.css';

const geist = localFont({
  src: '../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2',
  variable: '--font-geist-sans',
  weight: '100 900',
  display: 'swap',
});

export const metadata: Metadata = {
  title: { default: 'Sayso', template: '%s · Sayso' },
  description: 'A task manager that you talk to.',
  applicationName: 'Sayso',
  formatDetection: { telephone: false, date: false, email: false, address: false },
};

const themeOf = async () => readTheme((await cookies()).get(THEME_COOKIE)?.value);

export async function generateViewport(): Promise<Viewport> {
  const bars = barsOf(await themeOf());
  return {
    width: 'device-width',
    initialScale: 1,
    viewportFit: 'cover',
    interactiveWidget: 'resizes-content',
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: bars.light },
      { media: '(prefers-color-scheme: dark)', color: bars.dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await themeOf();
  return (
    <html lang="en" className={geist.variable} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        {children}
        <RememberZone />
      </body>
    </html>
  );
}
