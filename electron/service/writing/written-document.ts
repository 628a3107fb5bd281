import type { Focus } from '../../../shared/model/focus.ts'

/** A document to be written out, as what it says and not how: each writer gives it its own form. */
export interface WrittenDocument {
  readonly title: string
  readonly blocks: readonly WrittenBlock[]
}

export type WrittenBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly look?: 'quiet' | 'quote' | 'strong' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | WrittenTable
  | WrittenShares
  | { readonly kind: 'new page' }
  /** Boxes to tick. */
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  /** Ruled lines to write on. */
  | { readonly kind: 'lines'; readonly count: number }

export interface WrittenTable {
  readonly kind: 'table'
  readonly columns: readonly WrittenColumn[]
  readonly rows: readonly (readonly WrittenCell[])[]
}

/** Stacked bars, one a row, with their figures beside them. */
export interface WrittenShares {
  readonly kind: 'shares'
  readonly caption: string
  /** Of the labels, then of each column of figures. */
  readonly heads: readonly string[]
  readonly legend: readonly { readonly focus: Focus; readonly label: string }[]
  readonly rows: readonly {
    readonly label: string
    readonly parts: readonly { readonly focus: Focus; readonly share: number }[]
    readonly figures: readonly string[]
    /** Drawn lighter: some of it is not known. */
    readonly pale: boolean
  }[]
}

export interface WrittenColumn {
  readonly head: string
  /** Part of the width, in per cent; they sum to 100. */
  readonly width: number
  readonly align?: 'left' | 'right'
}

export interface WrittenCell {
  readonly text: string
  /** Smaller lines below it. */
  readonly below?: readonly string[]
}

// eslint-disable-next-line no-control-regex -- what no format has a sign for.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g
/** Marks that turn the reading direction of all that follows them. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g

/** Every space but the one that keeps a figure and its sign together. */
const SPACES = /[^\S\u00a0]+/gu

/** Text of a document on one line, with nothing in it that a format cannot hold or that reaches past its own words. */
export function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(UNWRITABLE, ' ')
    .replace(DIRECTION, '')
    .replaceAll('\u202f', '\u00a0')
    .replace(SPACES, ' ')
    .trim()
}
