/** One line of the log. Holds codes, counts, places in our code; never a document's or a user's words. */
export interface LogEntry {
  readonly level: 'info' | 'error'
  readonly event: string
  readonly [detail: string]: string | number | boolean | readonly string[] | undefined
}

export type Log = (entry: LogEntry) => void

const MAXIMUM_FRAMES = 8

/** What may be said of an error: its class, its code, and where in the program it was thrown. */
export function describeError(error: unknown): {
  error: string
  errorCode?: string
  frames: readonly string[]
  cause?: string
} {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] }
  const code = 'code' in error && typeof error.code === 'string' ? { errorCode: error.code.slice(0, 60) } : {}
  const cause = error.cause instanceof Error ? { cause: error.cause.name.slice(0, 60) } : {}
  const source = error.cause instanceof Error ? error.cause : error
  return { error: error.name.slice(0, 60), ...code, ...cause, frames: framesOf(source) }
}

// The stack repeats the message in its first lines, so only the frames after it are kept.
function framesOf(error: Error): readonly string[] {
  const stack = error.stack ?? ''
  const message = stack.indexOf(error.message)
  return (message < 0 ? '' : stack.slice(message + error.message.length))
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, MAXIMUM_FRAMES)
    .map((line) => line.trim().slice(0, 160))
}

/** Writes entries as JSON lines. `now` is the host's clock. */
export function createLineLog(write: (line: string) => void, now: () => Date): Log {
  return (entry) => write(`${JSON.stringify({ at: now().toISOString(), ...entry })}\n`)
}
