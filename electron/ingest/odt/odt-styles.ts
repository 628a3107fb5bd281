import type { FlowStyle } from '../flow/flow-content.ts'
import { bulletOf } from '../lists/format-number.ts'
import type { NumberStyle } from '../lists/format-number.ts'
import { parseXml } from '../xml/parse-xml.ts'

export interface OdtStyle extends FlowStyle {
  pageBreakAfter?: boolean
  listStyle?: string
}

interface RawStyle extends OdtStyle {
  parent?: string
  /** Font sizes may be given as a share of the parent's. */
  sizeShare?: number
}

export interface OdtListLevel {
  readonly bullet: string | null
  readonly format: NumberStyle
  readonly prefix: string
  readonly suffix: string
  readonly displayLevels: number
  readonly start: number
}

const FORMATS: Readonly<Record<string, NumberStyle>> = {
  '1': 'decimal',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
}
const MOST_ANCESTORS = 30

function listLevel(name: string, attributes: Readonly<Record<string, string>>): OdtListLevel {
  const numbered = !name.endsWith('-bullet') && !name.endsWith('-image')
  return {
    bullet: numbered ? null : bulletOf(attributes['text:bullet-char'] ?? ''),
    format: FORMATS[attributes['style:num-format'] ?? ''] ?? 'none',
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    displayLevels: Math.min(Math.max(Number(attributes['text:display-levels']) || 1, 1), 10),
    start: Number(attributes['text:start-value'] ?? 1) || 0,
  }
}

/** Named and automatic styles of an ODT package, gathered from its styles and content parts. */
export class OdtStyles {
  private readonly styles = new Map<string, RawStyle>()
  private readonly resolved = new Map<string, OdtStyle>()
  private readonly defaults: RawStyle = {}
  readonly lists = new Map<string, Map<number, OdtListLevel>>()
  /** Numbering of headings themselves. */
  readonly outline = new Map<number, OdtListLevel>()

  /** Takes in the styles of one part; later parts win. */
  take(bytes: Uint8Array): void {
    let style: RawStyle | null = null
    let list: Map<number, OdtListLevel> | null = null
    parseXml(bytes, {
      open: (name, attributes) => {
        if (name === 'style:style') {
          style = {}
          this.styles.set(`${attributes['style:family'] ?? ''} ${attributes['style:name'] ?? ''}`, style)
          this.takeStyleAttributes(style, attributes)
        } else if (name === 'style:default-style' && attributes['style:family'] === 'paragraph')
          style = this.defaults
        else if (name === 'text:list-style') {
          list = new Map()
          this.lists.set(attributes['style:name'] ?? '', list)
        } else if (name === 'text:outline-style') list = this.outline
        else if (name.startsWith('text:list-level-style-') || name === 'text:outline-level-style')
          list?.set(Number(attributes['text:level']) || 1, listLevel(name, attributes))
        else if (style) takeProperties(style, name, attributes)
      },
      close: (name) => {
        if (name === 'style:style' || name === 'style:default-style') style = null
        if (name === 'text:list-style' || name === 'text:outline-style') list = null
      },
      text: () => undefined,
    })
  }

  private takeStyleAttributes(style: RawStyle, attributes: Readonly<Record<string, string>>): void {
    const parent = attributes['style:parent-style-name']
    if (parent !== undefined) style.parent = parent
    const level = Number(attributes['style:default-outline-level'])
    if (level >= 1 && level <= 9) style.headingLevel = level
    const list = attributes['style:list-style-name']
    if (list !== undefined && list !== '') style.listStyle = list
    const master = attributes['style:master-page-name']
    if (master !== undefined && master !== '') style.pageBreakBefore = true
  }

  find(family: 'paragraph' | 'text', name: string | undefined): OdtStyle {
    return this.resolve(family, name ?? '', 0)
  }

  private resolve(family: string, name: string, depth: number): OdtStyle {
    const key = `${family} ${name}`
    const known = this.resolved.get(key)
    if (known) return known
    const raw = this.styles.get(key)
    const base = family === 'paragraph' ? { size: 12, ...this.defaults } : {}
    if (!raw || depth > MOST_ANCESTORS) return base
    const { parent, sizeShare, ...own } = raw
    const inherited: OdtStyle = parent === undefined ? base : this.resolve(family, parent, depth + 1)
    const { pageBreakBefore: _before, pageBreakAfter: _after, ...rest } = inherited
    const style: OdtStyle = { ...rest, ...own }
    if (sizeShare !== undefined && inherited.size !== undefined) style.size = inherited.size * sizeShare
    this.resolved.set(key, style)
    return style
  }
}

function takeProperties(style: RawStyle, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'style:text-properties') {
    const weight = attributes['fo:font-weight']
    if (weight !== undefined) style.bold = weight === 'bold' || Number(weight) >= 600
    const slope = attributes['fo:font-style']
    if (slope !== undefined) style.italic = slope === 'italic' || slope === 'oblique'
    const size = attributes['fo:font-size'] ?? ''
    if (size.endsWith('pt')) style.size = Number.parseFloat(size) || 12
    else if (size.endsWith('%')) style.sizeShare = (Number.parseFloat(size) || 100) / 100
    if (attributes['text:display'] === 'none') style.hidden = true
  } else if (name === 'style:paragraph-properties') {
    if (attributes['fo:break-before'] === 'page') style.pageBreakBefore = true
    if (attributes['fo:break-after'] === 'page') style.pageBreakAfter = true
  }
}
