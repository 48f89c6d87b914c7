import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

/** `HUIYIN_API` names the server that a development server passes `/api` on to. */
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: { '/api': { target: loadEnv(mode, import.meta.dirname, 'HUIYIN_').HUIYIN_API || 'http://127.0.0.1:3000' } },
  },
}));
