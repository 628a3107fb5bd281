import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { carefulDescriptionSchema } from './careful-model.ts'

/** Where the careful model lies and what it says of itself; its weights are checked when they are loaded. */
export interface CarefulModelFiles {
  readonly folder: string
  readonly version: string
  readonly hash: string
  readonly voiceThreshold: number
}

const DESCRIPTION = 'careful.json'
const FILES = [DESCRIPTION, 'careful.onnx', 'careful-vocabulary.txt']
/** Another export, for measuring; a folder without a model leaves the fast model alone. */
const ELSEWHERE = 'EMPTY_CHAIR_CAREFUL'

/** The careful model's files; null where they are not, or are not of this version: the fast model answers alone then. */
export function findCarefulModel(): CarefulModelFiles | null {
  const elsewhere = process.env[ELSEWHERE]
  const folder = elsewhere === undefined ? shippedFolder() : resolve(elsewhere)
  return folder === null ? null : findCarefulModelIn(folder)
}

/** The careful model in this folder; null where it is not whole or not of this version. */
export function findCarefulModelIn(folder: string): CarefulModelFiles | null {
  if (!isComplete(folder)) return null
  try {
    const file: unknown = JSON.parse(readFileSync(join(folder, DESCRIPTION), 'utf8'))
    const said = carefulDescriptionSchema.parse(file)
    return {
      folder,
      version: `${said.formatVersion}.${said.dataHash.slice(0, 8)}`,
      hash: said.modelHash,
      voiceThreshold: said.voiceThreshold,
    }
  } catch {
    return null
  }
}

const isComplete = (folder: string): boolean => FILES.every((name) => existsSync(join(folder, name)))

/** Upward from this file, so that it is found from the source and from a bundle; then where packaged apps keep it. */
function shippedFolder(): string | null {
  const places: string[] = []
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    places.push(join(folder, 'resources', 'model', 'careful'))
    if (dirname(folder) === folder) break
  }
  const packaged: unknown = Reflect.get(process, 'resourcesPath')
  if (typeof packaged === 'string')
    places.push(join(packaged, 'resources', 'model', 'careful'), join(packaged, 'model', 'careful'))
  return places.find(isComplete) ?? null
}
