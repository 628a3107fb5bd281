import { spawn } from 'node:child_process'

const EARLY_MS = 8_000

export interface DesktopOptions {
  readonly binary: string
  readonly program: string
  readonly environment: NodeJS.ProcessEnv
  /** Chromium's own folder for a run kept apart from the user's; null for the usual one. */
  readonly profile: string | null
}

/** Runs the desktop app until it is closed. `failed-to-start`: it ended at once, as without a screen. */
export function runDesktop(options: DesktopOptions): Promise<'closed' | 'failed-to-start'> {
  const startedAt = performance.now()
  const profile = options.profile === null ? [] : [`--user-data-dir=${options.profile}`]
  const child = spawn(options.binary, [...profile, options.program], {
    stdio: 'inherit',
    env: options.environment,
  })
  return new Promise((resolve) => {
    child.once('error', () => resolve('failed-to-start'))
    child.once('exit', (code) => {
      const early = performance.now() - startedAt < EARLY_MS
      resolve(code !== 0 && early ? 'failed-to-start' : 'closed')
    })
  })
}
