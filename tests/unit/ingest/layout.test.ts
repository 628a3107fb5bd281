import { describe, expect, test } from 'vitest'
import { buildLines } from '../../../electron/ingest/layout/build-lines.ts'
import { lineText } from '../../../electron/ingest/layout/build-paragraphs.ts'
import { findFurniture } from '../../../electron/ingest/layout/find-furniture.ts'
import { layOutPage } from '../../../electron/ingest/layout/lay-out-page.ts'
import { isClockTime, isLineMarker, startsNewItem } from '../../../electron/ingest/layout/line-marks.ts'
import type { Rule, TextRun } from '../../../electron/ingest/layout/text-run.ts'
import { inShort } from './blocks-text.ts'

const run = (text: string, x: number, baseline: number, more: Partial<TextRun> = {}): TextRun => ({
  text,
  x,
  baseline,
  width: more.width ?? text.length * (more.size ?? 10) * 0.5,
  size: 10,
  bold: false,
  italic: false,
  spaceBefore: false,
  ...more,
})

const blocksOf = (runs: readonly TextRun[], rules: readonly Rule[] = []): (string | string[][])[] =>
  inShort(layOutPage(buildLines(runs, rules), new Map(), 1, true, rules))

const horizontal = (at: number, from: number, to: number): Rule => ({ direction: 'horizontal', at, from, to })
const vertical = (at: number, from: number, to: number): Rule => ({ direction: 'vertical', at, from, to })

describe('lines', () => {
  test('runs on nearly one baseline make one line, in order of position', () => {
    const lines = buildLines([run('meeting', 85, 100.8), run('Board', 50, 100), run('Agenda', 50, 130)])
    expect(lines.map(lineText)).toEqual(['Board meeting', 'Agenda'])
  })

  test('a raised ordinal joins its number without a space', () => {
    const lines = buildLines([
      run('11', 50, 100),
      run('th', 60, 96, { size: 6, width: 6, spaceBefore: true }),
      run('January', 70, 100),
    ])
    expect(lines.map(lineText)).toEqual(['11th January'])
  })

  test('a wide gap becomes a tab, a leader too', () => {
    expect(buildLines([run('Chair', 50, 100), run('10 min', 300, 100)]).map(lineText)).toEqual([
      'Chair\t10 min',
    ])
    expect(
      buildLines([run('Opening', 50, 100), run('..........', 90, 100), run('9', 142, 100)]).map(lineText),
    ).toEqual(['Opening\t9'])
  })

  test('text set twice for boldness is read once', () => {
    expect(buildLines([run('Agenda', 50, 100), run('Agenda', 50.4, 100)]).map(lineText)).toEqual(['Agenda'])
  })
})

describe('paragraphs', () => {
  test('a wrapped paragraph is one block and keeps its lines', () => {
    expect(
      blocksOf([
        run('The members asked for shorter waiting times and for an answer to each', 50, 100),
        run('complaint within a week, which the board supports in principle now', 50, 112),
        run('and will fund.', 50, 124),
        run('A second paragraph follows after a gap and is read as its own block here', 50, 146),
      ]),
    ).toEqual([
      'The members asked for shorter waiting times and for an answer to each\ncomplaint within a week, which the board supports in principle now\nand will fund.',
      'A second paragraph follows after a gap and is read as its own block here',
    ])
  })

  test('lines ended on purpose, numbers, bullets and changes of weight begin blocks', () => {
    expect(
      blocksOf([
        run('A line that reaches all the way to the right margin of the page, to set it', 50, 76),
        run('Present:', 50, 100),
        run('Ada North', 50, 112),
        run('Ben South', 50, 124),
        run('1. Opening of the meeting by the chair and the approval of the agenda, all', 50, 136),
        run('2. Customers: what the visits told us', 50, 148),
        run('• first bullet', 60, 160),
        run('Decision', 50, 172, { bold: true }),
      ]),
    ).toHaveLength(8)
  })

  test('two columns of prose are read one after the other', () => {
    const runs: TextRun[] = [
      run('A heading over both columns of the page, as newsletters have it set here', 50, 60),
    ]
    for (let at = 0; at < 8; at += 1) {
      runs.push(run(`left line ${at} of some running text here`, 50, 90 + 12 * at))
      runs.push(run(`right line ${at} of other running text`, 310, 90 + 12 * at))
    }
    const text = blocksOf(runs).join('\n')
    expect(text.indexOf('left line 7')).toBeLessThan(text.indexOf('right line 0'))
    expect(text).not.toContain('\t')
  })
})

