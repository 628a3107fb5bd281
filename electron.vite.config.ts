import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

// electron-vite 6 does not know Electron 45, so the targets are named here.
export default defineConfig({
  main: {
    build: {
      target: 'node24',
      minify: 'oxc',
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          'document-worker': resolve(root, 'electron/worker/document-worker.ts'),
          'careful-worker': resolve(root, 'electron/worker/careful-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node24',
      minify: 'oxc',
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react(), tailwindcss()],
    build: {
      target: 'chrome150',
      minify: 'oxc',
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      // One page, read from the disk: there is nothing to gain from splitting it.
      chunkSizeWarningLimit: 4000,
      rollupOptions: {
        input: resolve(root, 'renderer/index.html'),
        output: {
          // pdf.js asks for this decoder by its own name.
          assetFileNames: ({ names }) =>
            names.includes('openjpeg_nowasm_fallback.js')
              ? 'assets/[name][extname]'
              : 'assets/[name]-[hash][extname]',
        },
      },
    },
  },
})
