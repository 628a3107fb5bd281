import { actionWords, coverage, likeness } from './action-words.ts'
import type { ActionWords } from './action-words.ts'
import { fewestHeld, fewestShared } from './rare-stems.ts'

/** Titles under which a meeting speaks of actions of earlier ones. */
const CARRYING =
  /\b(?:matters arising|action (?:log|list|tracker|register|points?|items?|matrix|plan review)|actions? (?:arising|outstanding|carried|from|update|review|brought|log)|(?:outstanding|previous|open|review of|update on|follow[- ]?up) actions?|business arising|and actions?|issues? arising|rolling actions?)\b|^(?:\W*)actions?\W*$/i

export function isCarryingTitle(title: string): boolean {
  return CARRYING.test(title.slice(0, 200))
}

const NOT =
  /\b(?:not|no|never|nor|yet to|cannot|incomplete|unfinished|partly|partially|still|remains?|almost|nearly|due to be|expected to be|will be|would be|to be)\b/i
const DONE =
  /\b(?:completed?|done|closed|discharged|finished|actioned|delivered|implemented|concluded|fulfilled)\b|✓|✔|☑|\[x\]/i
const CARRIED =
  /\b(?:carried (?:forward|over)|ongoing|on[- ]going|in progress|outstanding|remains? open|still open|not yet|in hand|in draft|under way|underway|deferred|pending|open|to follow|brought forward)\b/i
const PASSIVE = /\b(?:has|have|had|was|were) (?:now |since |all |both |already )?(?:been )?([a-z]{3,20})\b/gi

export type Says = 'open' | 'done' | 'unknown'

/** What the words of one sentence or row say of an action in it; `verb` is the stem of what was to be done. */
export function saysOfAction(sentence: string, verb: string | null): Says {
  if (NOT.test(sentence)) return CARRIED.test(sentence) || DONE.test(sentence) ? 'open' : 'unknown'
  if (DONE.test(sentence)) return 'done'
  if (CARRIED.test(sentence)) return 'open'
  if (verb === null) return 'unknown'
  for (const match of sentence.matchAll(PASSIVE)) {
    const [stem] = actionWords(match[1] ?? '').stems.keys()
    if (stem === verb) return 'done'
  }
  return 'unknown'
}

const COUNTS = 'two three four five six seven eight nine ten eleven twelve'.split(' ')
/** "All four actions had been completed", "Other actions were not yet due". */
const ALL =
  /\b(all|the|other|remaining)(?: of the| the)?((?: (?:other|remaining|outstanding|previous|open|earlier|board|\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)){0,3}) actions?\b/i

export interface SaidOfAll {
  readonly says: 'open' | 'done'
  /** Those that the same document does not name by themselves. */
  readonly others: boolean
  /** How many it speaks of, where it says. */
  readonly count: number | null
}

/** What a sentence says of all earlier actions, or all others, at once; null where it speaks of none or of some. */
export function saysOfAllActions(sentence: string): SaidOfAll | null {
  const match = ALL.exec(sentence)
  if (
    match === null ||
    /\bnot all\b|\bmost\b|\bsome\b|\bexcept\b|\bapart from\b|\bother than\b/i.test(sentence)
  )
    return null
  const [, head = '', between = ''] = match
  const others = /other|remaining/i.test(`${head} ${between}`)
  // "The actions" alone may be the actions of one report.
  if (/^the$/i.test(head) && !others && !/outstanding|previous|earlier/i.test(between)) return null
  const says = saysOfAction(sentence, null)
  if (says === 'unknown') return null
  const number = between
    .trim()
    .split(' ')
    .find((word) => COUNTS.includes(word.toLowerCase()) || /^\d+$/.test(word))
  const count =
    number === undefined
      ? null
      : /^\d+$/.test(number)
        ? Number(number)
        : COUNTS.indexOf(number.toLowerCase()) + 2
  return { says, others, count }
}

/** A passage cut into sentences; a table's row stays whole. */
export function sentencesOf(text: string): string[] {
  const cut = text.slice(0, 6000)
  if (cut.includes(' | ')) return [cut]
  return cut
    .split(/(?<=[a-z)\d”"’'][.!?;])\s+(?=[A-Z“"‘'(\d])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 8)
}

const IS_NAMED = 0.72
/** Where the sentence says outright that it speaks of an action. */
const IS_NAMED_AS_ACTION = 0.5
const IS_CELL = 0.85

/** How many of an action's telling stems a sentence or row holds at least that speaks of it (the two functions below). */
export function fewestSpoken(action: ActionWords): number {
  const inSentence = Math.max(Math.min(3, action.telling.length), fewestHeld(action, IS_NAMED_AS_ACTION))
  return Math.max(1, Math.min(inSentence, fewestShared(action, IS_CELL)))
}

/** How surely a sentence speaks of an action; 0 where it does not. */
export function namesAction(action: ActionWords, sentence: string, words: ActionWords): number {
  const { part, telling } = coverage(action, words)
  const tellingInAll = action.telling.length
  if (tellingInAll < 2 || telling < Math.min(3, tellingInAll)) return 0
  return part >= (/\bactions?\b/i.test(sentence) ? IS_NAMED_AS_ACTION : IS_NAMED) ? part : 0
}

/** The cell of a log's row that holds the action, and how surely; null where none does. */
export function cellWithAction(
  action: ActionWords,
  cells: readonly ActionWords[],
): { cell: number; score: number } | null {
  return cells.reduce<{ cell: number; score: number } | null>((best, words, cell) => {
    const { dice, atOdds, shared } = likeness(action, words)
    if (atOdds || shared < 1 || dice < IS_CELL) return best
    return best === null || dice > best.score ? { cell, score: dice } : best
  }, null)
}
