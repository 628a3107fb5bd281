import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseFocusModel } from '../../shared/analysis/focus/focus-model.ts'
import type { FocusModel } from '../../shared/analysis/focus/focus-model.ts'
import { FocusModelError } from '../../shared/analysis/focus/focus-model-error.ts'

const MODEL = 'focus-model.json'
const VECTORS = 'word-vectors.bin'

let loaded: FocusModel | null = null

/**
 * The trained model from resources/model, read once per process.
 * Throws FocusModelError where it is missing, damaged or of another version.
 */
export function loadFocusModel(): FocusModel {
  loaded ??= readFocusModel(findModelFolder())
  return loaded
}

/** Which model labels the passages: goes with what is stored, so that results can be told apart. */
export function modelInfo(): { version: string; hash: string } {
  const { version, hash } = loadFocusModel().info
  return { version, hash }
}

/** Reads the model out of a folder. */
export function readFocusModel(folder: string): FocusModel {
  const vectors = join(folder, VECTORS)
  let json: unknown
  try {
    json = JSON.parse(readFileSync(join(folder, MODEL), 'utf8'))
  } catch (cause) {
    throw new FocusModelError('corrupt', 'The focus model cannot be read.', { cause })
  }
  return parseFocusModel(json, existsSync(vectors) ? new Uint8Array(readFileSync(vectors)) : null)
}

/** Upward from this file, so that it is found from the source and from a bundle; then where packaged apps keep it. */
function findModelFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources', 'model')
    if (existsSync(join(candidate, MODEL))) return candidate
    if (dirname(folder) === folder) break
  }
  const packaged = resourcesPath()
  if (packaged !== null)
    for (const candidate of [join(packaged, 'resources', 'model'), join(packaged, 'model')])
      if (existsSync(join(candidate, MODEL))) return candidate
  throw new FocusModelError('missing', 'The focus model is not there; run npm run train.')
}

/** Set by Electron in a packaged app only. */
function resourcesPath(): string | null {
  const path: unknown = Reflect.get(process, 'resourcesPath')
  return typeof path === 'string' ? path : null
}
