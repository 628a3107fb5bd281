import type { ActionAnchor, ItemAnchor } from '../../model/corrections.ts'
import { normaliseNumber, normaliseTitle, titleSimilarity, titleWords } from '../measure/title-similarity.ts'

interface Name {
  number: string | null
  title: string
}

/** Something with the names its documents give it. */
export interface Named {
  names: readonly Name[]
}

/** As for matching the items of two documents; see match-items.ts. */
const ALIKE = 0.6
const ALIKE_WITH_NUMBER = 0.3
/** So much better than the next must the best be, or nothing is matched. */
const CLEARLY = 0.05

const titleKey = (title: string): string => normaliseTitle(title) || title.trim()

const sharesTitle = (left: readonly Name[], right: readonly Name[]): boolean => {
  const keys = new Set(left.map(({ title }) => titleKey(title)))
  return right.some(({ title }) => keys.has(titleKey(title)))
}

const sharesNumber = (left: readonly Name[], right: readonly Name[]): boolean => {
  const numbers = new Set(left.map(({ number }) => normaliseNumber(number)))
  return right.some(({ number }) => number !== null && numbers.has(normaliseNumber(number)))
}

/** The anchor of one of these items. */
export function anchorOf(items: readonly Named[], index: number): ItemAnchor | null {
  const item = items[index]
  if (item === undefined || item.names.length === 0) return null
  const nth = items.slice(0, index).filter((other) => sharesTitle(other.names, item.names)).length
  return { names: item.names.map(({ number, title }) => ({ number, title })), nth }
}

function exactly(items: readonly Named[], anchor: ItemAnchor): number | null {
  const found = items.flatMap((item, index) => (sharesTitle(item.names, anchor.names) ? [index] : []))
  if (found.length <= 1) return found[0] ?? null
  const numbered = found.filter((index) => sharesNumber(items[index]?.names ?? [], anchor.names))
  if (numbered.length === 1) return numbered[0] ?? null
  return found[anchor.nth] ?? null
}

function bestScore(left: readonly Name[], right: readonly Name[]): number {
  let best = 0
  for (const one of left)
    for (const other of right)
      best = Math.max(best, titleSimilarity(titleWords(one.title), titleWords(other.title)))
  const numbered = sharesNumber(left, right)
  return best < (numbered ? ALIKE_WITH_NUMBER : ALIKE) ? 0 : best + (numbered ? 0.3 : 0)
}

/** The one with a clearly highest score; null when none or two have it. */
function clearBest(scores: readonly { index: number; score: number }[]): number | null {
  const [first, second] = scores.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score)
  if (first === undefined) return null
  return second !== undefined && first.score - second.score < CLEARLY ? null : first.index
}

/**
 * Finds each anchor's item: by equal title (then number, then place among equals), else by an alike one, helped by
 * an equal number, that no anchor names outright. Never by number alone: a renumbered agenda would hand the
 * correction to another item. Null where it has no home.
 */
export function matchItemAnchors(items: readonly Named[], anchors: readonly ItemAnchor[]): (number | null)[] {
  const exact = anchors.map((anchor) => exactly(items, anchor))
  const taken = new Set(exact)
  return anchors.map((anchor, at) => {
    const found = exact[at] ?? null
    if (found !== null) return found
    return clearBest(
      items.map((item, index) => ({
        index,
        score: taken.has(index) ? 0 : bestScore(item.names, anchor.names),
      })),
    )
  })
}

const LONGEST_TEXT = 600

export function actionAnchorOf(texts: readonly string[], index: number): ActionAnchor | null {
  const text = texts[index]
  if (text === undefined) return null
  const nth = texts.slice(0, index).filter((other) => titleKey(other) === titleKey(text)).length
  return { text: text.slice(0, LONGEST_TEXT), nth }
}

/** The same for actions, by their words. */
export function matchActionAnchors(
  texts: readonly string[],
  anchors: readonly ActionAnchor[],
): (number | null)[] {
  const keys = texts.map((text) => titleKey(text.slice(0, LONGEST_TEXT)))
  const exact = anchors.map(({ text, nth }) => {
    const found = keys.flatMap((key, index) => (key === titleKey(text) ? [index] : []))
    return found.length === 1 ? (found[0] ?? null) : (found[nth] ?? null)
  })
  const taken = new Set(exact)
  return anchors.map((anchor, at) => {
    const found = exact[at] ?? null
    if (found !== null) return found
    const wanted = titleWords(anchor.text)
    return clearBest(
      texts.map((text, index) => {
        const score = taken.has(index) ? 0 : titleSimilarity(titleWords(text), wanted)
        return { index, score: score < ALIKE ? 0 : score }
      }),
    )
  })
}
