import { bulletOf, formatNumber } from './format-number.ts'
import type { NumberStyle } from './format-number.ts'

export interface CountedLevel {
  readonly start: number
  readonly style: NumberStyle | 'bullet'
  /** The number as displayed, with "%1" to "%9" where the counts of the levels stand. */
  readonly text: string
}

const LEVELS = 9

/** Counts the paragraphs of one list, level by level, and shows their numbers as a word processor does. */
export class ListCounter {
  private readonly levels: readonly CountedLevel[]
  private readonly counts: (number | undefined)[] = []

  constructor(levels: readonly CountedLevel[]) {
    this.levels = levels
  }

  /** A level starts again at this number the next time it is counted. */
  restart(level: number, start: number): void {
    this.counts[level] = start - 1
  }

  next(wanted: number): string | null {
    const depth = Math.min(Math.max(wanted, 0), LEVELS - 1)
    for (let at = 0; at < depth; at += 1) this.counts[at] ??= this.at(at).start
    this.counts[depth] = (this.counts[depth] ?? this.at(depth).start - 1) + 1
    for (let at = depth + 1; at < LEVELS; at += 1) this.counts[at] = undefined
    const current = this.at(depth)
    if (current.style === 'bullet') return bulletOf(current.text)
    const text = current.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const { style, start } = this.at(at)
      return formatNumber(this.counts[at] ?? start, style === 'bullet' ? 'decimal' : style)
    })
    return text.trim() === '' ? null : text.trim()
  }

  private at(level: number): CountedLevel {
    return this.levels[level] ?? { start: 1, style: 'decimal', text: '' }
  }
}
