import { COMMON_WORDS } from './common-words.ts'
import { FUNCTION_WORDS } from './name-patterns.ts'
import type { NamePattern } from './name-patterns.ts'
import type { NameToken } from './name-tokens.ts'

/**
 * `sure` is recorded; `unless-word` is, unless the documents also write the name in small letters; `doubtful` and
 * `near` wait for a person; `small` is the name in small letters, which only tells that it is a word as well.
 */
export type Certainty = 'sure' | 'unless-word' | 'doubtful' | 'near' | 'small'
export type Doubt = 'everyday-word' | 'longer-name' | 'near-spelling' | 'shared-name'

export interface Verdict {
  certainty: Certainty
  doubt: Doubt | null
}

export interface FoundName {
  tokens: readonly NameToken[]
  /** Index of the name's first token, and of the one after its last, without a legal form. */
  from: number
  to: number
  hasLegalForm: boolean
  pattern: NamePattern
  plural: boolean
}

const SURE: Verdict = { certainty: 'sure', doubt: null }
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Capitalised words that may follow a customer's name without making another name of it. */
const MAY_FOLLOW = words(
  'account accounts agreement board buyer ceo cfo chair chairman chairwoman chief contract contracts customer deal director directors executive feedback finance head invoice issue issues managing manager meeting order orders president programme project proposal q1 q2 q3 q4 relationship renewal renewals report review sales secretary service site staff survey team tender update visit visits january february march april may june july august september october november december',
)
/** Capitalised words that may stand before one. */
const MAY_PRECEDE = words(
  'account action agreed and at buyer client complaint customer feedback for from key meeting met new of our re review see seen supplier tenant the their to update visit visited visits with both neither either at on in by via per non ex',
)
/** What makes another name of what stands before it: places, buildings, bodies named after somewhere. */
const OTHER_THING = words(
  'academy arena avenue bay bridge by castle church close college court crescent district drive estate farm foundation garden gardens grove hall halt hill house island junction lane library line lodge park parish pension pensions place primary road school scheme square stadium station street suite terrace tower town trust village ward way wood yacht',
)
const PERSON_OR_PART = words(
  'mr mrs ms miss mx dr sir dame lord lady prof professor rev councillor cllr north south east west upper lower great little new old central saint st',
)
/** What people do to or with a customer. */
const CUE_BEFORE = words(
  'from with to at for visited met saw seen told thanked supplied supplies served serves serving asked called customer client account between named',
)
/** What only somebody can do. */
const CUE_AFTER = words(
  'told asked asks said says wants wanted wishes wished complained renewed renews ordered cancelled wrote replied thanked agreed reported declined signed paid pays intends prefers preferred expects expected requested refused',
)
/** What somebody may well do, and things may too: enough where the capital is not the sentence's. */
const WEAK_CUE_AFTER = words('has had would will was is were wrote')
const DETERMINERS = words('the a an this that each every any some its their our his her no')

/** Names of so few letters are words, or parts of them, too often. */
const SHORT = 4
/** Words on either side by which a heading is told. */
const AROUND = 24

const at = (tokens: readonly NameToken[], index: number): NameToken | undefined => tokens[index]
const touches = (token: NameToken | undefined): boolean =>
  token?.before === 'space' || token?.before === 'hyphen'

/** The first word of a sentence, cell or line has its capital from its place. */
function opensSentence({ tokens, from }: FoundName): boolean {
  const before = at(tokens, from)?.before
  return before === 'start' || before === 'stop' || before === 'break'
}

/** True where capitals tell nothing: a heading in capitals, or with one on every word. */
function isHeading({ tokens, from, to }: FoundName, shoutedOnly: boolean): boolean {
  // Only its own cell or clause: the cells beside it are names and figures.
  let first = from
  while (first > 0 && from - first < AROUND && tokens[first]?.before !== 'break') first -= 1
  let end = to
  while (end < tokens.length && end - to < AROUND && tokens[end]?.before !== 'break') end += 1
  const rest = tokens
    .slice(first, end)
    .filter(
      (token, index) =>
        (first + index < from || first + index >= to) && token.fold.length > 1 && !/^\d/.test(token.fold),
    )
  const content = rest.filter((token) => !FUNCTION_WORDS.has(token.fold))
  if (content.length < 1) return false
  return content.every((token) => (shoutedOnly ? token.shouted : token.capital))
}

