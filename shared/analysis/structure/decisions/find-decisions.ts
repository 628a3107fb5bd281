import type { DocumentKind } from '../../../model/analysis.ts'
import { parseItemNumbers, withoutBullet } from '../items/item-number.ts'
import { isMarkedLine } from '../items/known-titles.ts'
import { wordCount } from '../items/title-shape.ts'
import type { Line } from '../line.ts'
import { decidedIn } from './decided-sentence.ts'
import type { DecisionDraft } from './decision-draft.ts'
import { motionParts } from './motion-parts.ts'

const LONGEST_SENTENCE = 1_500
const MOST_DECISIONS = 2_000
/** A motion's seconder and outcome stand within so many paragraphs of it; "the motion carried" after its debate. */
const MOTION_REACH = 8
const DEBATE_REACH = 80
const LABEL =
  /^\W{0,3}(?:main |the |original |substitute )?(?:motion|moved|resolution|vote)\W{0,3}\s*[:–-]\s*/i
const LIST_HEAD = /^(?:key |main )?decisions?(?: (?:made|taken|agreed|reached))*\s*:?$/i
const ENDED = /\b(?:adjourned|closed|ended|concluded|finished)\b.{0,40}\b(?:at|by)\b/i
/** A vote without a motion's own words: it completes the motion before it. */
const BARE =
  /^\W{0,3}(?:(?:the )?(?:motion|vote|resolution|result|outcome|mover|seconder|seconded|moved|proposed|second|ayes?|nays?|noes|yeas?|all in favou?r|carried|passed|approved|adopted|unanimous(?:ly)?|abstain\w*|in favou?r|against|[\w ]{0,40}declared the motion)\b)/i

const MOTION_MARK = /^\W{0,3}(?:the )?motion\W{0,3}\s*[:–-]\s*/i
const MOTION_WORDS =
  /\b(?:the|a|an|was|is|were|it|and|by|with|all|in|to|made|motion|motions|moved?|mover|proposed|proposer|sponsor|second(?:ed|er)?|carried|carries|passed|passes|approved|adopted|unanimous(?:ly)?|vote[sd]?|favou?r|resolution|result|outcome|action|there|being|no|none|opposed|against|abstain\w*|abstentions?|ayes?|nays?|noes|yeas?|\d{1,3})\b/gi

/** Words of a sentence besides who moved, who seconded and how it ended. */
function ownWords(sentence: string, parts: ReturnType<typeof motionParts>): number {
  let rest = sentence.slice(0, 400)
  for (const name of [parts.mover, parts.seconder]) if (name !== null) rest = rest.replace(name, ' ')
  return wordCount(rest.replace(MOTION_WORDS, ' '))
}

interface Open {
  draft: DecisionDraft
  item: number | null
  age: number
}

/** What the minutes say was resolved, agreed, approved, or moved and put to the vote. */
export function findDecisions(
  lines: readonly Line[],
  titleLines: ReadonlySet<number>,
  itemOf: readonly (number | null)[],
  titles: readonly string[],
  kind: DocumentKind,
): DecisionDraft[] {
  if (kind !== 'minutes') return []
  const drafts: DecisionDraft[] = []
  let open: Open | null = null
  let listed = false
  let ended = false
  for (const paragraph of paragraphsOf(lines, titleLines)) {
    if (drafts.length >= MOST_DECISIONS) break
    const { at, line, text } = paragraph
    const item = itemOf[at] ?? null
    // What stands after the close is annexed to the minutes.
    if (ended) break
    ended = item === titles.length - 1 && /adjourn|clos/i.test(titles[item] ?? '') && ENDED.test(text)
    if (open && (open.item !== item || open.age > DEBATE_REACH)) open = null
    if (open) open.age += 1
    if (LIST_HEAD.test(text)) {
      listed = true
      continue
    }
    if (listed && paragraph.bullet && decidedIn(text) === null) {
      if (wordCount(text) >= 3) drafts.push(draftOf(at, line, text, 'agreed', 'decision-list'))
      continue
    }
    if (!paragraph.bullet) listed = false
    for (const sentence of sentencesOf(text)) {
      const parts = motionParts(sentence)
      const bare = ownWords(sentence, parts) < 3
      const told = parts.mover !== null || parts.seconder !== null || parts.outcome !== null
      const near = open !== null && (open.age <= MOTION_REACH || /\bmotion\b/i.test(sentence))
      if (open && near && told && bare && !(parts.mover !== null && open.draft.mover !== null)) {
        fill(open.draft, parts)
        continue
      }
      const decided = decidedIn(sentence)
      if (parts.mover !== null || (LABEL.test(sentence) && !bare && parts.outcome === null)) {
        const own = sentence.replace(MOTION_MARK, '')
        const worded = decided?.kind === 'resolved' ? 'resolved' : 'moved'
        const words: string = bare && item !== null ? (titles[item] ?? own) : own
        open = { draft: draftOf(at, line, words, worded, 'decision-motion'), item, age: 0 }
      } else if (open && near && told && BARE.test(sentence) && wordCount(sentence) < 40) {
        fill(open.draft, parts)
        continue
      } else if (decided !== null && wordCount(sentence) >= 3) {
        const rule = decided.marked ? 'decision-marked' : 'decision-told'
        open = { draft: draftOf(at, line, sentence, decided.kind, rule), item, age: 0 }
        parts.outcome ??= 'carried'
      } else continue
      fill(open.draft, parts)
      drafts.push(open.draft)
    }
  }
  return withoutRepeats(drafts)
}

