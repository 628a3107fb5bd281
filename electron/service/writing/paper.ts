/** A column of a table: its head and its part of the width. */
export interface PaperColumn {
  readonly head: string
  readonly width: number
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly faint?: boolean }
  | {
      readonly kind: 'table'
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Boxes to tick, in a row where they fit. */
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  /** Ruled lines to write on. */
  | { readonly kind: 'lines'; readonly count: number }

/** A printed paper in plain terms, to be written as Word or PDF. Each section begins a page. */
export interface Paper {
  readonly title: string
  readonly subtitle: string | null
  readonly landscape: boolean
  readonly sections: readonly { readonly heading: string | null; readonly blocks: readonly PaperBlock[] }[]
  /** At the foot of each page, before its number. */
  readonly foot: string
}

/** Marks that turn the direction of writing, and the two that are no characters. */
const UNSEEN = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g

const isControl = (character: string): boolean => {
  const code = character.charCodeAt(0)
  return (code < 32 && code !== 9 && code !== 10 && code !== 13) || (code >= 127 && code < 160)
}

/** Text as it may be written into a file: no control characters, and nothing that turns the direction of writing. */
export function writable(text: string): string {
  return [...text.toWellFormed().replace(UNSEEN, '')].filter((character) => !isControl(character)).join('')
}
