import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const root = resolve(import.meta.dirname, '../..')
const lockfile = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        optionalDependencies: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))

/** Versions below these, or inside the range, have holes that documents can reach. */
const floors: Readonly<Record<string, (version: readonly number[]) => boolean>> = {
  'pdfjs-dist': (v) => compare(v, [5, 6, 83]) < 0 || compare(v, [6, 2, 107]) > 0,
  // 13.2.0 carries SQLite 3.54.1; the floor for SQLite itself is 3.51.3.
  'better-sqlite3': (v) => compare(v, [13, 2, 0]) >= 0,
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < 3; i += 1) if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) - (b[i] ?? 0)
  return 0
}

const installed = (name: string) =>
  Object.entries(lockfile.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, entry]) => (entry.version ?? '').split('.').map(Number))

describe('project', () => {
  test.each(Object.entries(floors))('%s stays clear of versions with known holes', (name, isSafe) => {
    expect(installed(name).filter((version) => !isSafe(version))).toEqual([])
  })

  test('the packages that read documents and keep the library are there to be checked', () => {
    for (const name of ['pdfjs-dist', 'better-sqlite3']) expect(installed(name)).not.toEqual([])
  })

  test('the lockfile holds every platform’s optional packages, without which npm ci refuses it', () => {
    const wanted = Object.values(lockfile.packages).flatMap((entry) =>
      Object.keys(entry.optionalDependencies ?? {}),
    )
    expect(wanted.filter((name) => installed(name).length === 0)).toEqual([])
  })

  test('the lockfile names no registry', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved":\s*"https?:/)
  })

  test('direct dependencies are pinned exactly', () => {
    const versions = z.record(z.string(), z.string())
    const manifest = z
      .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
    const loose = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies]
      .flatMap((group) => Object.entries(group))
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-\S+)?$/.test(version))
    expect(loose).toEqual([])
  })

  test('the top level is the card', () => {
    const allowed = [
      'LICENSE',
      'README.md',
      'docs',
      'electron',
      'electron.vite.config.ts',
      'node_modules',
      'out',
      'package-lock.json',
      'package.json',
      'renderer',
      'resources',
      'shared',
      'tests',
      'tsconfig.base.json',
      'tsconfig.json',
      'tsconfig.node.json',
      'tsconfig.shared.json',
      'tsconfig.web.json',
    ]
    const found = readdirSync(root).filter((name) => !name.startsWith('.') && !allowed.includes(name))
    expect(found).toEqual([])
  })
})
