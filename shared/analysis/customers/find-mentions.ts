import { judgeMention } from './judge-mention.ts'
import type { Certainty, Doubt } from './judge-mention.ts'
import { LEGAL_FORMS } from './name-patterns.ts'
import type { NameIndex, NameNode, NamePattern } from './name-patterns.ts'
import { nameTokens } from './name-tokens.ts'
import type { NameToken } from './name-tokens.ts'
import { findNearSpellings } from './near-spellings.ts'

/** A customer's name in a text. `start` and `end` are offsets in it. */
export interface Mention {
  customer: string
  start: number
  end: number
  /** The words as compared: what a person's verdict on them is remembered by. */
  form: string
  certainty: Certainty
  /** Why it is not sure; null where it is. */
  doubt: Doubt | null
}

/** Goes up with every change of what is found, so that documents are looked through again. */
export const MATCHER_VERSION = 1

/** Full stops inside a name: after these, and after initials. */
const ABBREVIATED = new Set('st co bros mr mrs dr messrs ltd'.split(' '))

interface Candidate {
  /** Index of its first token, and of the one after its last. */
  from: number
  to: number
  pattern: NamePattern
  commas: boolean
  /** The last word is the name's with an "s" more. */
  plural: boolean
}

const goesOn = (token: NameToken, previous: NameToken): boolean => {
  if (token.before === 'break' || token.before === 'start') return false
  if (token.before !== 'stop') return true
  return ABBREVIATED.has(previous.fold) || (previous.shouted && previous.fold.length <= 3)
}

const PLURAL_LEAST = 4

/** Every reading of the tokens from `from` on that is a whole name. */
function namesFrom(tokens: readonly NameToken[], from: number, root: NameNode): Candidate[] {
  const found: Candidate[] = []
  const walk = (at: number, node: NameNode, commas: boolean): void => {
    const token = tokens[at]
    if (token === undefined) return
    const previous = tokens[at - 1]
    if (at > from && (previous === undefined || !goesOn(token, previous))) return
    const withComma = commas || (at > from && token.before === 'comma')
    const step = (fold: string, to: number): void => {
      const next = node.next.get(fold)
      if (next !== undefined) {
        if (next.pattern !== null)
          found.push({ from, to, pattern: next.pattern, commas: withComma, plural: false })
        walk(to, next, withComma)
      }
      if (fold.length > PLURAL_LEAST && fold.endsWith('s')) {
        const one = node.next.get(fold.slice(0, -1))
        if (one?.pattern != null)
          found.push({ from, to, pattern: one.pattern, commas: withComma, plural: true })
      }
    }
    step(token.fold, at + 1)
    const cut = tokens[at + 1]
    if (cut !== undefined && (cut.before === 'hyphen' || cut.before === 'split'))
      step(token.fold + cut.fold, at + 2)
  }
  walk(from, root, false)
  return found
}

/** The end of the name with its legal form, where it is written behind it. */
function withLegalForm(tokens: readonly NameToken[], to: number): number {
  let end = to
  for (;;) {
    const token = tokens[end]
    if (token === undefined || !LEGAL_FORMS.has(token.fold)) return end
    const joined = token.before === 'space' || token.before === 'comma' || token.before === 'stop'
    // "as" and "co" in small letters are words.
    if (!joined || (token.fold.length < 3 && !token.capital)) return end
    if (token.before === 'stop') return end
    end += 1
  }
}

/**
 * Customers named in a text: whole words only, the longest name first, each with how sure it is. Near spellings come
 * as `near`, for a person to settle. Linear in the text for a given register.
 */
export function findMentions(text: string, index: NameIndex): Mention[] {
  const tokens = nameTokens(text)
  const mentions: Mention[] = []
  const taken = new Set<number>()
  for (let at = 0; at < tokens.length; at += 1) {
    const candidates = namesFrom(tokens, at, index.root).filter(
      ({ pattern, commas }) => pattern.hasComma || !commas,
    )
    const longest = candidates.reduce<Candidate | null>(
      (best, one) => (best === null || one.to > best.to || (one.to === best.to && best.plural) ? one : best),
      null,
    )
    if (longest === null) continue
    const to = withLegalForm(tokens, longest.to)
    const verdict = judgeMention({
      tokens,
      from: longest.from,
      to: longest.to,
      hasLegalForm: to > longest.to,
      pattern: longest.pattern,
      plural: longest.plural,
    })
    if (verdict === null) continue
    const start = tokens[longest.from]?.start ?? 0
    const end = tokens[to - 1]?.end ?? start
    const form = longest.pattern.tokens.join(' ')
    for (const customer of longest.pattern.customers)
      mentions.push({
        customer,
        start,
        end,
        form,
        ...(longest.pattern.customers.length > 1 && verdict.certainty !== 'small'
          ? { certainty: 'doubtful', doubt: 'shared-name' }
          : verdict),
      })
    for (let i = longest.from; i < to; i += 1) taken.add(i)
    at = to - 1
  }
  for (const near of findNearSpellings(tokens, taken, index)) mentions.push(near)
  return mentions.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
