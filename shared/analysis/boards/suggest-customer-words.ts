import type { WordSuggestion } from '../../model/board-settings.ts'
import { customerTermsIn } from '../structure/customers/customer-terms.ts'

export interface SuggestionPassage {
  readonly id: string
  readonly documentId: string
  readonly meetingId: string
  readonly text: string
  readonly page: number
}

export interface WordSuggestions {
  add(passage: SuggestionPassage): void
  /** When all are added: most frequent first, without the words that are known already. */
  list(known: readonly string[]): WordSuggestion[]
}

/** A word that only some organisations use shows itself by what is said of it, more than once and in different ways. */
const LEAST_FRAMES = 3
const LEAST_KINDS = 2
/** A word of the general list need only be used. */
const LEAST_COUNT = 3
const LEAST_DOCUMENTS = 2
const MOST = 12
const LONGEST_TEXT = 4_000
const LONGEST_EXAMPLE = 400

const MAY_STAND_BEFORE = '(?:the |our |its |all |many |some |most |local |new |older |younger )?'
/** Plural nouns in places where those who are served stand: "complaints from X", "X's satisfaction", "X told us". */
const FRAMES: readonly RegExp[] = [
  new RegExp(
    `\\b(?:complaints?|compliments?|feedback|enquiries|inquiries|satisfaction|praise|letters|calls) (?:from|of|by|among|amongst) ${MAY_STAND_BEFORE}([a-z]{3,20}s)\\b`,
    'g',
  ),
  new RegExp(
    `\\b(?:survey|surveyed|surveying|serve|serves|served|serving) (?:of )?${MAY_STAND_BEFORE}([a-z]{3,20}s)\\b`,
    'g',
  ),
  /\b([a-z]{3,20}s)['’]? (?:experience|satisfaction|complaints?|feedback|expectations|waiting times?)\b/g,
  /\b([a-z]{3,20}s) (?:complained|told us|praised|queued|waited|were satisfied|were dissatisfied|were unhappy|were waiting|asked us)\b/g,
]
/** What every frame has a word of: most passages need no closer look. */
const MAY_FRAME =
  /complain|compliment|feedback|enquiries|inquiries|satisf|praise|letters|calls|survey|serv|experience|expectations|wait|queued|told us|asked us|unhappy/
/** People and things inside an organisation, or beside it, that stand in such places too. */
const NOT_SERVED = new Set(
  `directors officers managers staffs employees colleagues workers trustees governors councillors councilors
  supervisors members committees boards panels teams departments partners contractors suppliers vendors consultants
  auditors advisers advisors regulators inspectors investors shareholders stakeholders lenders volunteers ministers
  organisations organizations companies businesses services reports papers minutes meetings items actions areas issues
  matters others results levels scores surveys sites systems months years weeks days times numbers customers ours
  complaints lessons users others groups regions countries branches offices stations centres centers candidates
  applicants rights claims institutions interviewees respondents delegates speakers presenters attendees participants operations thanks needs
  points purposes interests ambassadors responses aims goals duties was has is this various previous overseas always`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

interface Found {
  count: number
  frames: number
  /** Which frames it stood in; null for a word of the general list. */
  kinds: Set<RegExp> | null
  readonly documents: Set<string>
  example: SuggestionPassage | null
}

/** "Tenant", "tenants" and "Tenants" are one word. */
function formsOf(word: string): string[] {
  const lower = word.trim().toLowerCase()
  return [lower, `${lower}s`, ...customerTermsIn(lower).keys()]
}

/**
 * Finds the nouns that a board's papers use for those it serves: words of the general list where they are used, and
 * others where they stand again and again where only such people do.
 */
export function createWordSuggestions(): WordSuggestions {
  const found = new Map<string, Found>()
  const entry = (word: string): Found => {
    const known: Found = found.get(word) ?? {
      count: 0,
      frames: 0,
      kinds: new Set<RegExp>(),
      documents: new Set<string>(),
      example: null,
    }
    found.set(word, known)
    return known
  }
  const framed = new Set<string>()
  const texts: SuggestionPassage[] = []

  /** Once all frames are known: the first passages may use a word that only later ones give away. */
  const countFramed = (): void => {
    for (const { documentId, text } of texts.splice(0))
      for (const word of text.match(/[a-z]+/g) ?? [])
        if (framed.has(word)) {
          const one = entry(word)
          one.count += 1
          one.documents.add(documentId)
        }
  }

  return {
    add(passage) {
      const text = passage.text.slice(0, LONGEST_TEXT)
      for (const [word, count] of customerTermsIn(text)) {
        const known = entry(word)
        known.count += count
        known.kinds = null
        known.documents.add(passage.documentId)
        known.example ??= passage
      }
      const lower = text.toLowerCase()
      for (const frame of MAY_FRAME.test(lower) ? FRAMES : [])
        for (const [, word = ''] of lower.matchAll(frame)) {
          if (NOT_SERVED.has(word) || word.endsWith('ss') || customerTermsIn(word).size > 0) continue
          framed.add(word)
          const known = entry(word)
          known.frames += 1
          known.kinds?.add(frame)
          known.example ??= passage
        }
      if (/[a-z]s\b/.test(lower)) texts.push({ ...passage, text: lower })
    },
    list(known) {
      const without = new Set(known.flatMap(formsOf))
      countFramed()
      return [...found]
        .flatMap(([word, { count, frames, kinds, documents, example }]): WordSuggestion[] => {
          if (example === null || without.has(word)) return []
          if (kinds !== null && (frames < LEAST_FRAMES || kinds.size < LEAST_KINDS)) return []
          if (count < LEAST_COUNT || documents.size < LEAST_DOCUMENTS) return []
          const { id: passageId, meetingId, page } = example
          const text = example.text.slice(0, LONGEST_EXAMPLE)
          return [{ word, count, documents: documents.size, example: { passageId, meetingId, text, page } }]
        })
        .toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
        .slice(0, MOST)
    },
  }
}
