import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { ReadRefusal } from '../read-refusal.ts'

const LONGEST_RECORD = 1_000_000
const SAMPLE_LINES = 60
const SAMPLE_CHARACTERS = 200_000
const SEPARATORS = [',', ';', '\t', '|'] as const

const recordsSchema = z.array(z.array(z.string()))

function records(text: string, delimiter: string, to: number, quote: string | false = '"'): string[][] {
  const parsed: unknown = parse(text, {
    delimiter,
    quote,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD,
    record_delimiter: ['\r\n', '\n', '\r'],
    to,
  })
  return recordsSchema.parse(parsed)
}

/** How well a separator fits: the share of rows that have as many columns as most, and more than one. */
function fit(text: string, delimiter: string): number {
  let rows: string[][]
  try {
    rows = records(text, delimiter, SAMPLE_LINES).filter((row) => row.some((cell) => cell.trim() !== ''))
  } catch {
    return 0
  }
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [columns, usual] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [1, 0]
  return rows.length === 0 ? 0 : (usual / rows.length) * Math.log2(columns + 1)
}

/** The character between the columns: a line "sep=;" says so, else the one that fits the first rows best. */
function findSeparator(text: string): { delimiter: string; rest: string } {
  const told = /^\uFEFF?sep=([,;\t|])\r?\n/i.exec(text)
  if (told?.[1]) return { delimiter: told[1], rest: text.slice(told[0].length) }
  const head = text.slice(0, SAMPLE_CHARACTERS)
  const best = SEPARATORS.map((delimiter) => ({ delimiter, score: fit(head, delimiter) })).toSorted(
    (a, b) => b.score - a.score,
  )[0]
  return { delimiter: best && best.score > 0 ? best.delimiter : ',', rest: text }
}

/** A quote that never ends is a mark like any other. */
function withoutQuotes(text: string, delimiter: string, most: number): string[][] {
  try {
    return records(text, delimiter, most, false)
  } catch (error) {
    throw new ReadRefusal('damaged', { cause: error })
  }
}

/**
 * The rows of a table written as text, whatever stands between its columns, at most `most` of them.
 * @throws ReadRefusal damaged
 */
export function csvRows(text: string, most: number): string[][] {
  const { delimiter, rest } = findSeparator(text)
  try {
    return records(rest, delimiter, most)
  } catch {
    return withoutQuotes(rest, delimiter, most)
  }
}
