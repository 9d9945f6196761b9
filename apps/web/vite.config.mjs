import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { outDir: '../../dist/apps/web', emptyOutDir: true, target: 'es2020', manifest: true, chunkSizeWarningLimit: 750 },
});
