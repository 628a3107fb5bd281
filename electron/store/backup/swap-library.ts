import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { syncFile, syncFolder } from './sync-folder.ts'

/** Where a restored library is built, whole, before it takes the place of the present one. */
export const INCOMING = 'restoring'
/** The library that a restore took the place of, until the user lets it go. */
export const EARLIER = 'earlier'
const MARKER = 'swap.json'
const LIBRARY = ['library.sqlite-wal', 'library.sqlite-shm', 'library.sqlite']

const markerSchema = z.object({
  /** `out`: the present library still moves away; `in`: the incoming one takes its place; `erase`: all of it goes. */
  phase: z.enum(['out', 'in', 'erase']),
  withOriginals: z.boolean(),
})
type Marker = z.infer<typeof markerSchema>

function writeMarker(folder: string, marker: Marker): void {
  const path = join(folder, MARKER)
  const temporary = `${path}.new`
  writeFileSync(temporary, JSON.stringify(marker), { mode: 0o600 })
  syncFile(temporary)
  renameSync(temporary, path)
  syncFolder(folder)
}

function readMarker(folder: string): Marker | null {
  const path = join(folder, MARKER)
  return existsSync(path) ? markerSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
}

/** From here on the swap is carried out, by this process or at the next opening, whatever happens in between. */
export function decideSwap(folder: string, withOriginals: boolean): void {
  rmSync(join(folder, EARLIER), { recursive: true, force: true })
  syncFolder(folder)
  writeMarker(folder, { phase: 'out', withOriginals })
}

/** The same for removing the library, its originals and its backups altogether. */
export function decideErase(folder: string): void {
  writeMarker(folder, { phase: 'erase', withOriginals: true })
}

/** The earlier library comes back, and the present one becomes the earlier one. False when there is none. */
export function decideReturn(folder: string): boolean {
  const earlier = join(folder, EARLIER)
  if (!existsSync(join(earlier, 'library.sqlite'))) return false
  rmSync(join(folder, INCOMING), { recursive: true, force: true })
  renameSync(earlier, join(folder, INCOMING))
  writeMarker(folder, { phase: 'out', withOriginals: existsSync(join(folder, INCOMING, 'originals')) })
  return true
}

function moveAll(names: readonly string[], from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const name of names) if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name))
  syncFolder(to)
  syncFolder(from)
}

/**
 * Finishes a decided swap or erasure; to be called with the lock held and the library closed. Each step can be
 * repeated, so that a kill between any two of them is made good by the next call.
 */
export function finishSwap(folder: string): void {
  const marker = readMarker(folder)
  if (marker === null) {
    // Without a decision what stands there was cut off while it was being built.
    rmSync(join(folder, INCOMING), { recursive: true, force: true })
    return
  }
  const names = marker.withOriginals ? [...LIBRARY, 'originals'] : LIBRARY
  if (marker.phase === 'erase') {
    for (const name of [...names, INCOMING, EARLIER, 'backups'])
      rmSync(join(folder, name), { recursive: true, force: true })
  } else {
    if (marker.phase === 'out') {
      moveAll(names, folder, join(folder, EARLIER))
      writeMarker(folder, { ...marker, phase: 'in' })
    }
    moveAll(names, join(folder, INCOMING), folder)
    rmSync(join(folder, INCOMING), { recursive: true, force: true })
  }
  rmSync(join(folder, MARKER), { force: true })
  syncFolder(folder)
}

export function hasEarlier(folder: string): boolean {
  return existsSync(join(folder, EARLIER, 'library.sqlite'))
}

export function forgetEarlier(folder: string): void {
  rmSync(join(folder, EARLIER), { recursive: true, force: true })
}
