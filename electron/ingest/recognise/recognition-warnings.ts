import type { Page } from '../../../shared/model/document.ts'
import type { Warning } from '../../../shared/model/evidence.ts'

/** Below this a page should be compared with its original. */
const UNSURE = 0.75
const MOST_NAMED = 12

/** "3", "3 and 7", "3 to 5 and 9"; long lists end in "and others". */
export function pagesInWords(pages: readonly number[]): string {
  const spans: [number, number][] = []
  for (const page of pages.toSorted((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else spans.push([page, page])
  }
  const words = spans
    .slice(0, MOST_NAMED)
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`))
  if (spans.length > MOST_NAMED) words.push('others')
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const named = (pages: readonly number[]): string =>
  `${pages.length === 1 ? 'Page' : 'Pages'} ${pagesInWords(pages)}`

/** Says which pages were read from their pictures, how sure that is, and which are doubtful. */
export function recognitionWarnings(pages: readonly Page[]): Warning[] {
  const read = pages.flatMap(({ number, recognition }) =>
    recognition ? [{ number, confidence: recognition.confidence }] : [],
  )
  const first = read[0]
  if (!first) return []
  const mean = read.reduce((sum, { confidence }) => sum + confidence, 0) / read.length
  const doubtful = read.filter(({ confidence }) => confidence < UNSURE)
  const all = read.map(({ number }) => number)
  const warnings: Warning[] = [
    {
      code: 'read-by-ocr',
      message:
        `${named(all)} ${all.length === 1 ? 'is a picture' : 'are pictures'} whose words were recognised, ` +
        `with a mean confidence of ${Math.round(100 * mean)} %.`,
      page: first.number,
    },
  ]
  const worst = doubtful[0]
  if (worst)
    warnings.push({
      code: 'ocr-unsure',
      message: `${named(doubtful.map(({ number }) => number))} could be recognised only in part: compare with the original.`,
      page: worst.number,
    })
  return warnings
}

/** Pages that time did not allow for. */
export function leftOutWarning(pages: readonly number[]): Warning[] {
  const first = pages[0]
  if (first === undefined) return []
  const message = `${named(pages)} ${pages.length === 1 ? 'was' : 'were'} not recognised: it would have taken too long.`
  return [{ code: 'ocr-stopped', message, page: first }]
}
