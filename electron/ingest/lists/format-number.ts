const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [worth, letters] of ROMAN) {
    while (rest >= worth) {
      text += letters
      rest -= worth
    }
  }
  return text
}

/** a to z, then aa, bb as word processors count. */
function letter(value: number): string {
  if (value < 1 || value > 780) return String(value)
  const at = (value - 1) % 26
  return String.fromCodePoint(97 + at).repeat(Math.floor((value - 1) / 26) + 1)
}

export type NumberStyle =
  | 'decimal'
  | 'decimal-zero'
  | 'lower-letter'
  | 'upper-letter'
  | 'lower-roman'
  | 'upper-roman'
  | 'ordinal'
  | 'none'

function ordinal(value: number): string {
  const tens = value % 100
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  return `${value}${ending}`
}

/** A list number as displayed. */
export function formatNumber(value: number, style: NumberStyle): string {
  if (style === 'decimal') return String(value)
  if (style === 'decimal-zero') return String(value).padStart(2, '0')
  if (style === 'lower-letter') return letter(value)
  if (style === 'upper-letter') return letter(value).toUpperCase()
  if (style === 'lower-roman') return roman(value)
  if (style === 'upper-roman') return roman(value).toUpperCase()
  if (style === 'ordinal') return ordinal(value)
  return ''
}

/** A bullet as displayed: glyphs that only a symbol font can show become "•". */
export function bulletOf(glyph: string): string {
  const text = glyph.trim()
  return text === '' || /[\uE000-\uF8FF\uF000-\uF0FF]/u.test(text) ? '•' : text
}
