import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { projectRoot } from './support/built-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'empty-chair-offline-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Ways to the network, by module and by name. */
const MODULES =
  /(?:from|import|import\(|require\()\s*['"](?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|inspector)['"]/g
const NAMES =
  /\b(?:fetch\(|XMLHttpRequest\b|new WebSocket\b|new EventSource\b|sendBeacon\b|RTCPeerConnection\b|importScripts\(|new WebTransport\b)/g

/** Who may, and why. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  // The browser host: listens on 127.0.0.1, asks nobody.
  'electron/loopback/server.ts': ["from 'node:http'"],
  'electron/loopback/guard.ts': ["from 'node:http'"],
  'electron/loopback/event-stream.ts': ["from 'node:http'"],
  // pdf.js asks for its fonts by methods of this name; ours read them from the program's own folder, and in the page
  // from the core.
  'electron/ingest/pdf/pdf-engine.ts': ['fetch('],
  'renderer/original/pdf-drawing.ts': ['fetch('],
  // The page on the browser host, held to its own origin by connect-src 'self'.
  'renderer/host/loopback-bridge.ts': ['fetch(', 'new EventSource'],
}

function sources(): string[] {
  return ['electron', 'shared', 'renderer'].flatMap((part) =>
    readdirSync(join(projectRoot, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:tsx?|html|css|svg)$/.test(entry.name))
      .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).split(sep).join('/')),
  )
}

describe('nothing is asked of any network', () => {
  test('no source names a way out but those listed', () => {
    const found = sources().flatMap((file) => {
      const code = readFileSync(join(projectRoot, file), 'utf8').replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
      const uses = [...code.matchAll(MODULES), ...code.matchAll(NAMES)].map(([use]) => use)
      return uses.filter((use) => !ALLOWED[file]?.includes(use)).map((use) => `${file}: ${use}`)
    })
    expect(found).toEqual([])
  })

  test('the list holds nothing that is not needed', () => {
    const stale = Object.entries(ALLOWED).flatMap(([file, uses]) => {
      const code = existsSync(join(projectRoot, file)) ? readFileSync(join(projectRoot, file), 'utf8') : ''
      return uses.filter((use) => !code.includes(use)).map((use) => `${file}: ${use}`)
    })
    expect(stale).toEqual([])
  })

  test('no page, style or picture points outside', () => {
    const outside = /(?:src|href|url\()\s*=?\s*['"(]?\s*(?:https?:)?\/\/[a-z0-9]/gi
    const found = sources()
      .filter((file) => file.startsWith('renderer/'))
      .filter((file) => outside.test(readFileSync(join(projectRoot, file), 'utf8')))
    expect(found).toEqual([])
  })
})

const canUnshare = spawnSync('unshare', ['-rn', 'true']).status === 0

describe('with every network taken away', () => {
  test.skipIf(!canUnshare)('a document is analysed all the same (needs unshare -n)', () => {
    const file = join(folder, 'minutes.md')
    writeFileSync(
      file,
      '# Larkmoor Water: Board minutes\n\nDate: 4 March 2025\n\n## 1. Customer survey\n\nMembers told us they wait too long for an answer.\n\n## 2. Budget\n\nThe board approved the budget of £40,000.\n',
    )
    const analyse = (before: readonly string[]): unknown => {
      const [command = '', ...given] = [
        ...before,
        process.execPath,
        join(projectRoot, 'electron/cli/main.ts'),
        'analyse',
        file,
        '--json',
      ]
      return JSON.parse(execFileSync(command, given, { cwd: projectRoot, encoding: 'utf8', timeout: 60_000 }))
    }
    const offline = analyse(['unshare', '-rn'])
    expect(offline).toMatchObject({
      result: expect.stringMatching(/^imported/),
      meeting: { date: '2025-03-04' },
    })
    expect(offline).toEqual(analyse([]))
  })

  const canTrace = canUnshare && spawnSync('strace', ['-V']).status === 0
  test.skipIf(!canTrace)('no socket of the internet is ever made (needs strace)', () => {
    const file = join(folder, 'plain.txt')
    writeFileSync(file, 'Minutes of the board, 4 March 2025\n\n1. Welcome\nThe chair welcomed all.\n')
    const trace = join(folder, 'trace')
    execFileSync(
      'strace',
      [
        '-f',
        '-e',
        'trace=%network',
        '-o',
        trace,
        process.execPath,
        join(projectRoot, 'electron/cli/main.ts'),
        'analyse',
        file,
        '--json',
      ],
      { cwd: projectRoot, stdio: 'ignore', timeout: 90_000 },
    )
    expect(readFileSync(trace, 'utf8')).not.toMatch(/AF_INET/)
  })
})
