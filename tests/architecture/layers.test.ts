import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

interface Layer {
  readonly folder: string
  /** Folders of the project it may import from, besides itself. */
  readonly mayImport: readonly string[]
  /** Packages and Node's own modules it may name; `node:` allows every Node module, `*` everything. */
  readonly packages: readonly string[]
}

// From the bottom up; the order and the reasons are in docs/architecture.md.
const layers: readonly Layer[] = [
  { folder: 'shared/model', mayImport: [], packages: ['zod'] },
  { folder: 'shared/contract', mayImport: ['shared/model'], packages: ['zod'] },
  { folder: 'shared/analysis', mayImport: ['shared/model'], packages: ['zod', 'natural'] },
  {
    folder: 'electron/ingest',
    mayImport: ['shared/model'],
    packages: [
      'node:',
      'zod',
      'pdf-parse',
      'pdfjs-dist',
      'yauzl',
      'saxes',
      'tesseract.js-core',
      'postal-mime',
      'csv-parse',
    ],
  },
  {
    folder: 'electron/store',
    mayImport: ['shared/model', 'shared/analysis', 'shared/contract'],
    packages: ['node:', 'zod', 'better-sqlite3'],
  },
  {
    folder: 'electron/worker',
    mayImport: ['electron/ingest', 'shared/analysis', 'shared/model'],
    packages: ['node:', 'zod', 'onnxruntime-node'],
  },
  {
    folder: 'electron/service',
    mayImport: [
      'electron/worker',
      'electron/store',
      'electron/ingest',
      'shared/analysis',
      'shared/contract',
      'shared/model',
    ],
    packages: ['node:', 'zod', 'docx', 'pdfkit'],
  },
  {
    folder: 'electron/preload',
    mayImport: ['shared/contract', 'shared/model'],
    packages: ['electron', 'zod'],
  },
  {
    folder: 'electron/loopback',
    mayImport: ['electron/service', 'shared/contract', 'shared/model'],
    packages: ['node:', 'zod'],
  },
  {
    folder: 'electron/main',
    mayImport: ['electron/service', 'electron/store', 'electron/worker', 'shared/contract', 'shared/model'],
    packages: ['node:', 'zod', 'electron'],
  },
  {
    folder: 'electron/cli',
    mayImport: [
      'electron/loopback',
      'electron/service',
      'electron/store',
      'electron/worker',
      'shared/analysis',
      'shared/contract',
      'shared/model',
    ],
    packages: ['node:', 'zod', 'electron'],
  },
  { folder: 'renderer', mayImport: ['shared/contract', 'shared/model'], packages: ['*'] },
]

/** Packages that only these files may name, so that each can be replaced in one place. */
const onePlace: Readonly<Record<string, RegExp>> = {
  electron: /^electron\/(main|preload)\/|^electron\/cli\/electron-binary\.ts$/,
  'better-sqlite3': /^electron\/store\/driver\.ts$/,
  natural: /^shared\/analysis\/focus\/tokenize\.ts$|^resources\/model\/baselines\.ts$/,
  'pdf-parse': /^electron\/ingest\//,
  // One file on each side: what reads in the child, and what draws on the page.
  'pdfjs-dist': /^electron\/ingest\/|^renderer\/original\/pdf-drawing\.ts$/,
  yauzl: /^electron\/ingest\//,
  saxes: /^electron\/ingest\//,
  'tesseract.js-core': /^electron\/ingest\/recognise\/text-engine\.ts$/,
  'postal-mime': /^electron\/ingest\//,
  'csv-parse': /^electron\/ingest\//,
  'onnxruntime-node': /^electron\/worker\/careful-model\.ts$/,
  docx: /^electron\/service\/writing\/docx-engine\.ts$/,
  pdfkit: /^electron\/service\/writing\/pdfkit-engine\.ts$/,
}
const namedByOneFileOnly = [
  'better-sqlite3',
  'natural',
  'pdf-parse',
  'pdfjs-dist',
  'yauzl',
  'saxes',
  'docx',
  'pdfkit',
  'tesseract.js-core',
  'postal-mime',
  'csv-parse',
  'onnxruntime-node',
]

