import { BrowserWindow, nativeTheme } from 'electron'
import { pageAddress } from './page-origin.ts'

export interface WindowOptions {
  readonly preload: string
  readonly devtools: boolean
}

const PAPER = '#fbfaf8'
const NIGHT = '#16181b'

/** Opens the app's window. Its title never changes, since window lists and crash reports keep titles. */
export function openWindow({ preload, devtools }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Empty Chair',
    width: 1280,
    height: 860,
    minWidth: 720,
    minHeight: 560,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? NIGHT : PAPER,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableWebSQL: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: devtools,
    },
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  window.once('ready-to-show', () => window.show())
  void window.loadURL(pageAddress())
  return window
}
