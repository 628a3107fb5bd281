import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { demoLibraryFolder, libraryFolder } from '../../electron/service/library-folder.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'empty-chair-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Started {
  readonly child: ChildProcess
  readonly words: string
  readonly address: string
}

function start(words: readonly string[], library: string): Promise<Started> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'electron/cli/start.ts'), '--no-open', ...words], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, EMPTY_CHAIR_LIBRARY: library },
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      said += piece
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}/.exec(said)?.[0]
      if (address !== undefined && said.includes('Ctrl+C')) done({ child, words: said, address })
    })
    child.once('close', () => fail(new Error(`It ended early: ${said}`)))
  })
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => {
    child.removeAllListeners('close')
    child.once('close', done)
  })

async function ask(address: string, name: string): Promise<unknown> {
  const { origin } = new URL(address)
  const opened = await fetch(address, { redirect: 'manual' })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const headers = { cookie, origin, 'content-type': 'application/json', 'x-empty-chair': '1' }
  const page = await fetch(`${origin}/`, { headers: { cookie } })
  expect(page.status).toBe(existsSync(join(root, 'out/renderer/index.html')) ? 200 : 404)
  return (await fetch(`${origin}/call/${name}`, { method: 'POST', headers, body: '{}' })).json()
}

describe('npm start', () => {
  test('serves the app on this computer alone and says where, where there is no desktop shell', async () => {
    const { child, words, address } = await start(['--browser'], join(folder, 'own'))
    expect(words).toContain('It can be reached from this computer only.')
    expect(await ask(address, 'app.info')).toMatchObject({
      ok: true,
      value: { host: 'browser', libraryIsEmpty: true },
    })
    const end = ended(child)
    child.kill('SIGINT')
    expect(await end).toBe(0)
  })

  const sample = join(root, 'resources/sample-board/board.json')
  test.skipIf(!existsSync(sample))('--demo opens on the sample board (needs its papers)', async () => {
    const { child, address, words } = await start(['--browser', '--demo'], join(folder, 'demo'))
    const said = /(\d+) of (\d+) papers are in the sample library/.exec(words)
    expect(Number(said?.[1])).toBeGreaterThan(12)
    expect(said?.[1]).toBe(said?.[2])
    expect(await ask(address, 'boards.list')).toMatchObject({
      ok: true,
      value: [{ target: expect.any(Number) }],
    })
    const end = ended(child)
    child.kill('SIGTERM')
    expect(await end).toBe(0)
  })
})

describe('where the library lives', () => {
  test.each([
    [{ EMPTY_CHAIR_LIBRARY: '/somewhere' }, 'linux', '/somewhere'],
    [{ XDG_DATA_HOME: '/data' }, 'linux', '/data/empty-chair/library'],
    [{ XDG_DATA_HOME: 'not/absolute' }, 'linux', '/home/a/.local/share/empty-chair/library'],
    [{}, 'linux', '/home/a/.local/share/empty-chair/library'],
    [{}, 'darwin', '/home/a/Library/Application Support/Empty Chair/library'],
    [
      { APPDATA: 'C:\\Users\\a\\AppData\\Roaming' },
      'win32',
      'C:\\Users\\a\\AppData\\Roaming\\Empty Chair\\library',
    ],
  ])('%j on %s is %s', (environment, platform, place) => {
    expect(libraryFolder(environment, platform, '/home/a')).toBe(place)
  })
  test('the sample board never shares it', () => {
    expect(demoLibraryFolder({}, process.platform, homedir())).not.toBe(
      libraryFolder({}, process.platform, homedir()),
    )
  })
})
