#!/usr/bin/env node
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { ERROR_WORDS, ServiceError } from '../../shared/contract/errors.ts'
import { demoLibraryFolder, libraryFolder } from '../service/library-folder.ts'
import { createLineLog } from '../service/log.ts'
import { openService } from '../service/open-service.ts'
import { programFolder } from '../service/project-folders.ts'
import type { Service } from '../service/service.ts'
import { obtainElectronBinary } from './electron-binary.ts'
import { Misuse } from './misuse.ts'
import { openInBrowser } from './open-in-browser.ts'
import { createOutput } from './output.ts'
import { prepareDemo } from './prepare-demo.ts'
import { runDesktop } from './run-desktop.ts'
import { openLoopback, untilStopped } from './serve-command.ts'

// `npm start`: the desktop app where Electron can be had, else the same app in the browser.
// --demo: on the sample board, in a library of its own.  --browser: in the browser in any case.
// --no-open: does not ask the system to open the browser.  --port N: on this port.

const words = process.argv.slice(2)
const demo = words.includes('--demo')
const output = createOutput(process.stdout, process.stderr)
const program = programFolder(import.meta.dirname)
const place = demo ? demoLibraryFolder : libraryFolder
const folder = place(process.env, process.platform, homedir())
const log = createLineLog(
  (line) => process.stderr.write(line),
  () => new Date(),
)

try {
  await start()
} catch (error) {
  const known = error instanceof ServiceError || error instanceof Misuse
  output.say(known ? error.message : ERROR_WORDS.internal)
  if (!known)
    log({ level: 'error', event: 'start-failed', error: error instanceof Error ? error.name : 'unknown' })
  process.exitCode = 1
}

async function start(): Promise<void> {
  const opened = demo ? open() : null
  if (opened) await prepareDemo(opened, output)
  const binary = words.includes('--browser') ? null : await obtainElectronBinary(output.say)
  if (binary !== null) {
    await opened?.close()
    const ended = await runDesktop({
      binary,
      program,
      environment: { ...process.env, EMPTY_CHAIR_LIBRARY: folder },
      profile: demo ? join(dirname(folder), 'demo-profile') : null,
    })
    if (ended === 'closed') return
    output.say('The desktop shell (Electron) could not start on this computer.')
    return serve(open())
  }
  if (!words.includes('--browser'))
    output.say(
      'The desktop shell (Electron) could not be had here, so Empty Chair opens in your browser instead.',
    )
  return serve(opened ?? open())
}

function open(): Service {
  return openService({ folder, host: 'browser', log, clock: () => new Date() })
}

async function serve(service: Service): Promise<void> {
  try {
    const pageFolder = join(program, 'out/renderer')
    const loopback = await openLoopback({ pageFolder, port: portAsked(), log }, service, output)
    if (!words.includes('--no-open') && !process.env['CI']) openInBrowser(loopback.address, process.platform)
    await untilStopped()
    await loopback.close()
  } finally {
    await service.close()
  }
}

function portAsked(): number {
  const at = words.indexOf('--port')
  if (at < 0) return 0
  const port = Number(words[at + 1])
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Misuse('--port is a number from 0 to 65535.')
  return port
}
