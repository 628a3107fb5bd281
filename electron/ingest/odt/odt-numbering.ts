import { formatNumber } from '../lists/format-number.ts'
import type { OdtListLevel } from './odt-styles.ts'

/** Counts the items of one list, or the headings of the outline, level by level (1-based). */
export class OdtCounter {
  private readonly counts: (number | undefined)[] = []
  private readonly levels: ReadonlyMap<number, OdtListLevel>

  constructor(levels: ReadonlyMap<number, OdtListLevel>) {
    this.levels = levels
  }

  /** Starts a level (and those below it) afresh. */
  restart(level: number): void {
    for (let at = level; at < Math.max(this.counts.length, level + 1); at += 1) this.counts[at] = undefined
  }

  /** The next item's number as displayed; null when the level shows none. */
  next(level: number, start: number | null): string | null {
    const definition = this.levels.get(level)
    if (!definition) return null
    this.counts[level] = start ?? (this.counts[level] ?? definition.start - 1) + 1
    this.restart(level + 1)
    if (definition.bullet !== null) return definition.bullet
    if (definition.format === 'none') return null
    const first = Math.max(1, level - definition.displayLevels + 1)
    const parts: string[] = []
    for (let at = first; at <= level; at += 1) {
      const shown = this.levels.get(at)
      if (shown && shown.bullet === null && shown.format !== 'none')
        parts.push(formatNumber(this.counts[at] ?? shown.start, shown.format))
    }
    return `${definition.prefix}${parts.join('.')}${definition.suffix}`.trim()
  }
}
