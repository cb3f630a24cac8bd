import type { MetadataRoute } from 'next';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Sayso',
    short_name: 'Sayso',
    description: 'A task manager that you talk to.',
    start_url: '/',
    display: 'standalone',
    background_color: '#fdfdfb',
    theme_color: '#1c6245',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
