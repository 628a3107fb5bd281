/** A stretch of text set in one go, in points from the page's top left corner (after turning it upright). */
export interface TextRun {
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly width: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  /** White space stood before it in the file. */
  readonly spaceBefore: boolean
}

/** Runs of one line without a wide gap. */
export interface Segment {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly size: number
  /** Characters, and how many of them are bold and italic. */
  readonly characters: number
  readonly boldCharacters: number
  readonly italicCharacters: number
  /** Characters of `text` at its start that are bold, up to the first that is not. */
  readonly boldStart?: number
}

/** All segments that stand on one baseline, left to right. */
export interface Line {
  readonly segments: readonly Segment[]
  readonly baseline: number
  readonly size: number
  readonly x: number
  readonly right: number
}

/** A straight stroke or a thin filled rectangle: the ruling of a table. */
export interface Rule {
  readonly direction: 'horizontal' | 'vertical'
  /** y of a horizontal, x of a vertical. */
  readonly at: number
  readonly from: number
  readonly to: number
}
