import { describe, expect, test } from 'vitest'
import { documentSchema } from '../../../shared/model/document.ts'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import { shortDocument } from './blocks-text.ts'
import { writeZip } from './write-zip.ts'

const NAMESPACES = ['office', 'style', 'text', 'table', 'draw', 'fo']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ')

const odt = (body: string, styles = '', named = ''): Uint8Array =>
  writeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${NAMESPACES}>${named}</office:document-styles>`,
    'META-INF/manifest.xml': '<manifest>application/vnd.oasis.opendocument.text</manifest>',
  })

const read = async (body: string, styles = '', named = '') =>
  documentSchema.parse(await readDocument(odt(body, styles, named), { fileName: 'x' }))

const LIST = `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>`

const item = (words: string, inner = ''): string =>
  `<text:list-item><text:p>${words}</text:p>${inner}</text:list-item>`

const cell = (words: string, more = ''): string =>
  `<table:table-cell ${more}><text:p>${words}</text:p></table:table-cell>`

describe('OpenDocument texts', () => {
  test('headings, spaces, tabs, breaks, styles', async () => {
    const document = await read(
      '<text:h text:outline-level="2">Agenda</text:h><text:p text:style-name="P1">9:00<text:tab/>Open<text:s text:c="2"/>ing<text:line-break/>Hall</text:p>',
      '<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>',
    )
    expect(shortDocument(document)).toEqual(['Agenda', '9:00\tOpen  ing\nHall'])
    expect(
      document.blocks.map((block) =>
        block.kind === 'text' ? [block.style.headingLevel, block.style.bold, block.style.fontSize] : null,
      ),
    ).toEqual([
      [2, false, 12],
      [null, true, 14],
    ])
  })

  test('lists are numbered by their level, and go on where they say so', async () => {
    const document = await read(
      `<text:list text:style-name="L">${item('One', `<text:list>${item('sub')}${item('sub')}</text:list>`)}${item('Two')}</text:list>` +
        `<text:p>between</text:p><text:list text:style-name="L" text:continue-numbering="true">${item('Three')}</text:list>` +
        `<text:list text:style-name="L">${item('Afresh')}</text:list>`,
      LIST,
    )
    expect(shortDocument(document)).toEqual([
      '{1.} One',
      '{a)} sub',
      '{b)} sub',
      '{2.} Two',
      'between',
      '{3.} Three',
      '{1.} Afresh',
    ])
  })

  test('tables: spanned, covered and repeated cells stay aligned', async () => {
    const document = await read(
      `<table:table><table:table-row>${cell('Agenda', 'table:number-columns-spanned="3"')}<table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>` +
        `<table:table-row>${cell('9:00')}${cell('Opening')}${cell('Chair')}</table:table-row>` +
        `<table:table-row><table:covered-table-cell/>${cell('same', 'table:number-columns-repeated="2"')}</table:table-row></table:table>`,
    )
    expect(shortDocument(document)).toEqual([
      [['Agenda'], ['9:00', 'Opening', 'Chair'], ['', 'same', 'same']],
    ])
  })

  test('deleted text and comments are left out, notes come last, headers are furniture', async () => {
    const document = await read(
      '<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:p>Body<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note</text:p></text:note-body></text:note><office:annotation><text:p>comment</text:p></office:annotation></text:p>',
      '',
      '<style:master-page><style:header><text:p>Water Board</text:p></style:header></style:master-page>',
    )
    expect(shortDocument(document)).toEqual(['[header] Water Board', 'Body', 'A note'])
  })

  test('pages by soft breaks', async () => {
    const document = await read('<text:p>a</text:p><text:soft-page-break/><text:p>b</text:p>')
    expect([document.paged, ...document.blocks.map((block) => block.page)]).toEqual([true, 1, 2])
  })
})
