import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const folder = join(
  process.env['EMPTY_CHAIR_DATA'] ?? resolve(import.meta.dirname, '../../../../shared'),
  'badfiles/payloads',
)

/** Texts made to become active somewhere: none where the data is not on this machine. */
export function hostilePayloads(): string[] {
  const strings = join(folder, 'big-list-of-naughty-strings/blns.json')
  const markup = join(folder, 'DOMPurify/test__fixtures__expect.mjs')
  if (!existsSync(strings) || !existsSync(markup)) return []
  const naughty = z.array(z.string()).parse(JSON.parse(readFileSync(strings, 'utf8')))
  // The fixture is a module of objects in JSON's own form; it is read, never run.
  const source = readFileSync(markup, 'utf8')
  const list = source.slice(source.indexOf('['), source.lastIndexOf(']') + 1)
  const objects = z.array(z.looseObject({ payload: z.string() })).safeParse(asJson(list))
  return [
    ...naughty,
    ...(objects.success ? objects.data.map(({ payload }) => payload) : payloadLines(source)),
  ]
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Where the list is no JSON: the quoted words after each `payload:`. */
function payloadLines(source: string): string[] {
  return source.split('\n').flatMap((line) => {
    const match = /^\s*"?payload"?:\s*(["'`])/.exec(line)
    const quote = match?.[1]
    if (quote === undefined || match === null) return []
    const end = line.lastIndexOf(quote)
    return end > match[0].length ? [line.slice(match[0].length, end)] : []
  })
}
