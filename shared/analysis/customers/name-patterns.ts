import { COMMON_WORDS } from './common-words.ts'
import { nameTokens } from './name-tokens.ts'
import type { NameToken } from './name-tokens.ts'

/** What the matcher needs of a customer. */
export interface NamedCustomer {
  id: string
  name: string
  aliases: readonly string[]
}

/** One way of writing a customer's name, as folded tokens without its legal form. */
export interface NamePattern {
  tokens: readonly string[]
  /** Whose it is; more than one where customers share a name. */
  customers: string[]
  /** Written in capitals only by whoever registered it ("NWR"): compared with its case. */
  isAcronym: boolean
  /** All its words are everyday words ("Three Rivers", "Next"). */
  isCommon: boolean
  /** Written as one word, hyphens and apostrophes within it. */
  isOneWord: boolean
  /** It has a comma of its own. */
  hasComma: boolean
  /** The name as registered begins with "The". */
  hasArticle: boolean
}

export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'plc ltd limited inc incorporated llc llp lp gmbh ag sa sas sarl bv nv ab oy as corp corporation pty co company cic cio spa srl kg se'.split(
    ' ',
  ),
)
/** Words that a name of everyday words may hold in small letters. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'and of the for in on at to by with de la le du van der den von und'.split(' '),
)

interface Node {
  next: Map<string, Node>
  pattern: NamePattern | null
}
const newNode = (): Node => ({ next: new Map(), pattern: null })

/** All names of all customers as one tree of tokens, and their unusual words with one letter left out. */
export interface NameIndex {
  root: Node
  /** Unusual words by each of their spellings with up to two letters missing. */
  spellings: ReadonlyMap<string, readonly string[]>
  /** Patterns by the unusual words they hold. */
  byWord: ReadonlyMap<string, readonly NamePattern[]>
}
export type { Node as NameNode }

/** Shorter words have too many neighbours to be asked about. */
const LEAST_SPELLED = 5
/** From this length on two letters may differ. */
export const LONG_WORD = 9
const MOST_TOKENS = 12

/** The tokens without a legal form at the end, unless nothing else is left. */
function withoutLegalForm(tokens: readonly NameToken[]): readonly NameToken[] {
  let length = tokens.length
  while (length > 1 && LEGAL_FORMS.has(tokens[length - 1]?.fold ?? '')) length -= 1
  // "Locke & Co": the sign belongs to the form.
  if (length < tokens.length && length > 1 && tokens[length - 1]?.fold === 'and') length -= 1
  return tokens.slice(0, length)
}

/** "Co-op" is also "Coop". */
function spellings(tokens: readonly NameToken[]): string[][] {
  const split = tokens.map((token) => token.fold)
  const joined: string[] = []
  for (const token of tokens) {
    if (token.before === 'hyphen' && joined.length > 0) joined.push(`${joined.pop() ?? ''}${token.fold}`)
    else joined.push(token.fold)
  }
  return joined.length === split.length ? [split] : [split, joined]
}

/** Every spelling of a word with up to `most` letters left out, the word itself among them. */
export function withLettersLeftOut(word: string, most: number): Set<string> {
  const all = new Set([word])
  let last = [word]
  for (let round = 0; round < most; round += 1) {
    const shorter: string[] = []
    for (const one of last)
      for (let at = 0; at < one.length; at += 1) {
        const without = one.slice(0, at) + one.slice(at + 1)
        if (!all.has(without)) {
          all.add(without)
          shorter.push(without)
        }
      }
    last = shorter
  }
  return all
}

export const lettersThatMayDiffer = (word: string): number => (word.length >= LONG_WORD ? 2 : 1)

/** Puts customers' names in the form in which texts are searched for them. */
export function indexNames(customers: readonly NamedCustomer[]): NameIndex {
  const root = newNode()
  const words = new Map<string, Set<string>>()
  const byWord = new Map<string, NamePattern[]>()
  const add = (
    tokens: readonly string[],
    customer: string,
    given: string,
    parts: readonly NameToken[],
  ): void => {
    if (tokens.length === 0 || tokens.length > MOST_TOKENS) return
    let node = root
    for (const token of tokens) {
      let next = node.next.get(token)
      if (next === undefined) {
        next = newNode()
        node.next.set(token, next)
      }
      node = next
    }
    const isAcronym =
      tokens.length === 1 && parts.length === 1 && (parts[0]?.shouted ?? false) && given.length <= 8
    const known = node.pattern
    if (known !== null) {
      if (!known.customers.includes(customer)) known.customers.push(customer)
      known.isAcronym &&= isAcronym
      return
    }
    const pattern: NamePattern = {
      tokens,
      customers: [customer],
      isAcronym,
      isCommon: tokens.every((token) => COMMON_WORDS.has(token) || token.length <= 1),
      isOneWord: parts.every(({ before }, i) => i === 0 || before === 'hyphen' || before === 'apostrophe'),
      hasComma: given.includes(','),
      hasArticle: /^the\s/i.test(given),
    }
    node.pattern = pattern
    if (isAcronym || pattern.isCommon) return
    for (const token of tokens) {
      if (token.length < LEAST_SPELLED || COMMON_WORDS.has(token)) continue
      const patterns = byWord.get(token)
      if (patterns === undefined) byWord.set(token, [pattern])
      else patterns.push(pattern)
    }
  }
  for (const customer of customers)
    for (const given of [customer.name, ...customer.aliases]) {
      const all = nameTokens(given)
      const parts = withoutLegalForm(all[0]?.fold === 'the' && all.length > 1 ? all.slice(1) : all)
      for (const tokens of spellings(parts)) add(tokens, customer.id, given.trim(), parts)
      // "Bannerman, Locke & Co" is written with its "& Co" as often as without.
      if (parts.length < all.length && all.at(-1)?.fold === 'co')
        for (const tokens of spellings(all)) add(tokens, customer.id, given.trim(), all)
    }
  for (const word of byWord.keys())
    for (const spelling of withLettersLeftOut(word, lettersThatMayDiffer(word))) {
      const list = words.get(spelling)
      if (list === undefined) words.set(spelling, new Set([word]))
      else list.add(word)
    }
  return { root, byWord, spellings: new Map([...words].map(([spelling, list]) => [spelling, [...list]])) }
}
