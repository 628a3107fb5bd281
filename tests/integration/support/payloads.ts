import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const folder = join(
  process.env['EMPTY_CHAIR_DATA'] ?? resolve(import.meta.dirname, '../../../../shared'),
  'badfiles/payloads',
)

/** Strings that attack pages and files, from two public collections; null where the data folder is missing. */
export const payloads: readonly string[] | null = existsSync(folder) ? readPayloads() : null

function readPayloads(): string[] {
  const naughty = z
    .array(z.string())
    .parse(JSON.parse(readFileSync(join(folder, 'big-list-of-naughty-strings/blns.json'), 'utf8')))
  // A module of literals: only its strings are taken, nothing of it is run.
  const fixtures = readFileSync(join(folder, 'DOMPurify/test__fixtures__expect.mjs'), 'utf8')
  const literal = /"payload":\s*("(?:[^"\\]|\\.)*")/g
  const markup = [...fixtures.matchAll(literal)].flatMap(([, text = '""']) => {
    try {
      return [z.string().parse(JSON.parse(text))]
    } catch {
      return []
    }
  })
  return [...naughty, ...markup]
}
