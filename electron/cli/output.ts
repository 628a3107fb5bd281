import { once } from 'node:events'
import type { z } from 'zod'

/** Where a command speaks: results to `json`, words to `say`. */
export interface Output {
  /** Checks a value against its shape and writes it as one line; waits while the reader is slower. */
  json<T extends z.ZodType>(shape: T, value: z.input<T>): Promise<void>
  /** Text as it is, for CSV. */
  text(text: string): Promise<void>
  say(words: string): void
  /** True where a person reads standard output, so that JSON would only be in the way unless asked for. */
  readonly isTerminal: boolean
}

export function createOutput(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Output {
  const write = async (text: string): Promise<void> => {
    if (!stdout.write(text)) await once(stdout, 'drain')
  }
  return {
    json: (shape, value) => write(`${JSON.stringify(shape.parse(value))}\n`),
    text: write,
    say: (words) => {
      stderr.write(`${words}\n`)
    },
    isTerminal: stdout.isTTY,
  }
}
