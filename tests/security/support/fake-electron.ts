import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

// Stands in for `electron` under Node: does nothing, and remembers everything it is asked.

export interface Recording {
  readonly switches: [string, string | null][]
  readonly windows: Record<string, unknown>[]
  readonly loaded: string[]
  readonly schemes: unknown[]
  readonly menus: unknown[]
  /** Uses of parts of Electron that the app must not touch. */
  readonly forbidden: string[]
  readonly handlers: Map<string, (...given: unknown[]) => unknown>
  readonly protocols: Map<string, (request: Request) => Promise<Response>>
  readonly session: Map<string, (...given: never[]) => unknown>
  readonly sessionCalls: [string, unknown[]][]
  readonly errorBoxes: [string, string][]
  quits: number
}

export const recording: Recording = {
  switches: [],
  windows: [],
  loaded: [],
  schemes: [],
  menus: [],
  forbidden: [],
  handlers: new Map(),
  protocols: new Map(),
  session: new Map(),
  sessionCalls: [],
  errorBoxes: [],
  quits: 0,
}

const folder = process.env['FAKE_ELECTRON_FOLDER'] ?? ''

class FakeApp extends EventEmitter {
  readonly isPackaged = process.env['FAKE_ELECTRON_PACKAGED'] !== 'no'
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => recording.switches.push([name, value ?? null]),
  }
  requestSingleInstanceLock(): boolean {
    return process.env['FAKE_ELECTRON_SECOND'] === undefined
  }
  whenReady(): Promise<void> {
    return Promise.resolve()
  }
  getPath(name: string): string {
    const path = join(folder, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  quit(): void {
    recording.quits += 1
  }
  showAboutPanel(): void {}
}
export const app = new FakeApp()

export class FakeContents extends EventEmitter {
  readonly sent: unknown[][] = []
  windowOpen: ((details: { url: string }) => unknown) | null = null
  webRtc = ''
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.windowOpen = handler
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtc = policy
  }
  isDestroyed(): boolean {
    return false
  }
  send(...values: unknown[]): void {
    this.sent.push(values)
  }
}

const windows: BrowserWindow[] = []
export class BrowserWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  constructor(options: Record<string, unknown>) {
    super()
    recording.windows.push(options)
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  static getAllWindows(): BrowserWindow[] {
    return windows
  }
  loadURL(address: string): Promise<void> {
    recording.loaded.push(address)
    return Promise.resolve()
  }
  show(): void {}
  focus(): void {}
  isMinimized(): boolean {
    return false
  }
}

export const dialog = {
  showErrorBox: (title: string, words: string) => recording.errorBoxes.push([title, words]),
}
export const ipcMain = {
  handle: (channel: string, handler: (...given: unknown[]) => unknown) =>
    recording.handlers.set(channel, handler),
  removeHandler: (channel: string) => recording.handlers.delete(channel),
  on: (channel: string) => recording.forbidden.push(`ipcMain.on ${channel}`),
}
export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => recording.menus.push(menu),
}
export const nativeTheme = { themeSource: '', shouldUseDarkColors: false }
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown[]) => recording.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>) =>
    recording.protocols.set(scheme, handler),
}

const keep = (name: string) => (handler: (...given: never[]) => unknown) => {
  recording.session.set(name, handler)
}
const note =
  (name: string) =>
  (...given: unknown[]) => {
    recording.sessionCalls.push([name, given])
  }
export const session = {
  defaultSession: {
    setPermissionRequestHandler: keep('permissionRequest'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('devicePermission'),
    setUSBProtectedClassesHandler: keep('usbProtectedClasses'),
    setBluetoothPairingHandler: keep('bluetoothPairing'),
    setDisplayMediaRequestHandler: keep('displayMedia'),
    setSpellCheckerEnabled: note('setSpellCheckerEnabled'),
    setSpellCheckerLanguages: note('setSpellCheckerLanguages'),
    webRequest: { onBeforeRequest: keep('beforeRequest') },
    on: (name: string, handler: (...given: never[]) => unknown) => recording.session.set(name, handler),
  },
}
export const utilityProcess = { fork: (entry: string) => recording.forbidden.push(`fork at start: ${entry}`) }

/** Parts that reach the network, other programs or crash servers: touching one is remembered. */
const forbidden = (name: string): unknown =>
  new Proxy(
    {},
    {
      get: (_target, key) => {
        recording.forbidden.push(`${name}.${String(key)}`)
        return () => undefined
      },
    },
  )
export const autoUpdater = forbidden('autoUpdater')
export const crashReporter = forbidden('crashReporter')
export const shell = forbidden('shell')
export const net = forbidden('net')
export const desktopCapturer = forbidden('desktopCapturer')
export const clipboard = forbidden('clipboard')
export const safeStorage = forbidden('safeStorage')
export const webContents = forbidden('webContents')
