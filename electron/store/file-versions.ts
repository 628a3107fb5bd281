import type { DocumentKind } from '../../shared/model/analysis.ts'
import { normaliseTitle } from '../../shared/analysis/measure/title-similarity.ts'

/** Words of a file name that say which version it is, not which paper. */
const DRAFT = new Set(['draft', 'unapproved', 'unconfirmed', 'preliminary', 'proposed'])
const FINAL = new Set([
  'final',
  'approved',
  'signed',
  'confirmed',
  'revised',
  'amended',
  'updated',
  'corrected',
])
const NOISE = new Set(['copy', 'version', 'rev', 'clean'])
const VERSION = /^v(\d{1,3})$/

const wordsOf = (name: string) => normaliseTitle(name.replace(/\.[a-z0-9]{1,5}$/i, '')).split(' ')

/** The paper's name without what tells its versions apart; "" when nothing else is left. */
export function nameStem(name: string): string {
  const words = wordsOf(name.replace(/\(\d{1,2}\)/g, ' '))
  return words
    .filter((word) => !DRAFT.has(word) && !FINAL.has(word) && !NOISE.has(word) && !VERSION.test(word))
    .join(' ')
}

/** Larger for what its name says is later: a draft before a plain name before "final"; then by version number. */
export function versionRank(name: string): number {
  const words = wordsOf(name)
  const stage = words.some((word) => DRAFT.has(word)) ? 0 : words.some((word) => FINAL.has(word)) ? 2 : 1
  const number = words.reduce((found, word) => Math.max(found, Number(VERSION.exec(word)?.[1] ?? 0)), 0)
  return stage * 1000 + number
}

/** A meeting has one agenda and one set of minutes; of other papers it may have many, told apart by name. */
export function isSamePaper(
  left: { kind: DocumentKind; name: string },
  right: { kind: DocumentKind; name: string },
): boolean {
  if (left.kind !== right.kind) return false
  if (left.kind === 'agenda' || left.kind === 'minutes') return true
  const stem = nameStem(left.name)
  return stem !== '' && stem === nameStem(right.name)
}