function isPartOfLonger(found: FoundName, heading: boolean): boolean {
  const { tokens, from, to, pattern, hasLegalForm } = found
  const first = at(tokens, from)
  const last = at(tokens, to - 1)
  const next = at(tokens, to)
  const previous = at(tokens, from - 1)
  const single = pattern.isOneWord
  // "Smith-Marl" is somebody else; "Marl-led" is about Marl.
  if (next?.before === 'hyphen' && (next.capital || OTHER_THING.has(next.fold))) return true
  if (first?.before === 'hyphen' && previous?.capital === true && !MAY_PRECEDE.has(previous.fold)) return true
  if (last?.possessive === true && single && next?.capital === true && OTHER_THING.has(next.fold)) return true
  if (next !== undefined && touches(next) && !hasLegalForm && last?.possessive !== true) {
    if (OTHER_THING.has(next.fold) && (next.capital || heading || next.fold === 'by'))
      return next.fold !== 'by' || single
    const isName = next.capital && !MAY_FOLLOW.has(next.fold) && !/^\d/.test(next.fold)
    if (single && isName && !heading && !next.shouted && !FUNCTION_WORDS.has(next.fold)) return true
  }
  if (first?.before === 'space' && previous !== undefined && single) {
    if (PERSON_OR_PART.has(previous.fold) && previous.capital) return true
    const opens = previous.before === 'start' || previous.before === 'stop' || previous.before === 'break'
    const isName = previous.capital && !MAY_PRECEDE.has(previous.fold) && !FUNCTION_WORDS.has(previous.fold)
    if (isName && !heading && !previous.possessive && !(opens && isWord(previous))) return true
  }
  if (!single && first?.before === 'space' && previous?.capital === true && !heading)
    return PERSON_OR_PART.has(previous.fold) && !opensWithCapitalOnly(tokens, from - 1)
  return false
}

const isWord = ({ fold }: NameToken): boolean => fold.length === 1 || COMMON_WORDS.has(fold)

/** "New" at the head of a sentence may be the sentence's. */
function opensWithCapitalOnly(tokens: readonly NameToken[], index: number): boolean {
  const token = at(tokens, index)
  return token?.before !== 'space' && token?.fold === 'new'
}

/** What a name is worth that is also an everyday word: it must be in company that only a name keeps. */
function judgeWord(found: FoundName): Verdict {
  const doubtful: Verdict = { certainty: 'doubtful', doubt: 'everyday-word' }
  const { tokens, from, to, hasLegalForm, pattern, plural } = found
  if (hasLegalForm) return SURE
  if (plural || pattern.isAcronym || isHeading(found, false)) return doubtful
  const last = at(tokens, to - 1)
  const next = at(tokens, to)
  const previous = at(tokens, from - 1)
  const article = previous?.fold === 'the' && previous.capital && pattern.hasArticle
  const agent = next !== undefined && touches(next) && !next.capital && CUE_AFTER.has(next.fold)
  if (last?.possessive === true) return SURE
  if (agent) return SURE
  if (article && previous.before === 'space') return SURE
  if (opensSentence(found)) return doubtful
  if (previous !== undefined && DETERMINERS.has(previous.fold) && !article) return doubtful
  const led = previous !== undefined && CUE_BEFORE.has(previous.fold) && at(tokens, from)?.before !== 'stop'
  const weak = next !== undefined && touches(next) && WEAK_CUE_AFTER.has(next.fold)
  return led || weak ? SURE : doubtful
}

/** How sure it is that the words name the customer; null where they do not. */
export function judgeMention(found: FoundName): Verdict | null {
  const { tokens, from, to, pattern } = found
  const own = tokens.slice(from, to)
  const single = pattern.isOneWord
  const content = own.filter((token) => !FUNCTION_WORDS.has(token.fold))
  const opens = opensSentence(found)
  const allCapital = content.every((token, index) => token.capital || (index > 0 && token.before === 'split'))
  if (pattern.isAcronym) {
    if (!own.every((token) => token.shouted)) return null
    const previous = at(tokens, from - 1)
    // "9.30 AM" is a time.
    if (
      previous !== undefined &&
      /^\d/.test(previous.fold) &&
      own[0]?.before === 'space' &&
      pattern.tokens[0]?.length === 2
    )
      return null
    if (pattern.isCommon) return isHeading(found, true) ? null : judgeWord(found)
    return SURE
  }
  if (pattern.isCommon && !single) {
    if (!allCapital) return null
    if (isHeading(found, false) || isPartOfLonger(found, false))
      return { certainty: 'doubtful', doubt: 'everyday-word' }
    return SURE
  }
  const heading = isHeading(found, false)
  if (single) {
    if (!allCapital) {
      // A note written without any capital is the one place where a small letter tells nothing.
      const isNote =
        !tokens
          .slice(Math.max(0, from - AROUND), to + AROUND)
          .some((token) => token.capital && !/^\d/.test(token.fold)) &&
        !pattern.isCommon &&
        tokens.length > 2
      if (isNote) return { certainty: 'unless-word', doubt: null }
      // "The juniper" is a plant; "zedhaus" without an article is a hurried hand.
      const previous = at(tokens, from - 1)
      const isNoun = previous !== undefined && DETERMINERS.has(previous.fold) && own[0]?.before === 'space'
      return isNoun ? { certainty: 'small', doubt: null } : null
    }
    if (isPartOfLonger(found, heading)) return { certainty: 'doubtful', doubt: 'longer-name' }
    if (pattern.isCommon || content.reduce((sum, { fold }) => sum + fold.length, 0) <= SHORT)
      return judgeWord(found)
    if (opens && found.plural) return { certainty: 'doubtful', doubt: 'everyday-word' }
    return opens && !found.hasLegalForm && own.at(-1)?.possessive !== true
      ? { certainty: 'unless-word', doubt: null }
      : SURE
  }
  if (isPartOfLonger(found, heading)) return { certainty: 'doubtful', doubt: 'longer-name' }
  return SURE
}
