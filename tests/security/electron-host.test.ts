import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { builtMain, projectRoot } from './support/built-app.ts'

// The real bundle of the desktop's main process, run under Node against a fake `electron` that remembers what it is
// asked: Electron's security checklist, read off what the app did and not off what it says.

const page = z.object({
  address: z.string(),
  status: z.number(),
  length: z.number(),
  headers: z.record(z.string(), z.string()),
})
const reply = z.looseObject({ ok: z.boolean(), failure: z.object({ code: z.string() }).optional() })
const menuItem = z.looseObject({
  label: z.string().optional(),
  role: z.string().optional(),
  type: z.string().optional(),
})
const reportSchema = z.object({
  switches: z.array(z.tuple([z.string(), z.string().nullable()])),
  windows: z.array(z.looseObject({ title: z.string(), webPreferences: z.record(z.string(), z.unknown()) })),
  loaded: z.array(z.string()),
  schemes: z.array(z.looseObject({ scheme: z.string(), privileges: z.record(z.string(), z.boolean()) })),
  menu: z.array(z.looseObject({ label: z.string(), submenu: z.array(menuItem) })).nullable(),
  errorBoxes: z.array(z.tuple([z.string(), z.string()])),
  quits: z.number(),
  channels: z.array(z.string()),
  protocols: z.array(z.string()),
  pages: z.array(page.nullable()),
  answers: z.object({
    ours: reply.optional(),
    frame: reply.optional(),
    foreign: reply.optional(),
    unknown: reply.optional(),
  }),
  permissions: z.record(z.string(), z.unknown()),
  requests: z.array(z.tuple([z.string(), z.unknown()])),
  downloads: z.object({ blob: z.boolean(), https: z.boolean() }),
  sessionCalls: z.array(z.tuple([z.string(), z.array(z.unknown())])),
  stays: z.record(z.string(), z.unknown()),
  forbidden: z.array(z.string()),
  quit: z.object({ prevented: z.boolean(), quits: z.number() }),
})
type Report = z.infer<typeof reportSchema>

const folder = mkdtempSync(join(tmpdir(), 'empty-chair-electron-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(name: string, environment: Record<string, string> = {}): Report {
  const report = join(folder, `${name}.json`)
  execFileSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'support/run-built-main.ts'),
      builtMain(),
      report,
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 60_000,
      env: {
        ...process.env,
        FAKE_ELECTRON_FOLDER: join(folder, name),
        EMPTY_CHAIR_LIBRARY: join(folder, 'library'),
        ...environment,
      },
    },
  )
  return reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')))
}

