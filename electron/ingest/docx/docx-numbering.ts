import { bulletOf, formatNumber } from '../lists/format-number.ts'
import type { NumberStyle } from '../lists/format-number.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { WORD_PREFIXES } from './docx-parts.ts'

interface Level {
  start: number
  format: string
  text: string
  /** Level after which this one starts again, 1-based; 0: never. */
  restart: number | null
  legal: boolean
  paragraphStyle: string | null
}

interface Abstract {
  levels: Map<number, Level>
  /** This definition only points to the one of a numbering style. */
  styleLink: string | null
  definesStyle: string | null
}

interface Instance {
  abstract: string
  starts: Map<number, number>
  levels: Map<number, Level>
}

const LEVELS = 9
const STYLES: Readonly<Record<string, NumberStyle>> = {
  decimal: 'decimal',
  decimalZero: 'decimal-zero',
  lowerLetter: 'lower-letter',
  upperLetter: 'upper-letter',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
  ordinal: 'ordinal',
  none: 'none',
}

const newLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  text: '',
  restart: null,
  legal: false,
  paragraphStyle: null,
})

function takeLevelProperty(level: Level, name: string, value: string | undefined): void {
  if (name === 'w:start') level.start = Number(value) || 0
  else if (name === 'w:numFmt') level.format = value ?? 'decimal'
  else if (name === 'w:lvlText') level.text = value ?? ''
  else if (name === 'w:lvlRestart') level.restart = Number(value) || 0
  else if (name === 'w:isLgl') level.legal = value !== '0' && value !== 'false'
  else if (name === 'w:pStyle') level.paragraphStyle = value ?? null
}

export interface DocxNumbering {
  /** Counts one paragraph of this list and gives its number as displayed; null when it shows none. */
  next(numberingId: string, level: number): string | null
  /** The level at which a paragraph style is numbered in this list, or null. */
  levelOfStyle(numberingId: string, styleId: string): number | null
}

/** Reads numbering.xml and counts as Word does (ECMA-376 part 1, 17.9). */
export function readDocxNumbering(bytes: Uint8Array | null): DocxNumbering {
  const abstracts = new Map<string, Abstract>()
  const instances = new Map<string, Instance>()
  let abstract: Abstract | null = null
  let instance: Instance | null = null
  let level: Level | null = null
  let overridden = 0
  if (bytes) {
    parseXml(
      bytes,
      {
        open: (name, attributes) => {
          const value = attributes['w:val']
          if (name === 'w:abstractNum') {
            abstract = { levels: new Map(), styleLink: null, definesStyle: null }
            abstracts.set(attributes['w:abstractNumId'] ?? '', abstract)
          } else if (name === 'w:num') {
            instance = { abstract: '', starts: new Map(), levels: new Map() }
            instances.set(attributes['w:numId'] ?? '', instance)
          } else if (name === 'w:abstractNumId' && instance) instance.abstract = value ?? ''
          else if (name === 'w:numStyleLink' && abstract) abstract.styleLink = value ?? null
          else if (name === 'w:styleLink' && abstract) abstract.definesStyle = value ?? null
          else if (name === 'w:lvlOverride') overridden = Number(attributes['w:ilvl']) || 0
          else if (name === 'w:startOverride' && instance) instance.starts.set(overridden, Number(value) || 0)
          else if (name === 'w:lvl') {
            level = newLevel()
            const at = Number(attributes['w:ilvl']) || 0
            if (instance) instance.levels.set(at, level)
            else abstract?.levels.set(at, level)
          } else if (level) takeLevelProperty(level, name, value)
        },
        close: (name) => {
          if (name === 'w:abstractNum') abstract = null
          if (name === 'w:num') instance = null
          if (name === 'w:lvl') level = null
        },
        text: () => undefined,
      },
      WORD_PREFIXES,
    )
  }

  const abstractOf = (id: string): { id: string; abstract: Abstract } | null => {
    const found = abstracts.get(id)
    if (!found) return null
    if (found.styleLink === null || found.levels.size > 0) return { id, abstract: found }
    for (const [other, candidate] of abstracts)
      if (candidate.definesStyle === found.styleLink) return { id: other, abstract: candidate }
    return { id, abstract: found }
  }
  // Lists that share an abstract definition go on counting together.
  const counters = new Map<string, (number | undefined)[]>()
  const started = new Set<string>()

  const levelsOf = (
    numberingId: string,
  ): { key: string; instance: Instance; at: (level: number) => Level } | null => {
    const found = instances.get(numberingId)
    const definition = found ? abstractOf(found.abstract) : null
    if (!found || !definition) return null
    return {
      key: definition.id,
      instance: found,
      at: (at) => found.levels.get(at) ?? definition.abstract.levels.get(at) ?? newLevel(),
    }
  }

  return {
    levelOfStyle: (numberingId, styleId) => {
      const list = levelsOf(numberingId)
      if (!list) return null
      for (let at = 0; at < LEVELS; at += 1) if (list.at(at).paragraphStyle === styleId) return at
      return null
    },
    next: (numberingId, wanted) => {
      const list = levelsOf(numberingId)
      if (!list) return null
      const depth = Math.min(Math.max(wanted, 0), LEVELS - 1)
      const counts = counters.get(list.key) ?? []
      counters.set(list.key, counts)
      for (const [at, start] of list.instance.starts) {
        const once = `${numberingId}/${at}`
        if (started.has(once) || at > depth) continue
        started.add(once)
        counts[at] = at === depth ? start - 1 : start
      }
      for (let at = 0; at < depth; at += 1) counts[at] ??= list.at(at).start
      counts[depth] = (counts[depth] ?? list.at(depth).start - 1) + 1
      for (let at = depth + 1; at < LEVELS; at += 1) {
        const restart = list.at(at).restart
        if (restart === null || (restart > 0 && depth + 1 <= restart)) counts[at] = undefined
      }
      const current = list.at(depth)
      if (current.format === 'bullet') return bulletOf(current.text)
      const text = current.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const style = current.legal ? 'decimal' : (STYLES[list.at(at).format] ?? 'decimal')
        return formatNumber(counts[at] ?? list.at(at).start, style)
      })
      return text.trim() === '' ? null : text.trim()
    },
  }
}
