import { describe, expect, it } from 'vitest'
import { toCsv } from '../../renderer/format/csv.ts'

const cellOf = (value: string): string =>
  toCsv([[value]])
    .replace('\ufeff', '')
    .replace(/\r\n$/, '')

describe('CSV', () => {
  it.each([
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1+1',
    '"=1+1',
    "'=1",
    '＝1+1',
    '＋1',
    '－1',
    '＠A',
    '=HYPERLINK("http://x.example","y")',
    '|calc',
    '%0A=1',
  ])('never hands %j over as a formula', (value) => {
    const cell = cellOf(value)
    const inner = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
    expect(inner).toBe(`'${value}`)
  })

  it('keeps plain numbers numbers, negative ones too', () => {
    expect(cellOf('-3.5')).toBe('-3.5')
    expect(toCsv([[0.25, null, -1]])).toBe('\ufeff0.25,,-1\r\n')
  })

  it('quotes separators, quotes and line ends', () => {
    expect(cellOf('a,b')).toBe('"a,b"')
    expect(cellOf('say "so"')).toBe('"say ""so"""')
    expect(cellOf('two\nlines')).toBe('"two\nlines"')
  })
})
