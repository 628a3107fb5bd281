import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const PROJECT = resolve(import.meta.dirname, '../..')

export interface Host {
  /** With the one-time token: opens one session. */
  readonly address: string
  readonly origin: string
  close(): Promise<void>
}

const WAIT = 60_000

/** Starts the real loopback host, as `npm run cli -- serve` does, on a library of its own. */
export async function openHost(dataFolder?: string): Promise<Host> {
  const data = dataFolder ?? mkdtempSync(join(tmpdir(), 'empty-chair-e2e-'))
  const child = spawn(
    process.execPath,
    [join(PROJECT, 'electron/cli/main.ts'), 'serve', '--data', data, '--port', '0'],
    { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  const address = await new Promise<string>((found, failed) => {
    const timer = setTimeout(() => failed(new Error(`The host did not open:\n${said}`)), WAIT)
    const listen = (chunk: Buffer): void => {
      said += chunk.toString('utf8')
      const match = /http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]+/.exec(said)
      if (match === null) return
      clearTimeout(timer)
      found(match[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', () => failed(new Error(`The host ended:\n${said}`)))
  })
  return {
    address,
    origin: new URL(address).origin,
    async close() {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
      if (dataFolder === undefined) rmSync(data, { recursive: true, force: true })
    },
  }
}
