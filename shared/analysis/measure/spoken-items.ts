import { normaliseNumber, titleWords } from './title-similarity.ts'

/** An item as it may be announced aloud. */
export interface SpokenItem {
  number: string | null
  title: string
}

/** A place where one item is announced. */
export interface Announcement {
  item: number
  passage: number
  weight: number
  /** The words that announce it. */
  quote: string
}

const CUE =
  /\b(?:item|agenda|next (?:up|on|is|we have|thing|topic)|move on|moving on|move to|moving to|turn(?:ing)? to|go(?:ing)? (?:on )?to|on to|onto|brings? us to|come to|coming to|start with|first up|takes us to|let['’]s (?:do|take|hear|start)|we(?:['’]ll| will) (?:now )?(?:hear|take|do))\b/i
const BACKWARDS =
  /\b(?:back to|earlier|previous(?:ly)?|later|last (?:month|meeting|time)|will come|skip(?:ping)?|remove[ds]?|withdrawn|deferred|pulled?|addition of|before we|after (?:that|this)|at the end|when we get)\b/i
const WORDS = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve',
  'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
] // prettier-ignore
const NUMBERED = new RegExp(
  `\\bitem(?: number| no\\.?)?,? (\\d{1,3}(?:\\.\\d{1,2})?[a-z]?|[a-h]|${WORDS.slice(1).join('|')})\\b`,
  'gi',
)

/** Every sentence of talk that seems to announce an item: by its number after "item", or by its title after a cue. */
export function announcements(items: readonly SpokenItem[], passages: readonly string[]): Announcement[] {
  const byNumber = new Map<string, number>()
  items.forEach((item, index) => {
    const number = normaliseNumber(item.number)
    if (number !== '' && !byNumber.has(number)) byNumber.set(number, index)
  })
  const titles = items.map((item) => [...titleWords(item.title)])
  const found: Announcement[] = []
  passages.forEach((text, passage) => {
    for (const sentence of sentencesOf(text)) {
      if (!CUE.test(sentence) || BACKWARDS.test(sentence)) continue
      const numbers = [...sentence.matchAll(NUMBERED)]
      // "Items 4, 5 and 6": a list of them announces none.
      if (numbers.length > 1 || /\bitems\b/i.test(sentence)) continue
      const said = (numbers[0]?.[1] ?? '').toLowerCase()
      const written = WORDS.includes(said) ? String(WORDS.indexOf(said)) : said
      const numbered = byNumber.get(written)
      const words = titleWords(sentence)
      const titled = likeliest(titles, words)
      if (numbered !== undefined && (titled === undefined || titled === numbered))
        found.push({
          item: numbered,
          passage,
          weight: titled === numbered ? 3 : 2,
          quote: sentence.slice(0, 240),
        })
      else if (titled !== undefined && numbered === undefined)
        found.push({ item: titled, passage, weight: 2, quote: sentence.slice(0, 240) })
    }
  })
  return found
}

/** The item whose title was said almost whole. */
function likeliest(
  titles: readonly (readonly (readonly [string, number])[])[],
  words: ReadonlyMap<string, number>,
): number | undefined {
  const shares = titles.map((title) => shareSaid(title, words))
  const most = Math.max(0, ...shares)
  return most >= 0.75 ? shares.indexOf(most) : undefined
}

/** How much of a title's words were said; a title of one short word says too little. */
function shareSaid(
  title: readonly (readonly [string, number])[],
  words: ReadonlyMap<string, number>,
): number {
  const all = title.reduce((sum, [, weight]) => sum + weight, 0)
  if (all < 1.3 && !(title.length === 1 && (title[0]?.[0].length ?? 0) >= 6)) return 0
  return title.reduce((sum, [word, weight]) => sum + (words.has(word) ? weight : 0), 0) / all
}

function sentencesOf(text: string): string[] {
  const sentences = text.slice(0, 4_000).split(/(?<=[.!?])\s+/)
  // Captions without full stops: pieces of some twenty words stand for sentences.
  return sentences.flatMap((sentence) => {
    const words = sentence.split(/\s+/)
    if (words.length <= 30) return [sentence]
    const pieces: string[] = []
    for (let at = 0; at < words.length; at += 12) pieces.push(words.slice(at, at + 24).join(' '))
    return pieces
  })
}

/** The heaviest run of announcements in which items and talk both go forward; each item once, at its first place. */
export function inAgendaOrder(found: readonly Announcement[]): Announcement[] {
  const first = new Map<string, Announcement>()
  for (const one of found) {
    const key = `${one.item}:${one.passage}`
    const known = first.get(key)
    if (!known || known.weight < one.weight) first.set(key, one)
  }
  const sorted = [...first.values()]
    .toSorted((a, b) => a.passage - b.passage || a.item - b.item)
    .slice(0, 2_000)
  const best = sorted.map((one) => one.weight)
  const before: (number | null)[] = sorted.map(() => null)
  for (let i = 0; i < sorted.length; i += 1) {
    const own = sorted[i]
    if (!own) continue
    for (let j = 0; j < i; j += 1) {
      const earlier = sorted[j]
      if (!earlier || earlier.item >= own.item || earlier.passage > own.passage) continue
      const total = (best[j] ?? 0) + own.weight
      if (total > (best[i] ?? 0)) {
        best[i] = total
        before[i] = j
      }
    }
  }
  let at: number | null = best.length === 0 ? null : best.indexOf(Math.max(...best))
  const chain: Announcement[] = []
  while (at !== null) {
    const own = sorted[at]
    if (own) chain.unshift(own)
    at = before[at] ?? null
  }
  return chain
}
