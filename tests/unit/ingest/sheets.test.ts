import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import { numberKind, numberText } from '../../../electron/ingest/xlsx/number-format.ts'
import { shortDocument } from './blocks-text.ts'
import { bytesOf, readBytes, refusalOf, structureOf } from './read-helpers.ts'
import { writeZip } from './write-zip.ts'

const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

interface Sheet {
  readonly name: string
  readonly rows: string
  readonly state?: string
}

function workbook(sheets: readonly Sheet[], more: Record<string, string> = {}, properties = ''): Uint8Array {
  const list = sheets
    .map(
      ({ name, state }, at) =>
        `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"${state ? ` state="${state}"` : ''}/>`,
    )
    .join('')
  return writeZip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships ${RELATIONS}><Relationship Id="a" Type="${TYPE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${S} ${R}>${properties}<sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${RELATIONS}>${sheets
      .map(
        (_, at) =>
          `<Relationship Id="r${at + 1}" Type="${TYPE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${S}><si><t>Action</t></si><si><r><t>Ow</t></r><r><t>ner</t></r><rPh><t>x</t></rPh></si></sst>`,
    'xl/styles.xml': `<styleSheet ${S}><numFmts><numFmt numFmtId="170" formatCode="[$-809]dd\\ mmmm\\ yyyy"/><numFmt numFmtId="171" formatCode="&quot;d&quot;#,##0.00"/></numFmts><fonts><font/><font><b/></font></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170" fontId="1"/><xf numFmtId="171"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet ${S}>${rows}</worksheet>`,
      ]),
    ),
    ...more,
  })
}
const inline = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const row = (at: number, cells: string, more = ''): string => `<row r="${at}"${more}>${cells}</row>`

const LOG = `<sheetData>${row(1, inline('A1', 'Action log of the ferry board'))}
${row(3, `<c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c>${inline('C3', 'Due')}${inline('E3', 'Status')}`)}
${row(4, `${inline('A4', 'Write to those who complained')}${inline('B4', 'Bram Teller')}<c r="C4" s="1"><v>46142</v></c>${inline('E4', 'Open')}`)}
${row(5, inline('A5', 'Nobody sees this'), ' hidden="1"')}
${row(6, `${inline('A6', 'Put the timetable up')}${inline('B6', 'Ines Okafor')}<c r="C6" s="2"><v>46157</v></c>${inline('E6', 'Complete')}`)}</sheetData>`

