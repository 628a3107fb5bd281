import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

const engineFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Reads from the engine's own folder only, by bare name: a PDF cannot choose a path or an address. */
export async function readEngineFile(folder: string, name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(engineFolder, folder, basename(name))))
}
