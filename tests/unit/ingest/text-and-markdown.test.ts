import { describe, expect, test } from 'vitest'
import type { Document } from '../../../shared/model/document.ts'
import { documentSchema } from '../../../shared/model/document.ts'
import { inlineText } from '../../../electron/ingest/markdown/inline-text.ts'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import { shortDocument } from './blocks-text.ts'
import { writeZip } from './write-zip.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = async (content: string | Uint8Array, fileName: string): Promise<Document> =>
  documentSchema.parse(
    await readDocument(typeof content === 'string' ? bytesOf(content) : content, { fileName }),
  )
const codeOf = async (content: string | Uint8Array, fileName: string): Promise<string> =>
  read(content, fileName).then(
    (document) => document.format,
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown'),
  )

const timeOf = (size: number): number => {
  const source = '[![<*`_'.repeat(size)
  const start = performance.now()
  inlineText(source)
  return performance.now() - start
}

describe('Markdown', () => {
  test('front matter, headings, nested lists, tasks, tables, fences, comments', async () => {
    const document = await read(
      [
        '---',
        'layout: post',
        'title: "Board call"',
        'date: 2024-05-09',
        '---',
        '<!-- template, to be',
        'removed -->',
        '# Agenda',
        'Notes by **Ada**, see [the log](https://example.org/a_(b)).',
        '',
        '1. Opening',
        '1. *Visits*',
        '   - tenants',
        '     asked for more',
        '- [ ] write to them',
        '- [x] call back',
        '',
        'Decisions',
        '---------',
        '| Item | Time |',
        '|------|:----:|',
        '| Visits \\| calls | 10 min |',
        '',
        '```',
        'as it   stands',
        '```',
        '***',
        '**Next meeting**',
      ].join('\n'),
      'a.md',
    )
    expect(shortDocument(document)).toEqual([
      'Board call',
      'Date: 2024-05-09',
      'Agenda',
      'Notes by Ada, see the log.',
      '{1.} Opening',
      '{2.} Visits',
      '{-} tenants\nasked for more',
      '{[ ]} write to them',
      '{[x]} call back',
      'Decisions',
      [
        ['Item', 'Time'],
        ['Visits | calls', '10 min'],
      ],
      'as it\tstands',
      'Next meeting',
    ])
    const styles = document.blocks.map((block) => (block.kind === 'text' ? block.style : null))
    expect([styles[2]?.headingLevel, styles[9]?.headingLevel]).toEqual([1, 2])
    expect(styles.slice(4, 8).map((style) => style?.listLevel)).toEqual([0, 0, 1, 0])
    expect(styles.at(-1)?.bold).toBe(true)
    expect(document.properties.title).toBe('Board call')
  })

  test.each([
    ['a_snake_case name', 'a_snake_case name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['**bold** and _slanted_', 'bold and slanted'],
    ['![logo](x.png) AT&amp;T &#8212; \\*', 'logo AT&T — *'],
    ['<b>loud</b> <https://example.org>', 'loud https://example.org'],
    ['a < b and c > d', 'a < b and c > d'],
    ['[open bracket', '[open bracket'],
  ])('%s', (source, text) => {
    expect(inlineText(source)).toBe(text)
  })

  test('hostile marks take linear time', () => {
    timeOf(2000)
    const once = timeOf(20_000)
    expect(timeOf(40_000)).toBeLessThan(Math.max(3.5 * once, 200))
  })
})

describe('plain text', () => {
  test('wrapped lines are joined, lines ended on purpose are not', async () => {
    const document = await read(
      [
        '             Water Board',
        '',
        'We talked about what our tenants told us during the visits in spring,',
        'and agreed that repairs have to be quicker; the clerk will write down',
        'who is to do what.',
        '',
        'Present:',
        'Ada North',
        'Ben South',
        '',
        '9:00      Opening              Chair',
        '9:05      Visits               A. North',
        '1. First item of the list that is longer than the others are by far, so',
        '2. Second',
      ].join('\n'),
      'minutes.txt',
    )
    expect(shortDocument(document)).toEqual([
      'Water Board',
      'We talked about what our tenants told us during the visits in spring,\nand agreed that repairs have to be quicker; the clerk will write down\nwho is to do what.',
      'Present:',
      'Ada North',
      'Ben South',
      '9:00\tOpening\tChair',
      '9:05\tVisits\tA. North',
      '1. First item of the list that is longer than the others are by far, so',
      '2. Second',
    ])
  })

  test('underlined headings as in reStructuredText', async () => {
    const document = await read('Minutes\n=======\n\nVisits\n------\nGood.\n\nMoney\n-----\nLess.\n', 'a.rst')
    expect(
      document.blocks.map((block) => (block.kind === 'text' ? [block.text, block.style.headingLevel] : null)),
    ).toEqual([
      ['Minutes', 1],
      ['Visits', 2],
      ['Good.', null],
      ['Money', 2],
      ['Less.', null],
    ])
  })

  test('form feeds are pages, and what repeats around them is furniture', async () => {
    const pages = [1, 2, 3].map(
      (n) => `Water Board papers\n\n${'Words of page. '.repeat(n)}\n\n\n\n\nPage ${n} of 3\n`,
    )
    const document = await read(pages.join('\f'), 'pack.txt')
    expect([document.paged, document.pages.length]).toEqual([true, 3])
    expect(document.blocks.filter((block) => block.kind === 'text' && block.furniture !== null)).toHaveLength(
      6,
    )
  })

  test.each([
    ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf('Café')])],
    ['Windows-1252', new Uint8Array([...bytesOf('Caf'), 0xe9])],
    ['UTF-16 little endian', new Uint8Array([0xff, 0xfe, 0x43, 0, 0x61, 0, 0x66, 0, 0xe9, 0])],
    ['UTF-16 big endian', new Uint8Array([0xfe, 0xff, 0, 0x43, 0, 0x61, 0, 0x66, 0, 0xe9])],
  ])('%s', async (_, bytes) => {
    expect(shortDocument(await read(bytes, 'a.txt'))).toEqual(['Café'])
  })

  test('bare carriage returns end lines', async () => {
    expect(shortDocument(await read('One\r\rTwo\r', 'a.txt'))).toEqual(['One', 'Two'])
  })
})

