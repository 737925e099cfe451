import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env['ARCHWAY_PORT'] ?? '4600'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Assets stay files: the content security policy allows none inside the page.
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': server } },
});