describe('the built desktop app', () => {
  let report: Report
  beforeAll(() => {
    // A packaged app takes its page from nowhere else, whatever its environment says.
    report = run('packaged', { ELECTRON_RENDERER_URL: 'http://localhost:5173' })
  }, 120_000)

  test('opens one window on its own page, isolated and sandboxed', () => {
    expect(report.loaded).toEqual(['app://empty-chair/'])
    expect(report.windows).toHaveLength(1)
    expect(report.windows[0]?.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    })
    expect(String(report.windows[0]?.webPreferences['preload'])).toMatch(/out[\\/]preload[\\/]index\.cjs$/)
    expect(report.windows[0]?.webPreferences).not.toHaveProperty('enableRemoteModule')
    expect(report.windows[0]?.webPreferences).not.toHaveProperty('enableBlinkFeatures')
  })

  test('keeps its title whatever the page says', () => {
    expect(report.windows[0]?.title).toBe('Empty Chair')
    expect(report.stays['title']).toBe(true)
  })

  test('serves its page by app:// alone, by name, with a policy that lets nothing out', () => {
    expect(report.protocols).toEqual(['app'])
    expect(report.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }])
    expect(report.schemes[0]?.privileges).not.toHaveProperty('bypassCSP')
    const [home, index, ...others] = report.pages
    expect(home?.status).toBe(200)
    expect(index?.status).toBe(200)
    expect(home?.headers['content-security-policy']?.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "connect-src 'none'",
        "script-src 'self'",
        "require-trusted-types-for 'script'",
      ]),
    )
    expect(home?.headers['content-security-policy']).not.toContain('unsafe')
    expect(others.map((answer) => answer?.status)).toEqual([404, 404, 404, 403, 405])
    expect(others.every((answer) => answer?.length === 0)).toBe(true)
  })

  test('answers one channel, and only its own page', () => {
    expect(report.channels).toEqual(['empty-chair:call'])
    expect(report.answers.ours).toMatchObject({ ok: true })
    expect(report.answers.frame).toMatchObject({ ok: false, failure: { code: 'not-allowed' } })
    expect(report.answers.foreign).toMatchObject({ ok: false, failure: { code: 'not-allowed' } })
    expect(report.answers.unknown).toMatchObject({ ok: false, failure: { code: 'bad-request' } })
  })

  test('denies every permission and device', () => {
    expect(report.permissions).toEqual({
      request: false,
      check: false,
      device: false,
      bluetooth: { confirmed: false },
      display: {},
    })
  })

  test('lets no request leave the machine and no download in', () => {
    expect(report.requests).toEqual([
      ['app://empty-chair/', { cancel: false }],
      ['blob:app://empty-chair/1', { cancel: false }],
      ['https://example.org/', { cancel: true }],
      ['http://127.0.0.1/', { cancel: true }],
      ['file:///etc/passwd', { cancel: true }],
      ['devtools://devtools/x', { cancel: true }],
    ])
    expect(report.downloads).toEqual({ blob: false, https: true })
  })

  test('stays on its page: no navigation, window or webview', () => {
    expect(report.stays).toMatchObject({
      navigate: true,
      navigateHome: false,
      redirect: true,
      frame: true,
      webview: true,
      windowOpen: { action: 'deny' },
      webRtc: 'disable_non_proxied_udp',
    })
  })

  test('switches off what Chromium would ask the network', () => {
    const names = report.switches.map(([name]) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-component-update',
        'disable-domain-reliability',
        'disable-breakpad',
        'disable-http-cache',
        'dns-prefetch-disable',
        'no-pings',
      ]),
    )
    expect(report.switches).toContainEqual(['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'])
    expect(report.switches).toContainEqual(['host-resolver-rules', 'MAP * ~NOTFOUND , EXCLUDE localhost'])
    const harmful = [
      'no-sandbox',
      'disable-web-security',
      'remote-debugging-port',
      'ignore-certificate-errors',
    ]
    expect(names.filter((name) => harmful.includes(name))).toEqual([])
  })

  test('never touches the updater, the crash reporter, the network or other programs', () => {
    expect(report.forbidden).toEqual([])
    expect(report.sessionCalls).toEqual([
      ['setSpellCheckerEnabled', [false]],
      ['setSpellCheckerLanguages', [[]]],
    ])
  })

  test('has a menu in plain words, without developer tools', () => {
    const labels = report.menu?.map((menu) => menu.label)
    expect(labels).toEqual(expect.arrayContaining(['File', 'Edit', 'View', 'Window']))
    const items = report.menu?.flatMap((menu) => menu.submenu) ?? []
    expect(items.filter((item) => item.type !== 'separator' && item.label === undefined)).toEqual([])
    expect(items.map((item) => item.label)).toEqual(
      expect.arrayContaining(['Undo last change', 'Redo last change', 'Copy', 'Paste', 'About Empty Chair']),
    )
    expect(items.map((item) => item.role)).not.toContain('toggleDevTools')
    expect(items.map((item) => item.role)).not.toContain('reload')
  })

  test('closes its library before it ends', () => {
    expect(report.quit).toEqual({ prevented: true, quits: 1 })
  })

  test('keeps its folders to this user', () => {
    if (process.platform === 'win32') return
    expect(statSync(join(folder, 'library')).mode & 0o077).toBe(0)
    for (const name of readdirSync(join(folder, 'library'))) {
      const { mode } = statSync(join(folder, 'library', name))
      expect([name, mode & 0o077]).toEqual([name, 0])
    }
  })

  test('a second copy of it ends at once and opens nothing', () => {
    const second = run('second', { FAKE_ELECTRON_SECOND: 'yes' })
    expect(second.quits).toBe(1)
    expect(second.windows).toEqual([])
    expect(second.channels).toEqual([])
  })

  test('while it is being made it opens the development server, if that is on this computer', () => {
    const environment = { FAKE_ELECTRON_PACKAGED: 'no', EMPTY_CHAIR_LIBRARY: join(folder, 'making') }
    const local = run('making', { ...environment, ELECTRON_RENDERER_URL: 'http://localhost:5173' })
    expect(local.loaded).toEqual(['http://localhost:5173/'])
    expect(local.requests).toContainEqual(['https://example.org/', { cancel: true }])
    const foreign = run('foreign', { ...environment, ELECTRON_RENDERER_URL: 'http://attacker.example/' })
    expect(foreign.loaded).toEqual(['app://empty-chair/'])
  })

  test('a library that cannot be opened is said in plain words', () => {
    const damaged = run('damaged', { EMPTY_CHAIR_LIBRARY: join(projectRoot, 'package.json') })
    expect(damaged.windows).toEqual([])
    expect(damaged.errorBoxes).toHaveLength(1)
    expect(damaged.quits).toBe(1)
  })
})

describe('the built preload', () => {
  test('gives the page two functions and nothing else', () => {
    const code = readFileSync(join(projectRoot, 'out/preload/index.cjs'), 'utf8')
    const exposed: Record<string, unknown> = {}
    const sent: unknown[][] = []
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, value: unknown) => {
          exposed[name] = value
        },
      },
      ipcRenderer: {
        invoke: (...given: unknown[]) => sent.push(given),
        on: () => undefined,
        off: () => undefined,
      },
    }
    const asked: string[] = []
    const load = new Function('require', 'module', 'exports', code)
    load(
      (name: string) => {
        asked.push(name)
        return electron
      },
      { exports: {} },
      {},
    )
    expect(asked).toEqual(['electron'])
    expect(Object.keys(exposed)).toEqual(['emptyChair'])
    const bridge = z
      .object({ call: z.function(), subscribe: z.function() })
      .strict()
      .parse(exposed['emptyChair'])
    Reflect.apply(bridge.call, null, ['boards.list', {}])
    expect(sent).toEqual([['empty-chair:call', 'boards.list', {}]])
  })
})
