import type { StructuredDecision } from '../../../model/analysis.ts'

type Outcome = NonNullable<StructuredDecision['outcome']>

const NAME = "(?:@[\\w-]{2,30}|[A-Z][\\w.’'-]{0,24}(?: (?:[A-Z][\\w.’'-]{0,24}|de|van|von|der)){0,4})"
const MOVED_BY = new RegExp(
  `\\b(?:[Mm]oved|MOVED|[Mm]otion(?: (?:was )?(?:made|put forward))?|MOTION|[Pp]roposed|PROPOSED|[Mm]over|MOVER|[Pp]roposer|PROPOSER|[Ss]ponsor)(?: by)?(?: \\(?name\\)?)?\\s?(?::|\\bby\\b|(?<=by)\\s|[-–]\\s)\\s*(${NAME})`,
)
const SECONDED_BY = new RegExp(
  `\\b(?:[Ss]econd(?:ed)?|SECOND(?:ED)?|[Ss]econder|SECONDER)(?: (?:was )?made)?(?: by)?\\s?(?::|\\bby\\b|(?<=by)\\s|[-–]\\s)\\s*(${NAME})`,
)
const MOVES = new RegExp(
  `(?:^|[.;,:(–-]\\s?|\\bby\\s|\\band\\s)(${NAME})\\s(?:(?:then |also )?(?:moved|moves|motioned)(?= (?:that|to|for|the|approval|acceptance|adoption|we)\\b|[,:.])|(?:then )?(?:made|makes|offered|put forward) (?:a|the) motion|proposed (?=acceptance|that the (?:minutes|motion|accounts)|the (?:minutes|motion|accounts|adoption)))`,
)
const SECONDS = new RegExp(
  `(?:^|[.;,:(–-]\\s?|\\band\\s|\\bwith\\s)(${NAME})\\s(?:(?:then |also )?(?:seconded|seconds|2nd(?:ed)?)\\b|second\\b(?! by))`,
)
const OUTCOMES: readonly (readonly [RegExp, Outcome])[] = [
  [
    /\b(?:motion|resolution|amendment|vote|proposal|it|result|outcome)\b.{0,40}\b(?:failed|fails|lost|defeated|denied|rejected|did not pass|not carried|died)\b|^(?:failed|defeated|lost|not carried)\b/i,
    'lost',
  ],
  [
    /\b(?:motion|resolution|item|amendment|result|proposal)\b.{0,30}\b(?:was |is |be )?(?:tabled|postponed|deferred|continued)\b|^(?:tabled|postponed)\b/i,
    'deferred',
  ],
  [
    /\b(?:motion|resolution|amendment|proposal)\b.{0,30}\bwithdrawn\b|\bwithdrew (?:the|his|her|their) motion\b|^withdrawn\b/i,
    'withdrawn',
  ],
  [
    /\b(?:motion|resolution|amendment|vote|result|outcome|proposal)\b.{0,40}\b(?:carried|carries|passed|passes|approved|adopted|unanimous(?:ly)?)\b|\bcarried (?:unanimously|by)\b|\b(?:passed|approved|adopted|accepted|agreed|carried) (?:unanimously|nem\.? con)\b|\bunanimously (?:passed|approved|adopted|carried|agreed|accepted|resolved)\b|\bunanimous (?:vote|approval|consent)\b|\ball (?:were )?in favou?r\b|\bso (?:moved|carried)\b|^(?:motion )?(?:carried|passed|passes|approved|adopted|accepted|agreed)\b|\b(?:ADOPTED|PASSED|CARRIED|APPROVED)\b/i,
    'carried',
  ],
]

export interface MotionParts {
  mover: string | null
  seconder: string | null
  outcome: Outcome | null
}

/** Who moved, who seconded and how it ended, as far as one sentence says so. */
export function motionParts(sentence: string): MotionParts {
  const mover = name(MOVED_BY.exec(sentence)?.[1]) ?? name(MOVES.exec(sentence)?.[1])
  const seconder = name(SECONDED_BY.exec(sentence)?.[1]) ?? name(SECONDS.exec(sentence)?.[1])
  const outcome = OUTCOMES.find(([pattern]) => pattern.test(sentence))?.[1] ?? null
  return { mover, seconder, outcome }
}

const NO_NAME =
  /^(?:The|It|This|That|A|An|There|Motion|Moved|Second(?:ed)?|Proposed|Carried|All|None|Vote|Approved|Resolution|Board|Council|Committee|Members?|If|When|As|And|To|By|On|We|He|She|They|Upon|Unanimous\w*|Nobody|No|Someone)$/

function name(found: string | undefined): string | null {
  if (found === undefined) return null
  const words = found.replace(/[.,;:]+$/, '').split(' ')
  while (words.length > 0 && NO_NAME.test(words.at(-1) ?? '')) words.pop()
  while (words.length > 1 && /^(?:Motion|Moved|Seconded|And|By|Then|Second)$/.test(words[0] ?? ''))
    words.shift()
  const [first = ''] = words
  if (
    words.length === 0 ||
    (words.length === 1 && NO_NAME.test(first)) ||
    /^(?:The|It|This|That|A|Motion|Upon|There)$/.test(first)
  )
    return null
  return words.join(' ').replace(/^@/, '')
}