describe('tables by position', () => {
  test('time, item and lead; a wrapped title is one cell and its time stays in its own', () => {
    expect(
      blocksOf([
        run('9:00', 50, 100),
        run('Opening', 120, 100),
        run('Chair', 420, 100),
        run('9:05', 50, 120),
        run('What our customers told us during the visits of the last', 120, 120),
        run('A. North', 420, 120),
        run('quarter and what we shall do', 120, 132),
        run('9:40', 50, 152),
        run('Forecast', 120, 152),
        run('B. South', 420, 152),
      ]),
    ).toEqual([
      [
        ['9:00', 'Opening', 'Chair'],
        [
          '9:05',
          'What our customers told us during the visits of the last quarter and what we shall do',
          'A. North',
        ],
        ['9:40', 'Forecast', 'B. South'],
      ],
    ])
  })

  test('a time between the two lines of its title belongs to them', () => {
    expect(
      blocksOf([
        run('9:00', 50, 100),
        run('Opening', 120, 100),
        run('Complaints of the last quarter and what was done', 120, 126),
        run('9:05', 50, 132),
        run('about the ten most frequent of them', 120, 138),
        run('9:40', 50, 164),
        run('Forecast', 120, 164),
      ]),
    ).toEqual([
      [
        ['9:00', 'Opening'],
        ['9:05', 'Complaints of the last quarter and what was done about the ten most frequent of them'],
        ['9:40', 'Forecast'],
      ],
    ])
  })

  test('a heading over rows keeps a row of its own', () => {
    const [table] = blocksOf([
      run('Topic', 50, 100),
      run('Presenter', 320, 100),
      run('Call to order, with the quorum counted by the clerk', 50, 112),
      run('A. North', 320, 112),
      run('Reports:', 50, 124),
      run('Treasurer', 70, 136),
      run('B. South', 320, 136),
      run('Membership', 70, 148),
      run('C. West', 320, 148),
    ])
    expect(table).toEqual([
      ['Topic', 'Presenter'],
      ['Call to order, with the quorum counted by the clerk', 'A. North'],
      ['Reports:', ''],
      ['Treasurer', 'B. South'],
      ['Membership', 'C. West'],
    ])
  })

  test('numbered paragraphs are no table', () => {
    const runs: TextRun[] = []
    for (let at = 1; at < 6; at += 1) {
      runs.push(run(`4.${at}`, 50, 60 + 40 * at))
      runs.push(run('The board noted the report and thanked the team for the work that', 80, 60 + 40 * at))
      runs.push(run('it had done over the summer, when many were away.', 80, 72 + 40 * at))
    }
    const blocks = blocksOf(runs)
    expect(blocks).toHaveLength(5)
    expect(blocks[0]).toMatch(/^4\.1 The board noted/)
  })

  test('justified prose with a stretched space is no table', () => {
    const runs: TextRun[] = []
    for (let at = 0; at < 6; at += 1) {
      runs.push(run('Some justified words here', 50, 100 + 12 * at, { width: 120 + 17 * at }))
      runs.push(run('and more of them that follow', 188 + 17 * at, 100 + 12 * at, { width: 312 - 17 * at }))
    }
    expect(blocksOf(runs).every((block) => typeof block === 'string')).toBe(true)
  })
})

