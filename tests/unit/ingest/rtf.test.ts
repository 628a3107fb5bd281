import { describe, expect, test } from 'vitest'
import { shortDocument } from './blocks-text.ts'
import { readBytes, refusalOf, structureOf } from './read-helpers.ts'

const rtf = (body: string): string =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 MS Gothic;}}` +
  `{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0\\b heading 1;}{\\s2 heading 2;}}` +
  `{\\info{\\title Board of the ferry}{\\author Nobody}}${body}}`
const short = async (body: string) => shortDocument(await readBytes(rtf(body), 'a.rtf'))

describe('rich text', () => {
  test('paragraphs, headings by style and level, breaks and marks', async () => {
    const document = await readBytes(
      rtf(
        '\\pard\\s1 Welcome\\par\\pard\\s2 Part\\par\\pard\\outlinelevel2 Third\\par\\pard Caf\\u233?\\rquote s {\\b bold} \\emdash  a\\line b\\tab c\\~d\\par',
      ),
      'a.rtf',
    )
    expect(shortDocument(document)).toEqual(['Welcome', 'Part', 'Third', 'Café’s bold — a\nb\tc d'])
    expect(document.blocks.map((block) => (block.kind === 'text' ? block.style.headingLevel : 0))).toEqual([
      1,
      2,
      3,
      null,
    ])
    expect(document.properties.title).toBe('Board of the ferry')
  })

  test('code pages by font, characters of two bytes, and surrogate pairs', async () => {
    expect(await short("\\pard\\f1 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2\\f0\\par")).toEqual(['Привет'])
    expect(await short("\\pard\\f2 \\'89\\'ef\\'8b\\'63\\par")).toEqual(['会議'])
    expect(await short('\\pard {\\uc2\\u8364 EU\\u-10179??\\u-8704??}5\\par')).toEqual(['€😀5'])
  })

  test('tables with rows and joined cells; a cell may hold several paragraphs', async () => {
    expect(
      await short(
        '\\trowd\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000\\pard\\intbl Wide\\cell\\cell Last\\cell\\row' +
          '\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl One\\par more\\cell Two\\cell Three\\cell\\row\\pard After\\par',
      ),
    ).toEqual([
      [
        ['Wide', 'Last'],
        ['One\nmore', 'Two', 'Three'],
      ],
      'After',
    ])
  })

  test('list numbers as shown, also where their group sets the paragraph up anew', async () => {
    expect(
      await short(
        '\\pard{\\listtext\\pard\\plain 1.\\tab}\\ls1\\ilvl0 First\\par{\\pntext\\f0 \\u61623?\\tab}Second\\par',
      ),
    ).toEqual(['{1.} First', '{•} Second'])
  })

  test('hidden and deleted text, field codes, pictures, objects, comments and unknown parts are left out', async () => {
    expect(
      await short(
        '\\pard Seen{\\v hidden}{\\deleted gone}{\\*\\unknown kept from view}{\\pict 89504e47}{\\*\\annotation a remark}' +
          '{\\field{\\*\\fldinst HYPERLINK "file:///etc/passwd"}{\\fldrslt  link}}{\\object{\\*\\objdata 0105}{\\result  shown}}\\par',
      ),
    ).toEqual(['Seen link shown'])
  })

  test('headers and footers are furniture, notes follow, pages turn', async () => {
    const document = await readBytes(
      rtf(
        '{\\header\\pard Draft\\par}{\\footer\\pard 3\\par}\\pard One{\\footnote\\pard A note\\par}\\par\\page\\pard Two\\par',
      ),
      'a.rtf',
    )
    expect(shortDocument(document)).toEqual(['[header] Draft', 'One', 'Two', 'A note', '[page-number] 3'])
    expect(document.pages).toHaveLength(2)
  })

  test('an agenda keeps its items and times', async () => {
    const structure = await structureOf(
      rtf(
        '\\pard Harbour Board Agenda\\par 5 May 2026, 10:00 to 11:00\\par' +
          '\\trowd\\cellx1\\cellx2\\cellx3\\pard\\intbl Item\\cell Time\\cell Lead\\cell\\row' +
          '\\trowd\\cellx1\\cellx2\\cellx3\\pard\\intbl 1. Welcome\\cell 5 min\\cell Chair\\cell\\row' +
          '\\trowd\\cellx1\\cellx2\\cellx3\\pard\\intbl 2. Letters from passengers\\cell 30 min\\cell Ines Okafor\\cell\\row\\pard\\par',
      ),
      'agenda.rtf',
    )
    expect(structure.kind).toBe('agenda')
    expect(structure.items.map(({ title, planned }) => [title, planned?.minutes])).toEqual([
      ['Welcome', 5],
      ['Letters from passengers', 30],
    ])
  })

  test.each([
    ['groups without end', `{\\rtf1 ${'{'.repeat(5000)}`, 'damaged'],
    ['nothing but a head', '{\\rtf1}', 'empty'],
    ['only a picture', '{\\rtf1{\\pict 89504e47}}', 'no-text-needs-ocr'],
    ['binary longer than the file', '{\\rtf1 Words\\bin99999999 x}', 'rtf'],
    ['closed too often', '{\\rtf1 Words}}}}', 'rtf'],
    ['a number without end', `{\\rtf1 Words\\fs${'9'.repeat(100_000)}}`, 'rtf'],
    ['names of prototypes', '{\\rtf1{\\__proto__ x}{\\constructor y}\\toString Words}', 'rtf'],
  ])('%s', async (_, text, expected) => {
    expect(await refusalOf(text, 'a.rtf')).toBe(expected)
  })
})
