import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { themeStylesheet } from './theme-stylesheet.ts';

const here = (path: string): string => decodeURIComponent(new URL(path, import.meta.url).pathname);

export default defineConfig({
  root: here('.'),
  plugins: [react(), themeStylesheet()],
  resolve: { alias: { '@': here('.').replace(/\/$/, '') } },
  build: {
    outDir: here('../../../dist/portal'),
    emptyOutDir: true,
    // A data: URI for the icon would need its own permission in the page's Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Libraries change seldom; apart from our own code they stay in the browser's cache across releases.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'libraries', test: /node_modules\// },
          ],
        },
      },
    },
  },
  server: {
    // `vite` while working on the pages: everything that is not a page goes to a running Adjourn.
    proxy: Object.fromEntries(['/api', '/portal', '/mailbox/api'].map((path) => [path, 'http://127.0.0.1:3000'])),
  },
});
