/** Symbol fonts: check boxes and bullets are known, other glyphs mean nothing as text. */
export function symbolText(code: string): string {
  const value = Number.parseInt(code, 16)
  if (Number.isNaN(value)) return ''
  const glyph = value & 0xff
  if (glyph === 0xfe || glyph === 0x52 || glyph === 0xfc) return '☒'
  if (glyph === 0xa8 || glyph === 0x6f || glyph === 0x71) return '☐'
  return glyph === 0xb7 || glyph === 0xa7 ? '•' : ''
}