const neverInRenderer = /^(node:|electron$|better-sqlite3|natural|pdf-parse)/

function sourceFiles(folder: string): string[] {
  const absolute = join(root, folder)
  if (!existsSync(absolute)) return []
  return readdirSync(absolute).flatMap((name) => {
    const path = join(absolute, name)
    if (statSync(path).isDirectory()) return sourceFiles(relative(root, path))
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [relative(root, path).split(sep).join('/')] : []
  })
}

/** Every module a file names: static, re-exported, dynamic and required. */
function importsOf(text: string): string[] {
  const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const forms = [
    /\bfrom\s+['"]([^'"\n]+)['"]/g,
    /\bimport\s+['"]([^'"\n]+)['"]/g,
    /\bimport\(\s*['"]([^'"\n]+)['"]/g,
    /\brequire(?:\.resolve)?\(\s*['"]([^'"\n]+)['"]/g,
  ]
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''))
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

function breaches(file: string, text: string): string[] {
  const layer = layers.find((l) => file.startsWith(`${l.folder}/`))
  if (!layer) return [`${file} stands in no layer`]
  return importsOf(text).flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      const target = relative(root, resolve(root, dirname(file), specifier))
        .split(sep)
        .join('/')
      const inside = target.startsWith(`${layer.folder}/`)
      const below = layer.mayImport.some((folder) => target.startsWith(`${folder}/`))
      return inside || below
        ? []
        : [
            `${file} imports ${target}: ${layer.folder} may import only ${layer.mayImport.join(', ') || 'itself'}`,
          ]
    }
    const name = packageName(specifier)
    if (layer.folder === 'renderer' && neverInRenderer.test(name))
      return [`${file} names ${name}: the page has no Node`]
    const allowed =
      layer.packages.includes('*') ||
      layer.packages.includes(name) ||
      (name.startsWith('node:') && layer.packages.includes('node:'))
    if (!allowed) return [`${file} names ${name}: ${layer.folder} may name only ${layer.packages.join(', ')}`]
    const place = onePlace[name]
    return place && !place.test(file) ? [`${file} names ${name}: only ${place.source} may`] : []
  })
}

const files = layers.flatMap((layer) => sourceFiles(layer.folder))

describe('layers', () => {
  test('imports go down the list only', () => {
    const found = files.flatMap((file) => breaches(file, readFileSync(join(root, file), 'utf8')))
    expect(found).toEqual([])
  })

  test('each heavy package is named in one file', () => {
    const named = new Map<string, Set<string>>()
    for (const file of files) {
      for (const specifier of importsOf(readFileSync(join(root, file), 'utf8'))) {
        const name = packageName(specifier)
        if (namedByOneFileOnly.includes(name)) {
          const side = file.startsWith('renderer/') ? `${name} in the page` : name
          named.set(side, (named.get(side) ?? new Set()).add(file))
        }
      }
    }
    const several = [...named].filter(([, where]) => where.size > 1).map(([name, where]) => [name, ...where])
    expect(several).toEqual([])
  })

  test('the layer test itself finds a breach', () => {
    expect(breaches('shared/model/x.ts', `import { y } from '../analysis/y.ts'`)).toHaveLength(1)
    expect(breaches('shared/analysis/x.ts', `import { readFileSync } from 'node:fs'`)).toHaveLength(1)
    expect(breaches('renderer/x.tsx', `import { call } from '../electron/service/call.ts'`)).toHaveLength(1)
    expect(breaches('renderer/x.tsx', `const fs = await import('node:fs')`)).toHaveLength(1)
    expect(breaches('electron/service/x.ts', `import { app } from 'electron'`)).toHaveLength(1)
    expect(breaches('electron/store/x.ts', `import Database from 'better-sqlite3'`)).toHaveLength(1)
    expect(breaches('shared/contract/x.ts', `import { z } from 'zod'`)).toEqual([])
  })

  test('the core never reads a clock or chance', () => {
    const pure = files.filter((file) => file.startsWith('shared/'))
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bperformance\.now\(/
    const found = pure.filter((file) => impure.test(readFileSync(join(root, file), 'utf8')))
    expect(found).toEqual([])
  })
})
