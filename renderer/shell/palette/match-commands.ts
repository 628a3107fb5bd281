export interface Command {
  readonly id: string
  /** Under which head it stands. */
  readonly section: string
  readonly title: string
  /** More words it is found by. */
  readonly keywords?: string
  /** The key that does the same. */
  readonly keys?: string
  readonly run: () => void
}

const MOST = 12

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/**
 * The commands whose title or keywords hold, for each word of the query, a word that begins with it; those whose
 * title begins with the query first, then in the order given.
 */
export function matchCommands(commands: readonly Command[], query: string): Command[] {
  const asked = wordsOf(query)
  if (asked.length === 0) return commands.slice(0, MOST)
  const fits = ({ title, section, keywords = '' }: Command): boolean => {
    const words = wordsOf(`${title} ${section} ${keywords}`)
    return asked.every((part) => words.some((word) => word.startsWith(part)))
  }
  const begins = ({ title }: Command): boolean => fold(title).startsWith(fold(query.trim()))
  const found = commands.filter(fits)
  return [...found.filter(begins), ...found.filter((command) => !begins(command))].slice(0, MOST)
}
