import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const projectRoot = resolve(import.meta.dirname, '../../..')
const bundle = join(projectRoot, 'out/main/index.js')

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
}

/** The built main process; built here when it is missing or older than its sources. */
export function builtMain(): string {
  const sources = ['electron', 'shared'].map((folder) => newest(join(projectRoot, folder)))
  const fresh = existsSync(bundle) && statSync(bundle).mtimeMs >= Math.max(...sources)
  if (!fresh) execFileSync('npm', ['run', '-s', 'build'], { cwd: projectRoot, stdio: 'ignore' })
  return bundle
}
