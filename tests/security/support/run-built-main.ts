import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { app, BrowserWindow, FakeContents, recording } from './fake-electron.ts'

// Run by Node with the bundle's path: loads the built main process against the fake, plays the part of Electron and of
// a hostile page, and writes down what happened.

const [bundle = '', report = ''] = process.argv.slice(2)
const fake = new URL('./fake-electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fake, shortCircuit: true } : next(specifier, context),
})

await import(pathToFileURL(bundle).href)
for (let tries = 0; tries < 100 && recording.loaded.length === 0 && recording.quits === 0; tries += 1)
  await new Promise((resolve) => setTimeout(resolve, 50))

const get = async (address: string, method = 'GET') => {
  const handler = recording.protocols.get('app')
  if (!handler) return null
  // A Request normalises its address; the handler must also stand up to one that is not.
  const answer = await handler(Object.assign(Object.create(null), { url: address, method }))
  return {
    address,
    status: answer.status,
    length: (await answer.arrayBuffer()).byteLength,
    headers: Object.fromEntries(answer.headers),
  }
}

const call = (url: string, parent: unknown, name: string) =>
  recording.handlers.get('empty-chair:call')?.({ senderFrame: { url, parent } }, name, {})

const decide = (name: string, ...before: unknown[]): unknown => {
  let answered: unknown = 'no answer'
  const handler = recording.session.get(name)
  const returned = handler
    ? Reflect.apply(handler, null, [...before, (answer: unknown) => (answered = answer)])
    : 'no handler'
  return answered === 'no answer' ? (returned ?? null) : answered
}

const prevented = (contents: FakeContents, event: string, ...given: unknown[]): boolean => {
  let stopped = false
  const [first = {}, ...rest] = given
  contents.emit(event, Object.assign({ preventDefault: () => (stopped = true) }, first), ...rest)
  return stopped
}

const [window] = BrowserWindow.getAllWindows()
const contents = window?.webContents ?? new FakeContents()
const download = (url: string): boolean => {
  let stopped = false
  const handler = recording.session.get('will-download')
  if (handler)
    Reflect.apply(handler, null, [{ preventDefault: () => (stopped = true) }, { getURL: () => url }])
  return stopped
}
let titleKept = false
window?.emit('page-title-updated', { preventDefault: () => (titleKept = true) })

const requests = [
  'app://empty-chair/',
  'blob:app://empty-chair/1',
  'https://example.org/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'devtools://devtools/x',
]
const result = {
  switches: recording.switches,
  windows: recording.windows,
  loaded: recording.loaded,
  schemes: recording.schemes,
  menu: recording.menus[0] ?? null,
  errorBoxes: recording.errorBoxes,
  quits: recording.quits,
  channels: [...recording.handlers.keys()],
  protocols: [...recording.protocols.keys()],
  pages: await Promise.all([
    get('app://empty-chair/'),
    get('app://empty-chair/index.html'),
    get('app://empty-chair/../../package.json'),
    get('app://empty-chair/%2e%2e/%2e%2e/package.json'),
    get('app://empty-chair/..%2f..%2fpackage.json'),
    get('app://elsewhere/index.html'),
    get('app://empty-chair/index.html', 'POST'),
  ]),
  answers: {
    ours: await call('app://empty-chair/', null, 'boards.list'),
    frame: await call('app://empty-chair/', {}, 'boards.list'),
    foreign: await call('https://attacker.example/', null, 'boards.list'),
    unknown: await call('app://empty-chair/', null, 'no.such'),
  },
  permissions: {
    request: decide('permissionRequest', {}, 'notifications'),
    check: decide('permissionCheck'),
    device: decide('devicePermission'),
    bluetooth: decide('bluetoothPairing', {}),
    display: decide('displayMedia', {}),
  },
  requests: requests.map((url) => [url, decide('beforeRequest', { url })]),
  downloads: { blob: download('blob:app://empty-chair/1'), https: download('https://example.org/x.exe') },
  sessionCalls: recording.sessionCalls,
  stays: {
    navigate: prevented(contents, 'will-navigate', { url: 'https://example.org/' }),
    navigateHome: prevented(contents, 'will-navigate', { url: 'app://empty-chair/' }),
    redirect: prevented(contents, 'will-redirect', { url: 'https://example.org/' }),
    frame: prevented(contents, 'will-frame-navigate', { url: 'https://example.org/' }),
    webview: prevented(contents, 'will-attach-webview'),
    title: titleKept,
    windowOpen: contents.windowOpen?.({ url: 'https://example.org/' }) ?? null,
    webRtc: contents.webRtc,
  },
  forbidden: recording.forbidden,
  quit: await quit(),
}
writeFileSync(report, JSON.stringify(result))
process.exit(0)

/** Asks the app to end, and waits until it has closed its library and asks for the end itself. */
async function quit(): Promise<{ prevented: boolean; quits: number }> {
  let stopped = false
  const before = recording.quits
  app.emit('will-quit', { preventDefault: () => (stopped = true) })
  for (let tries = 0; tries < 100 && recording.quits === before; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
  return { prevented: stopped, quits: recording.quits - before }
}
