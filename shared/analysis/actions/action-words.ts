import { stemWord, tokenize } from '../focus/tokenize.ts'

/** Words that many actions share and that tell little of what is to be done. */
const COMMON = new Set(
  `report bring provide circulate send review prepare update present follow discuss consider arrange ensure share add
  board meeting committee next paper papers item action actions agenda draft complete produce submit confirm contact
  look take make give ask write continue develop`
    .split(/\s+/)
    .map(stemWord),
)
const EMPTY = new Set(
  `a an the of and to for on in at by with from or any all is are be been was were will would should can could may
  it its this that these those their them they his her our we us as into up out about how why what when who which
  has have had not no do does if so than then also each every via per`.split(/\s+/),
)
const COMMON_WEIGHT = 0.35
/** What tells apart two actions of otherwise equal words: figures, quarters, months, ordinals. */
const MARKS =
  /\b(?:\d[\d.,/]*|[qh][1-4]|first|second|third|fourth|fifth|sixth|one|two|three|four|five|six|seven|eight|nine|ten|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|monday|tuesday|wednesday|thursday|friday)\b/gi
const LONGEST = 600

export interface ActionWords {
  /** Stems (Porter 1980) with their weights. */
  readonly stems: ReadonlyMap<string, number>
  /** Of all stems together. */
  readonly weight: number
  /** The stems of full weight, which tell one action from another. */
  readonly telling: readonly string[]
  readonly marks: ReadonlySet<string>
  /** Letters and figures alone, in lower case. */
  readonly plain: string
  /** The stem of its first word that says anything: what is to be done. */
  readonly verb: string | null
}

export function actionWords(text: string): ActionWords {
  const cut = text.slice(0, LONGEST)
  const stems = new Map<string, number>()
  let verb: string | null = null
  for (const { word } of tokenize(cut)) {
    if (word.startsWith('#') || EMPTY.has(word)) continue
    const stem = stemWord(word)
    verb ??= stem
    stems.set(stem, COMMON.has(stem) ? COMMON_WEIGHT : 1)
  }
  const telling = [...stems].flatMap(([stem, weight]) => (weight === 1 ? [stem] : []))
  return {
    stems,
    weight: telling.length + (stems.size - telling.length) * COMMON_WEIGHT,
    telling,
    marks: new Set((cut.match(MARKS) ?? []).map((mark) => mark.toLowerCase().replace(/[.,/]+$/, ''))),
    plain: cut
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
    verb,
  }
}

export interface Likeness {
  /** Weighted Dice coefficient (Dice 1945), 0 to 1. */
  readonly dice: number
  /** Part of the shorter one's words that the other holds, 0 to 1. */
  readonly contained: number
  /** Telling stems in common. */
  readonly shared: number
  /** Each has a figure, month or ordinal that the other lacks. */
  readonly atOdds: boolean
}

const within = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  [...part].every((mark) => whole.has(mark))

export function likeness(left: ActionWords, right: ActionWords): Likeness {
  let sum = 0
  let shared = 0
  for (const [stem, weight] of left.stems) {
    if (!right.stems.has(stem)) continue
    sum += weight
    if (weight === 1) shared += 1
  }
  const [a, b] = [left.weight, right.weight]
  return {
    dice: a + b === 0 ? 0 : (2 * sum) / (a + b),
    contained: Math.min(a, b) === 0 ? 0 : sum / Math.min(a, b),
    shared,
    atOdds: !within(left.marks, right.marks) && !within(right.marks, left.marks),
  }
}

/** The part of an action's words that a text holds, by weight, and how many telling ones. */
export function coverage(action: ActionWords, text: ActionWords): { part: number; telling: number } {
  let sum = 0
  let telling = 0
  for (const [stem, weight] of action.stems) {
    if (!text.stems.has(stem)) continue
    sum += weight
    if (weight === 1) telling += 1
  }
  return { part: action.weight === 0 ? 0 : sum / action.weight, telling }
}
