import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startLoopback } from '../loopback/server.ts'
import type { Loopback } from '../loopback/server.ts'
import type { Log } from '../service/log.ts'
import type { Service } from '../service/service.ts'
import { Misuse } from './misuse.ts'
import type { Output } from './output.ts'

export interface ServeOptions {
  readonly pageFolder: string
  readonly port: number
  readonly log: Log
}

/** Opens the browser host over a service and says its address. */
export async function openLoopback(
  options: ServeOptions,
  service: Service,
  output: Output,
): Promise<Loopback> {
  const loopback = await startLoopback({
    service,
    pageFolder: options.pageFolder,
    port: options.port,
    log: options.log,
    onAddress: (address) => output.say(`To open it in another window: ${address}`),
  }).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw taken ? new Misuse(`Port ${options.port} is taken by another program.`) : error
  })
  if (!existsSync(join(options.pageFolder, 'index.html')))
    output.say(
      'Its page is not built yet, so there is nothing to see at this address: npm run build makes it.',
    )
  output.say(`Empty Chair is open at ${loopback.address}`)
  output.say('It can be reached from this computer only. Press Ctrl+C to close it.')
  return loopback
}

/** `serve`: the browser host until it is told to stop. */
export async function serveCommand(options: ServeOptions, service: Service, output: Output): Promise<void> {
  const loopback = await openLoopback(options, service, output)
  await untilStopped()
  await loopback.close()
}

/** Resolves when a person or the system asks the program to end. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
