import { appendFileSync, chmodSync, existsSync, statSync, truncateSync } from 'node:fs'

const MAXIMUM_BYTES = 1024 * 1024

/** Appends lines to a small file that only this user can read; it starts over when it has grown too long. */
export function openLineFile(path: string): (line: string) => void {
  return (line) => {
    try {
      if (existsSync(path) && statSync(path).size > MAXIMUM_BYTES) truncateSync(path)
      appendFileSync(path, line, { mode: 0o600 })
      chmodSync(path, 0o600)
    } catch {
      // A log that cannot be written must not stop the app.
    }
  }
}
