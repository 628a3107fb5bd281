import { describe, expect, test } from 'vitest'
import type { Document } from '../../../shared/model/document.ts'
import { documentSchema } from '../../../shared/model/document.ts'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import { shortDocument } from './blocks-text.ts'
import { writeZip } from './write-zip.ts'

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${[
  ['word/document.xml', 'document.main'],
  ['word/styles.xml', 'styles'],
  ['word/numbering.xml', 'numbering'],
  ['word/header1.xml', 'header'],
  ['word/footnotes.xml', 'footnotes'],
]
  .map(
    ([part, kind]) =>
      `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
  )
  .join('')}</Types>`

const STYLES = `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="kop 1"/><w:basedOn w:val="Standaard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop1klein"><w:name w:val="small"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
</w:styles>`

const NUMBERING = `<w:numbering ${W}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>`

const paragraph = (inner: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`
const text = (words: string, look = ''): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
const listed = (id: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`

const docx = (body: string, more: Record<string, string> = {}): Uint8Array =>
  writeZip({
    '[Content_Types].xml': TYPES,
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/numbering.xml': NUMBERING,
    ...more,
  })

async function read(body: string, more: Record<string, string> = {}): Promise<Document> {
  return documentSchema.parse(await readDocument(docx(body, more), { fileName: 'a.bin' }))
}

const pagesOf = async (body: string): Promise<(number | boolean)[]> => {
  const document = await read(body)
  return [document.paged, ...document.blocks.map((block) => block.page)]
}

const cell = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`

const row = (cells: string, properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`

const box = (words: string): string => `<w:txbxContent>${paragraph(text(words))}</w:txbxContent>`

const codeOf = async (bytes: Uint8Array): Promise<string> =>
  readDocument(bytes, { fileName: 'a.docx' }).then(
    () => 'read',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown'),
  )

describe('Word documents', () => {
  test('styles are inherited, headings known by outline level in any language', async () => {
    const { blocks } = await read(
      paragraph(text('Vergadering'), '<w:pStyle w:val="Kop1klein"/>') +
        paragraph(text('Plain ') + text('bold', '<w:b/>')),
    )
    expect(blocks.map((block) => (block.kind === 'text' ? block.style : null))).toEqual([
      { fontSize: 16, bold: true, italic: false, headingLevel: 1, listLevel: null },
      { fontSize: 11, bold: false, italic: false, headingLevel: null, listLevel: null },
    ])
  })

  test('numbers are computed: levels, restarts, letters, bullets, through styles, other start', async () => {
    const document = await read(
      paragraph(text('One'), listed(1, 0)) +
        paragraph(text('One one'), listed(1, 1)) +
        paragraph(text('letter'), listed(1, 2)) +
        paragraph(text('letter'), listed(1, 2)) +
        paragraph(text('Two'), listed(1, 0)) +
        paragraph(text('By style'), '<w:pStyle w:val="H2"/>') +
        paragraph(text('bullet'), listed(2, 0)) +
        paragraph(text('roman'), listed(3, 0)) +
        paragraph(text('again'), listed(4, 0)) +
        paragraph(text('not numbered'), listed(0, 0)),
    )
    expect(shortDocument(document)).toEqual([
      '{1.} One',
      '{1.1} One one',
      '{(a)} letter',
      '{(b)} letter',
      '{2.} Two',
      '{2.1} By style',
      '{•} bullet',
      '{IV)} roman',
      '{1.} again',
      'not numbered',
    ])
  })

  test('tables: spans, merged rows, nested tables, markers, deleted rows', async () => {
    const document = await read(
      `<w:tbl>${row(cell(paragraph(text('Agenda')), '<w:gridSpan w:val="3"/>'))}` +
        row(
          cell(paragraph(text('Opening'), listed(1, 0))) +
            cell(paragraph(text('5 min')), '<w:vMerge w:val="restart"/>') +
            cell(paragraph(text('Chair'))),
        ) +
        row(
          cell(paragraph(text('Visits'), listed(1, 0))) +
            cell(paragraph(''), '<w:vMerge/>') +
            cell(
              `<w:tbl>${row(cell(paragraph(text('A'))) + cell(paragraph(text('B'))))}</w:tbl>${paragraph('')}`,
            ),
        ) +
        row(cell(paragraph(text('gone'))), '<w:del/>') +
        '</w:tbl>',
    )
    const [table] = document.blocks
    expect(shortDocument(document)).toEqual([
      [['Agenda'], ['{1.}', 'Opening', '5 min', 'Chair'], ['{2.}', 'Visits', '', 'A\tB']],
    ])
    if (table?.kind !== 'table') throw new Error('no table')
    for (const { cells } of table.rows) expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(3)
  })

  test('changes are accepted, codes of fields and hidden text left out, tabs and breaks kept', async () => {
    const document = await read(
      paragraph(
        `${text('Kept ')}<w:ins>${text('added ')}</w:ins><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>` +
          `<w:moveFrom>${text('moved away')}</w:moveFrom><w:moveTo>${text('moved here')}</w:moveTo>`,
      ) +
        paragraph(
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>' +
            `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${text('3 May')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ) +
        paragraph(`${text('7:00 pm')}<w:r><w:tab/></w:r>${text('Dinner')}<w:r><w:br/></w:r>${text('Hall')}`) +
        paragraph(text('seen') + text(' unseen', '<w:vanish/>')),
    )
    expect(shortDocument(document)).toEqual([
      'Kept added moved here',
      '3 May',
      '7:00 pm\tDinner\nHall',
      'seen',
    ])
  })

  test('a text box is read once, placeholders are not text', async () => {
    const document = await read(
      paragraph(
        `${text('Host')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('Boxed')}</mc:Choice><mc:Fallback>${box('Boxed')}</mc:Fallback></mc:AlternateContent></w:r>`,
      ) +
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph(text('Click here'))}</w:sdtContent></w:sdt>` +
        `<w:sdt><w:sdtContent>${paragraph(text('Filled in'))}</w:sdtContent></w:sdt>`,
    )
    expect(shortDocument(document)).toEqual(['Host', 'Boxed', 'Filled in'])
  })

  test('pages by rendered breaks where there are any, else by explicit ones, else none', async () => {
    const turn = '<w:r><w:br w:type="page"/></w:r>'
    const rendered = '<w:r><w:lastRenderedPageBreak/></w:r>'
    expect(await pagesOf(paragraph(text('a')) + paragraph(text('b')))).toEqual([false, 1, 1])
    expect(await pagesOf(paragraph(text('a')) + paragraph(turn + text('b')))).toEqual([true, 1, 2])
    expect(await pagesOf(paragraph(text('a') + turn) + paragraph(rendered + text('b')))).toEqual([true, 1, 2])
    expect(
      await pagesOf(
        paragraph(text('a'), '<w:pageBreakBefore/>') + paragraph(text('b'), '<w:pageBreakBefore/>'),
      ),
    ).toEqual([true, 1, 2])
  })

  test('headers are furniture, footnotes come at the end', async () => {
    const document = await read(paragraph(text('Body')), {
      'word/header1.xml': `<w:hdr ${W}>${paragraph(text('Water Board'))}</w:hdr>`,
      'word/footnotes.xml': `<w:footnotes ${W}><w:footnote>${paragraph(text('A note'))}</w:footnote></w:footnotes>`,
    })
    expect(shortDocument(document)).toEqual(['[header] Water Board', 'Body', 'A note'])
  })

  test('another prefix for the same namespace is read all the same', async () => {
    const bytes = docx('').length
    expect(bytes).toBeGreaterThan(0)
    const document = await readDocument(
      writeZip({
        '[Content_Types].xml': TYPES,
        'word/document.xml': `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Strict</x:t></x:r></x:p></x:body></x:document>`,
      }),
      { fileName: 'a.docx' },
    )
    expect(shortDocument(document)).toEqual(['Strict'])
  })
})

describe('hostile Word documents', () => {
  test('a document type, and with it every entity, is refused', async () => {
    const bytes = writeZip({
      '[Content_Types].xml': TYPES,
      'word/document.xml': `<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body>${paragraph(text('&a;'))}</w:body></w:document>`,
    })
    expect(await codeOf(bytes)).toBe('damaged')
  })

  test('nesting beyond reason is refused', async () => {
    expect(await codeOf(docx('<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)))).toBe('damaged')
  })

  test('an entry that inflates to far more than its size is refused, whatever its header claims', async () => {
    const bytes = writeZip(
      { '[Content_Types].xml': TYPES, 'word/document.xml': ' '.repeat(30_000_000) },
      { claimedSize: 10 },
    )
    expect(await codeOf(bytes)).toBe('bomb')
  })

  test('too many entries are refused', async () => {
    const files: Record<string, string> = { '[Content_Types].xml': TYPES, 'word/document.xml': '' }
    for (let at = 0; at < 5001; at += 1) files[`x/${at}`] = ''
    expect(await codeOf(writeZip(files))).toBe('too-many-entries')
  })

  test('names that mean something to objects are only names', async () => {
    const document = await read(paragraph(text('ok'), '<w:pStyle w:val="__proto__"/>'), { __proto__: 'x' })
    expect(shortDocument(document)).toEqual(['ok'])
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})
