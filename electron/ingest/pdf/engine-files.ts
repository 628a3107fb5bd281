import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** Folders of pdf.js that hold data, not code to be run by it. */
export type EngineFolder = 'cmaps' | 'standard_fonts' | 'wasm'

const engineFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Reads from the engine's own folder only, by bare name: a PDF cannot choose a path or an address. */
export async function readEngineFile(folder: EngineFolder, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readFile(join(engineFolder, folder, basename(name))))
}
