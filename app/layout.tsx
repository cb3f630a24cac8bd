import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { RememberZone } from '@/components/time/remember-zone';
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

const BARS = { light: '#f7f6f3', dark: '#100f0d' };
const themeOf = async () => readTheme((await cookies()).get(THEME_COOKIE)?.value);

export async function generateViewport(): Promise<Viewport> {
  const theme = await themeOf();
  return {
    width: 'device-width',
    initialScale: 1,
    viewportFit: 'cover',
    interactiveWidget: 'resizes-content',
    themeColor:
      theme === 'system'
        ? [
            { media: '(prefers-color-scheme: light)', color: BARS.light },
            { media: '(prefers-color-scheme: dark)', color: BARS.dark },
          ]
        : BARS[theme],
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
