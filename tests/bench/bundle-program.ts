import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/**
 * Bundles the import and the reader's child as the app is shipped, into a folder inside the project, where children
 * may read. Answers with the import's script.
 */
export async function bundleProgram(): Promise<string> {
  const folder = join(root, 'out/bench')
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    ssr: { noExternal: ['zod'] },
    build: {
      ssr: true,
      target: 'node24',
      minify: 'oxc',
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: {
        input: {
          'import-whole': join(import.meta.dirname, 'import-whole.ts'),
          'document-worker': join(root, 'electron/worker/document-worker.ts'),
          'careful-worker': join(root, 'electron/worker/careful-worker.ts'),
        },
      },
    },
  })
  return join(folder, 'import-whole.js')
}
