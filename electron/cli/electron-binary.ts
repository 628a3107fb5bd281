import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const DOWNLOAD_LIMIT_MS = 180_000

/** The folder of the package that carries Electron, or null where it is not installed. */
function electronFolder(): string | null {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return null
  }
}

/** Electron's program, if it is on this computer already. */
export function findElectronBinary(): string | null {
  const folder = electronFolder()
  if (folder === null) return null
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const path = join(
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'),
    readFileSync(named, 'utf8').trim(),
  )
  return existsSync(path) ? path : null
}

/**
 * Electron's program, fetched by its own installer where it is missing: the package leaves that to its first use.
 * Null where it cannot be had, as on a network that blocks the download.
 */
export async function obtainElectronBinary(say: (words: string) => void): Promise<string | null> {
  const found = findElectronBinary()
  if (found !== null) return found
  const folder = electronFolder()
  const installer = folder === null ? null : join(folder, 'install.js')
  if (installer === null || !existsSync(installer)) return null
  say('The desktop shell (Electron) is not on this computer yet; trying to download it once.')
  await new Promise<void>((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: DOWNLOAD_LIMIT_MS })
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  return findElectronBinary()
}
