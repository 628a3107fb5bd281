import { lstatSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface PageFile {
  readonly path: string
  readonly type: string
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * The built page's files by the path a browser asks for ("/assets/index.js"; "/" is index.html). Read once at the
 * start, so that no request's words are ever joined into a path. Links and unknown types are left out.
 */
export function listPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>()
  const walk = (directory: string, prefix: string): void => {
    for (const entry of readdirSync(directory).toSorted()) {
      const path = join(directory, entry)
      const status = lstatSync(path)
      const type = TYPES[extname(entry).toLowerCase()]
      if (status.isDirectory()) walk(path, `${prefix}${encodeURIComponent(entry)}/`)
      else if (status.isFile() && type) files.set(`${prefix}${encodeURIComponent(entry)}`, { path, type })
    }
  }
  try {
    walk(folder, '/')
  } catch {
    return new Map()
  }
  const index = files.get('/index.html')
  if (index) files.set('/', index)
  return files
}