describe('ruled tables', () => {
  test('cells follow the drawn lines, whatever the baselines', () => {
    const rules = [
      ...[80, 120, 160].map((y) => horizontal(y, 40, 500)),
      ...[40, 100, 380, 500].map((x) => vertical(x, 80, 160)),
    ]
    expect(
      blocksOf(
        [
          run('15:15', 45, 101),
          run('Welcome', 105, 95),
          run('Agree the note of the last meeting', 105, 108),
          run('Chair', 385, 104),
          run('15:25', 45, 141),
          run('What tenants say', 105, 138),
          run('A. North', 385, 145),
        ],
        rules,
      ),
    ).toEqual([
      [
        ['15:15', 'Welcome\nAgree the note of the last meeting', 'Chair'],
        ['15:25', 'What tenants say', 'A. North'],
      ],
    ])
  })

  test('a heading across the columns spans them, and cells close together are parted', () => {
    const rules = [
      ...[80, 100, 120].map((y) => horizontal(y, 40, 300)),
      vertical(40, 80, 120),
      vertical(300, 80, 120),
      vertical(100, 100, 120),
    ]
    const page = layOutPage(
      buildLines(
        [run('Part A', 45, 95), run('Item seven', 48, 115, { width: 51 }), run('Visits', 102, 115)],
        rules,
      ),
      new Map(),
      1,
      true,
      rules,
    )
    const table = page[0]
    if (table?.kind !== 'table') throw new Error('no table')
    expect(table.rows.map((row) => row.cells.map((cell) => [cell.text, cell.span]))).toEqual([
      [['Part A', 2]],
      [
        ['Item seven', 1],
        ['Visits', 1],
      ],
    ])
  })

  test('borders around each line do not cut a title that goes on; a row of its own stays one', () => {
    const rules = [
      ...[80, 95, 110, 125, 140].map((y) => horizontal(y, 40, 380)),
      ...[40, 100, 380].map((x) => vertical(x, 80, 140)),
    ]
    const title = 'Consider what tenants said in the spring and'
    expect(
      blocksOf(
        [
          run('15:15', 45, 91),
          run(title, 105, 91, { width: 260 }),
          run('what we learned of it', 105, 106),
          run('15:40', 45, 121),
          run('Any other business', 105, 121),
          run('with those who are here', 105, 136),
        ],
        rules,
      ),
    ).toEqual([
      [
        ['15:15', `${title} what we learned of it`],
        ['15:40', 'Any other business'],
        ['', 'with those who are here'],
      ],
    ])
  })

  test('an underlined title and a page border are no tables', () => {
    const rules = [
      horizontal(20, 20, 580),
      horizontal(780, 20, 580),
      vertical(20, 20, 780),
      vertical(580, 20, 780),
      horizontal(102, 50, 120),
    ]
    expect(blocksOf([run('Board agenda', 50, 100)], rules)).toEqual(['Board agenda'])
  })
})

const page = (number: number, texts: readonly [string, number][]) => ({
  number,
  height: 800,
  lines: buildLines(texts.map(([text, y]) => run(text, 50, y))),
})

const marks = (pages: ReturnType<typeof page>[]) => {
  const found = findFurniture(pages)
  return pages.map(({ lines }) => lines.map((line) => found.get(line) ?? null))
}

describe('furniture', () => {
  test('headers and footers that repeat, digits aside, and page numbers', () => {
    const pages = [1, 2, 3, 4].map((n) =>
      page(n, [
        ['Water Board – papers', 30],
        [`Text of page ${['one', 'two', 'three', 'four'][n - 1] ?? ''}`, 400],
        [`Version ${n}.0 draft`, 760],
        [String(n), 780],
      ]),
    )
    for (const marked of marks(pages)) expect(marked).toEqual(['header', null, 'footer', 'page-number'])
  })

  test('two pages: "Page 1 of 2" is a page number, a title only on the first stays', () => {
    expect(
      marks([
        page(1, [
          ['Minutes of the board', 60],
          ['Opening', 300],
          ['Page 1 of 2', 780],
        ]),
        page(2, [
          ['Any other business', 60],
          ['Page 2 of 2', 780],
        ]),
      ]),
    ).toEqual([
      [null, null, 'page-number'],
      [null, 'page-number'],
    ])
  })

  test('repeated words in the middle of pages, and a lone number, are text', () => {
    const pages = [1, 2, 3].map((n) =>
      page(n, [
        [`Opening words number ${'x'.repeat(n)}`, 60],
        ['No report.', 400],
        ['17', 420],
      ]),
    )
    for (const marked of marks(pages)) expect(marked.filter((mark) => mark !== null)).toEqual([])
  })
})

describe('line marks', () => {
  test.each(['1.', '4.1', 'a)', '(b)', 'iv.', '•', '–', '12.3.4'])('%s is a marker', (text) => {
    expect(isLineMarker(text)).toBe(true)
  })
  test.each(['7:30', '10.15', 'Chair', '2024', 'Item', '30 min'])('%s is none', (text) => {
    expect(isLineMarker(text)).toBe(false)
  })
  test('clock times', () => {
    expect(isClockTime('7:30')).toBe(true)
    expect(isClockTime('25:00')).toBe(false)
    expect(isClockTime('4.75')).toBe(false)
  })
  test.each(['1. Opening', '4.1 Report', 'a) one', '7:30 pm Dinner', '• point', '10:00 - 10:05'])(
    '%s starts an item',
    (text) => {
      expect(startsNewItem(text)).toBe(true)
    },
  )
  test.each(['and so on', '2024 was a year', 'A board decided', '30 minutes', 'i think'])(
    '%s does not',
    (text) => {
      expect(startsNewItem(text)).toBe(false)
    },
  )
})
