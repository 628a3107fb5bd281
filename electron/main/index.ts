import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, session } from 'electron'
import { ERROR_WORDS, ServiceError } from '../../shared/contract/errors.ts'
import { libraryFolder } from '../service/library-folder.ts'
import { createLineLog, describeError } from '../service/log.ts'
import type { Log } from '../service/log.ts'
import { openService } from '../service/open-service.ts'
import type { Service } from '../service/service.ts'
import { applicationMenu } from './application-menu.ts'
import { applyCommandLineSwitches } from './command-line-switches.ts'
import { guardContents } from './guard-contents.ts'
import { guardSession } from './guard-session.ts'
import { startIpcHost } from './ipc-host.ts'
import { openLineFile } from './line-file.ts'
import { openWindow } from './open-window.ts'
import { PAGE_SCHEME, useDevelopmentServer } from './page-origin.ts'
import { createPageHandler } from './serve-page.ts'
import { utilityWorkerSpawner } from './spawn-utility-worker.ts'

const here = import.meta.dirname
const devtools = !app.isPackaged

applyCommandLineSwitches(app)
useDevelopmentServer(process.env['ELECTRON_RENDERER_URL'], app.isPackaged)
protocol.registerSchemesAsPrivileged([
  {
    scheme: PAGE_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: false },
  },
])

const open = (): void => {
  openWindow({ preload: join(here, '../preload/index.cjs'), devtools })
}

if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  let service: Service | null = null
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('activate', () => {
    if (service && BrowserWindow.getAllWindows().length === 0) open()
  })

  let closed = false
  app.on('will-quit', (event) => {
    if (closed || !service) return
    // The library is closed before the process ends; quitting then goes on.
    event.preventDefault()
    const quit = (): void => {
      closed = true
      app.quit()
    }
    service.close().then(quit, quit)
  })

  await app.whenReady()
  const log = createLineLog(openLineFile(join(app.getPath('userData'), 'empty-chair.log')), () => new Date())
  nativeTheme.themeSource = 'system'
  guardSession(session.defaultSession, { devtools })
  protocol.handle(PAGE_SCHEME, createPageHandler(join(here, '../renderer')))
  service = openLibrary(log)
  if (!service) return
  const { call } = service
  startIpcHost({
    ipcMain,
    service,
    pages: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      applicationMenu(
        {
          undo: () => void call('history.undo', {}),
          redo: () => void call('history.redo', {}),
          about: () => app.showAboutPanel(),
        },
        { mac: process.platform === 'darwin', devtools },
      ),
    ),
  )
  open()
}

/** The same library as on the command line and in the browser; says why when it cannot be opened. */
function openLibrary(log: Log): Service | null {
  try {
    return openService({
      folder: libraryFolder(process.env, process.platform, app.getPath('home')),
      host: 'desktop',
      log,
      clock: () => new Date(),
      spawnWorker: utilityWorkerSpawner(join(here, 'document-worker.js')),
      spawnCareful: utilityWorkerSpawner(join(here, 'careful-worker.js')),
    })
  } catch (error) {
    log({ level: 'error', event: 'library-not-opened', ...describeError(error) })
    const code = error instanceof ServiceError ? error.code : 'internal'
    dialog.showErrorBox('Empty Chair cannot open its library', ERROR_WORDS[code])
    app.quit()
    return null
  }
}
