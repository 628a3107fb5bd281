import type { FlowStyle, RunLook } from '../flow/flow-content.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { WORD_PREFIXES } from './docx-parts.ts'

interface RawStyle extends FlowStyle {
  name: string
  basedOn?: string
}

const MOST_ANCESTORS = 30

/** Where a paragraph's first line begins, in points from the margin; Word writes twentieths of a point. */
export function indentOf(attributes: Readonly<Record<string, string>>): number {
  const points = (...names: readonly string[]) => {
    const value = Number(names.map((name) => attributes[name]).find((v) => v !== undefined) ?? 0)
    return Number.isFinite(value) ? value / 20 : 0
  }
  return points('w:left', 'w:start') + points('w:firstLine') - points('w:hanging')
}

/** Word writes a property that is on as an element, with or without a value. */
export function isOn(attributes: Readonly<Record<string, string>>): boolean {
  const value = attributes['w:val']
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none'
}

/** Takes one run property into a look. */
export function takeRunProperty(
  look: RunLook,
  name: string,
  attributes: Readonly<Record<string, string>>,
): void {
  if (name === 'w:b') look.bold = isOn(attributes)
  else if (name === 'w:i') look.italic = isOn(attributes)
  else if (name === 'w:vanish') look.hidden = isOn(attributes)
  else if (name === 'w:sz') {
    const size = Number(attributes['w:val']) / 2
    if (size > 0 && size < 2000) look.size = size
  }
}

/** "heading 2" in whatever case; other languages are known by their outline level. */
function headingOfName(name: string): number | undefined {
  const level = Number(/^heading\s?([1-9])$/i.exec(name)?.[1])
  return level >= 1 ? level : undefined
}

export interface DocxStyles {
  /** A style with all it inherits; unknown ids give the document's defaults. */
  paragraph(id: string | undefined): FlowStyle
  character(id: string): RunLook
}

/** Reads styles.xml; null gives Word's own defaults. */
export function readDocxStyles(bytes: Uint8Array | null): DocxStyles {
  const styles = new Map<string, RawStyle>()
  const defaults: RunLook = {}
  let standard: string | undefined
  let current: RawStyle | null = null
  let inDefaults = false
  if (bytes) {
    parseXml(
      bytes,
      {
        open: (name, attributes) => {
          if (name === 'w:rPrDefault') inDefaults = true
          if (name === 'w:style') {
            const id = attributes['w:styleId'] ?? ''
            current = { name: '' }
            styles.set(id, current)
            if (attributes['w:type'] === 'paragraph' && attributes['w:default'] !== undefined) standard = id
            return
          }
          const value = attributes['w:val']
          if (inDefaults) takeRunProperty(defaults, name, attributes)
          if (!current) return
          takeRunProperty(current, name, attributes)
          if (name === 'w:name') current.name = value ?? ''
          else if (name === 'w:basedOn' && value !== undefined) current.basedOn = value
          else if (name === 'w:numId' && value !== undefined) current.numberingId = value
          else if (name === 'w:ilvl') current.numberingLevel = Number(value) || 0
          else if (name === 'w:ind') current.indent = indentOf(attributes)
          else if (name === 'w:pageBreakBefore') current.pageBreakBefore = isOn(attributes)
          else if (name === 'w:outlineLvl') {
            const level = Number(value)
            if (level >= 0 && level <= 8) current.headingLevel = level + 1
          }
        },
        close: (name) => {
          if (name === 'w:rPrDefault') inDefaults = false
          if (name === 'w:style') current = null
        },
        text: () => undefined,
      },
      WORD_PREFIXES,
    )
  }
  const resolved = new Map<string, FlowStyle>()
  const resolve = (id: string, depth: number): FlowStyle => {
    const known = resolved.get(id)
    if (known) return known
    const raw = styles.get(id)
    if (!raw || depth > MOST_ANCESTORS) return {}
    const { name, basedOn, ...own } = raw
    const heading = own.headingLevel ?? headingOfName(name)
    const style: FlowStyle = {
      ...(basedOn === undefined ? {} : resolve(basedOn, depth + 1)),
      ...own,
      ...(heading === undefined ? {} : { headingLevel: heading }),
    }
    resolved.set(id, style)
    return style
  }
  return {
    paragraph: (id) => {
      const key = id !== undefined && styles.has(id) ? id : standard
      return { size: 10, ...defaults, ...(key === undefined ? {} : resolve(key, 0)) }
    },
    character: (id) => resolve(id, 0),
  }
}