function draftOf(
  at: number,
  line: Line,
  text: string,
  kind: DecisionDraft['kind'],
  rule: string,
): DecisionDraft {
  const plain = text.replace(/\s+/g, ' ').trim()
  const short = plain.length > 600 ? `${plain.slice(0, 599)}…` : plain
  return {
    at,
    line,
    text: short,
    kind,
    mover: null,
    seconder: null,
    outcome: rule === 'decision-list' ? 'carried' : null,
    rule,
  }
}

function fill(draft: DecisionDraft, parts: ReturnType<typeof motionParts>): void {
  draft.mover ??= parts.mover
  draft.seconder ??= parts.seconder
  draft.outcome ??= parts.outcome
}

interface Paragraph {
  at: number
  line: Line
  text: string
  bullet: boolean
}

/** Paragraphs and cells; a title's own words are none, but "RESOLVED …" may stand as an item's title. */
function paragraphsOf(lines: readonly Line[], titleLines: ReadonlySet<number>): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let parts: string[] = []
  let open: { at: number; line: Line; bullet: boolean } | null = null
  const close = () => {
    if (open) paragraphs.push({ ...open, text: parts.join(' ') })
    open = null
    parts = []
  }
  lines.forEach((line, at) => {
    if (line.cells) {
      close()
      for (const cell of line.cells) {
        if (cell !== '')
          for (const text of cell.split('\n')) paragraphs.push({ at, line, text, bullet: false })
      }
      return
    }
    const plain = withoutBullet(line.text)
    const numbered = parseItemNumbers(line.text, line.marker)[0]?.rest
    const begins =
      line.firstOfBlock ||
      line.unfolded ||
      plain !== null ||
      numbered !== undefined ||
      titleLines.has(at) ||
      isMarkedLine(line.text) ||
      BARE.test(line.text)
    if (begins || open === null) {
      close()
      open = { at, line, bullet: plain !== null || line.listLevel !== null }
    }
    parts.push(plain ?? numbered ?? line.text)
  })
  close()
  return paragraphs
}

function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const sentence of text.split(/(?<=[a-z)\]\d%”"][.;!]["”’)]?)\s+(?=["“‘(]?[A-Z@\d])/)) {
    const last = sentences.at(-1)
    // "Mr. Bell", "Cllr. Fox": no sentence ends there.
    if (last !== undefined && /\b(?:Mr|Mrs|Ms|Dr|Cllr|Prof|Rev|St|No|Vs|Jr)\.$/.test(last))
      sentences[sentences.length - 1] = `${last} ${sentence}`
    else sentences.push(sentence)
  }
  return sentences.map((s) => s.trim().slice(0, LONGEST_SENTENCE)).filter((s) => s !== '')
}

function withoutRepeats(drafts: readonly DecisionDraft[]): DecisionDraft[] {
  const seen = new Set<string>()
  return drafts.filter((draft) => {
    const key = `${draft.at}:${draft.text.toLowerCase()}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