describe('workbooks', () => {
  test('sheets as pages; titles, the table without its empty rows and columns, dates as words', async () => {
    const document = await readBytes(
      workbook([
        { name: 'Log', rows: LOG },
        { name: 'Secret', rows: `<sheetData>${row(1, inline('A1', 'no'))}</sheetData>`, state: 'veryHidden' },
        {
          name: 'Sheet2',
          rows: `<sheetData>${row(1, `<c s="3"><v>1234.5</v></c><c s="4"><v>0.4375</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>`)}</sheetData>`,
        },
      ]),
      'log.xlsx',
    )
    expect(shortDocument(document)).toEqual([
      'Log',
      'Action log of the ferry board',
      [
        ['Action', 'Owner', 'Due', 'Status'],
        ['Write to those who complained', 'Bram Teller', '30 April 2026', 'Open'],
        ['Put the timetable up', 'Ines Okafor', '15 May 2026', 'Complete'],
      ],
      [['1,234.50', '10:30', 'Yes']],
    ])
    expect(document.pages).toHaveLength(2)
    expect(document.warnings).toEqual([
      { code: 'hidden-cells-left-out', message: 'Not read: 1 hidden sheet, 1 hidden row.' },
    ])
  })

  test('owner, due and status reach the actions', async () => {
    const structure = await structureOf(workbook([{ name: 'Log', rows: LOG }]), 'log.xlsx')
    expect(structure.kind).toBe('action log')
    expect(structure.actions.map(({ text, owner, due, status }) => ({ text, owner, due, status }))).toEqual([
      { text: 'Write to those who complained', owner: 'Bram Teller', due: '2026-04-30', status: 'open' },
      { text: 'Put the timetable up', owner: 'Ines Okafor', due: '2026-05-15', status: 'done' },
    ])
  })

  test('progress never goes beyond its end, however many sheets', async () => {
    const rows = `<sheetData>${row(1, inline('A1', 'x'))}</sheetData>`
    const sheets = Array.from({ length: 12 }, (_, at) => ({ name: `Part ${at}`, rows }))
    const told: number[] = []
    await readDocument(workbook(sheets), { fileName: 'a', onProgress: (fraction) => told.push(fraction) })
    expect(Math.max(...told)).toBe(1)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })

  test('days counted from 1904, and numbers by their format', async () => {
    const rows = `<sheetData>${row(1, `<c s="1"><v>44680</v></c>${inline('B1', 'x')}`)}</sheetData>`
    const document = await readBytes(
      workbook([{ name: 'Sheet1', rows }], {}, '<workbookPr date1904="1"/>'),
      'a',
    )
    expect(shortDocument(document)).toEqual([[['30 April 2026', 'x']]])
    expect(numberKind(0, 'yyyy-mm-dd hh:mm')).toBe('date-time')
    expect(numberKind(0, '[Red]"days" 0.0')).toBe('general')
    expect(numberKind(0, '[h]:mm')).toBe('elapsed')
    expect(numberText('1.75', 'elapsed', false)).toBe('42:00')
    expect(numberText('0.125', 'percent', false)).toBe('12.5%')
    expect(numberText('1', 'date', false)).toBe('1 January 1900')
    expect(numberText('0.30000000000000004', 'general', false)).toBe('0.3')
    expect(numberText('not a number', 'date', false)).toBe('not a number')
  })

  test.each([
    [
      'entities',
      workbook([{ name: 'a', rows: '' }], { 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' }),
      'damaged',
    ],
    [
      'a sheet that is not there',
      workbook([{ name: 'a', rows: '' }], { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
      'empty',
    ],
    [
      'targets that lead out',
      workbook([{ name: 'a', rows: '' }], {
        'xl/_rels/workbook.xml.rels': `<Relationships ${RELATIONS}><Relationship Id="r1" Target="../../../etc/passwd"/></Relationships>`,
      }),
      'empty',
    ],
    [
      'a column beyond all',
      workbook([
        {
          name: 'a',
          rows: `<sheetData>${row(1, inline('XFD1', 'x') + inline('__proto__', 'Words'))}</sheetData>`,
        },
      ]),
      'empty',
    ],
    [
      'a string beyond the list',
      workbook([{ name: 'a', rows: `<sheetData>${row(1, '<c t="s"><v>99999</v></c>')}</sheetData>` }]),
      'empty',
    ],
  ])('%s', async (_, bytes, expected) => {
    expect(await refusalOf(bytes, 'a.xlsx')).toBe(expected)
  })
})

describe('tables as text', () => {
  const rows =
    'Action;Owner;Due\n"Write; to ""all""\nof them";Bram Teller;30/04/2026\n\nPut it up;Ines Okafor;15/05/2026\n'

  test('separator, quotes, line breaks in cells, empty rows', async () => {
    expect(shortDocument(await readBytes(rows, 'log.csv'))).toEqual([
      [
        ['Action', 'Owner', 'Due'],
        ['Write; to "all"\nof them', 'Bram Teller', '30/04/2026'],
        ['Put it up', 'Ines Okafor', '15/05/2026'],
      ],
    ])
    expect(shortDocument(await readBytes('sep=|\r\nA|B\r\n1|2,5\r\n', 'a.csv'))).toEqual([
      [
        ['A', 'B'],
        ['1', '2,5'],
      ],
    ])
    expect(shortDocument(await readBytes('A\tB\n1\t2\n', 'a.tsv'))).toEqual([
      [
        ['A', 'B'],
        ['1', '2'],
      ],
    ])
  })

  test('encodings of spreadsheets', async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Größe\tB\n1\t2\n', 'utf16le')])
    expect(shortDocument(await readBytes(new Uint8Array(wide), 'a.csv'))).toEqual([
      [
        ['Größe', 'B'],
        ['1', '2'],
      ],
    ])
    const western = Uint8Array.from([...bytesOf('Caf'), 0xe9, ...bytesOf(',B\n1,2\n')])
    expect(shortDocument(await readBytes(western, 'a.csv'))).toEqual([
      [
        ['Café', 'B'],
        ['1', '2'],
      ],
    ])
  })

  test('owner and due date reach the actions', async () => {
    const structure = await structureOf(rows, 'action log.csv')
    expect(structure.kind).toBe('action log')
    expect(structure.actions.map(({ owner, due }) => ({ owner, due }))).toEqual([
      { owner: 'Bram Teller', due: '2026-04-30' },
      { owner: 'Ines Okafor', due: '2026-05-15' },
    ])
  })

  test.each([
    ['a quote without end', `A,B\n"${'x'.repeat(100)}`, 'csv'],
    ['a cell without end', `A,B\n"${'x,\n'.repeat(600_000)}`, 'csv'],
    ['separators alone', ','.repeat(300_000), 'empty'],
    ['names of prototypes', '__proto__,constructor\n1,2\n', 'csv'],
  ])('%s', async (_, text, expected) => {
    expect(await refusalOf(text, 'a.csv')).toBe(expected)
  })
})
