import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const PROJECT = join(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(PROJECT, path), 'utf8')

type Tokens = ReadonlyMap<string, string>

/** The colours of each block of the style sheet, by its selector. */
function blocksOf(css: string): Map<string, [string, string][]> {
  const blocks = [...css.matchAll(/^:root(?<selector>[^{]*)\{(?<body>[^}]*)\}/gm)]
  return new Map(
    blocks.map(({ groups }) => [
      groups?.['selector']?.trim() ?? '',
      [...(groups?.['body'] ?? '').matchAll(/--(?<name>[a-z-]+): (?<value>#[0-9a-f]{6});/g)].map((found) => [
        found.groups?.['name'] ?? '',
        found.groups?.['value'] ?? '',
      ]),
    ]),
  )
}

const blocks = blocksOf(read('renderer/styles/tokens.css'))
const over = (...selectors: string[]): Tokens =>
  new Map(selectors.flatMap((selector) => blocks.get(selector) ?? []))
const DARK = "[data-theme='dark']"
const MORE = "[data-contrast='more']"
const THEMES: Readonly<Record<string, Tokens>> = {
  Light: over(''),
  Dark: over('', DARK),
  'More contrast': over('', MORE),
  'Dark, more contrast': over('', DARK, MORE, `${MORE}${DARK}`),
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [low = 0, high = 0] = [one, other]
    .map((name) => luminance(tokens.get(name) ?? ''))
    .toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

describe.each(Object.entries(THEMES))('the colours: %s', (name, tokens) => {
  it('let all text be read with AAA contrast on every ground', () => {
    for (const ink of ['ink', 'ink-soft', 'ink-faint', 'customer-ink', 'numbers-ink'])
      for (const ground of ['paper', 'surface', 'sunken', 'hover', 'chosen'])
        expect.soft(contrast(tokens, ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(7)
    expect(contrast(tokens, 'ink', 'mark')).toBeGreaterThanOrEqual(7)
  })

  it('part customers, numbers and other by lightness alone, as on paper without colour', () => {
    expect(contrast(tokens, 'customer', 'numbers')).toBeGreaterThanOrEqual(1.7)
    expect(contrast(tokens, 'numbers', 'other')).toBeGreaterThanOrEqual(1.5)
    expect(contrast(tokens, 'customer', 'paper')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(tokens, 'numbers', 'paper')).toBeGreaterThanOrEqual(3)
  })

  it('show controls and the focus', () => {
    expect(contrast(tokens, 'edge', 'surface')).toBeGreaterThanOrEqual(3)
    expect(contrast(tokens, 'focus', 'paper')).toBeGreaterThanOrEqual(4.5)
  })

  it('stand in docs/design-system.md as they are', () => {
    const rows = read('docs/design-system.md').split('\n')
    const head = (rows.find((row) => row.startsWith('| token')) ?? '').split('|').map((cell) => cell.trim())
    const column = head.indexOf(name)
    expect(column).toBeGreaterThan(0)
    for (const [token, value] of tokens) {
      const row = rows.find((line) => line.startsWith(`| \`${token}\` `))
      expect.soft(row?.split('|')[column]?.trim(), token).toBe(`\`${value}\``)
    }
  })
})