describe('which reader', () => {
  test('bytes decide, the name only between kinds of text', async () => {
    expect(await codeOf('# Title\n\n- point\n- point\n', 'notes')).toBe('markdown')
    expect(await codeOf('# Title\n\n- point\n', 'notes.txt')).toBe('text')
    expect(await codeOf('Plain words.', 'agenda.pdf')).toBe('text')
    expect(await codeOf('Plain words.', 'agenda.md')).toBe('markdown')
  })

  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['only blanks', bytesOf(' \n \n'), 'empty'],
    ['rich text', bytesOf('{\\rtf1 hello}'), 'rtf'],
    ['a web page', bytesOf('<!DOCTYPE html><html><body>hello</body></html>'), 'html'],
    ['a mail', bytesOf('From: a@b.c\nMIME-Version: 1.0\nSubject: x\n\nhello'), 'mail'],
    ['captions', bytesOf('WEBVTT\n\n00:01.000 --> 00:02.000\nhello'), 'captions'],
    [
      'a picture, where nobody gave the time to recognise it',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 0]),
      'no-text-needs-ocr',
    ],
    [
      'an old Office file cut short',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'damaged',
    ],
    [
      'an encrypted Office file',
      new Uint8Array([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        0xa1,
        0xb1,
        0x1a,
        0xe1,
        ...Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'encrypted',
    ],
    [
      'a workbook without sheets',
      writeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }),
      'empty',
    ],
    ['a broken PDF', bytesOf('%PDF-1.7\nnothing more'), 'damaged'],
    [
      'a broken ZIP',
      writeZip({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }).slice(0, 80),
      'unsupported-type',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes, 'a.pdf')).toBe(code)
  })
})
