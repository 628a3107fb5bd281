import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The program's own folder, from any file in it: the nearest one up that holds a package.json. */
export function programFolder(from: string): string {
  let folder = from
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) return from
    folder = parent
  }
  return folder
}
