import type { ClassifierInput } from '../../model/focus.ts'
import type { WordPiece, WordPieceWord } from './wordpiece.ts'

/** A passage as the careful model reads it: token ids, and what each token is to the question asked. */
export interface EncodedPassage {
  readonly ids: readonly number[]
  /** One of `ROLE` for each id. */
  readonly roles: readonly number[]
}

/** The passage judged, or what stands around it, and whether it is one of the customers' own names. */
export const ROLE = { context: 0, passage: 1, contextTerm: 2, passageTerm: 3 } as const

/** Most tokens of each part: `before` keeps its last ones, all others their first. As in training. */
const LIMITS = { terms: 12, item: 24, before: 44, text: 128, after: 24 } as const
const MARKS = 6

/** The longest encoded passage, in tokens. */
export const LONGEST_PASSAGE = LIMITS.terms + LIMITS.item + LIMITS.before + LIMITS.text + LIMITS.after + MARKS

/** No character further in can become one of the tokens kept. */
const CHARACTERS = 2000

/** A crude singular, the same for a term and for the text it is looked for in. */
export function singular(word: string): string {
  const length = [...word].length
  if (length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1)
  return word
}

/** Counted in characters as training counts them, not in UTF-16 units. */
function firstCharacters(text: string): string {
  return text.length <= CHARACTERS ? text : [...text].slice(0, CHARACTERS).join('')
}
function lastCharacters(text: string): string {
  return text.length <= CHARACTERS ? text : [...text].slice(-CHARACTERS).join('')
}

function markTerms(words: readonly WordPieceWord[], terms: readonly (readonly string[])[]): boolean[] {
  const marks = words.map(() => false)
  if (terms.length === 0) return marks
  const stems = words.map(({ word }) => singular(word))
  for (let start = 0; start < stems.length; start += 1) {
    for (const term of terms) {
      if (term.length > 0 && term.every((stem, at) => stems[start + at] === stem)) {
        marks.fill(true, start, start + term.length)
      }
    }
  }
  return marks
}

/**
 * `[CLS] terms [SEP] item [SEP] before [SEP] text [SEP] after [SEP]`, at most `LONGEST_PASSAGE` tokens.
 * Words that name the organisation's customers carry a role of their own, so that a school's "pupils" and
 * a railway's "riders" look alike to the model.
 */
export function encodePassage(input: ClassifierInput, wordPiece: WordPiece): EncodedPassage {
  const separator = wordPiece.special('[SEP]')
  const ids: number[] = [wordPiece.special('[CLS]')]
  const roles: number[] = [ROLE.context]
  const terms = input.customerTerms
    .map((term) => wordPiece.words(term).map(({ word }) => singular(word)))
    .filter((term) => term.length > 0)

  function add(text: string, limit: number, plain: number, marked: number, fromEnd = false): void {
    const words = wordPiece.words(text)
    const marks = markTerms(words, terms)
    const partIds: number[] = []
    const partRoles: number[] = []
    words.forEach((word, at) => {
      const role = marks[at] === true ? marked : plain
      for (const id of word.ids) {
        partIds.push(id)
        partRoles.push(role)
      }
    })
    ids.push(...(fromEnd ? partIds.slice(-limit) : partIds.slice(0, limit)), separator)
    roles.push(...(fromEnd ? partRoles.slice(-limit) : partRoles.slice(0, limit)), ROLE.context)
  }

  add(firstCharacters(input.customerTerms.join(', ')), LIMITS.terms, ROLE.context, ROLE.contextTerm)
  add(firstCharacters(input.item), LIMITS.item, ROLE.context, ROLE.contextTerm)
  add(lastCharacters(input.before), LIMITS.before, ROLE.context, ROLE.contextTerm, true)
  add(firstCharacters(input.text), LIMITS.text, ROLE.passage, ROLE.passageTerm)
  add(firstCharacters(input.after), LIMITS.after, ROLE.context, ROLE.contextTerm)
  return { ids, roles }
}
