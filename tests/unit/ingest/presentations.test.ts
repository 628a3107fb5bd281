import { describe, expect, test } from 'vitest'
import { shortDocument } from './blocks-text.ts'
import { readBytes, refusalOf } from './read-helpers.ts'
import { writeZip } from './write-zip.ts'

const NAMES =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
const RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const line = (words: string, properties = ''): string =>
  `<a:p><a:pPr${properties.startsWith(' ') ? properties : ''}>${properties.startsWith('<') ? properties : ''}</a:pPr><a:r><a:t>${words}</a:t></a:r></a:p>`
const shape = (kind: string | null, body: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>${kind === null ? '' : `<p:ph${kind === '' ? '' : ` type="${kind}"`}/>`}</p:nvPr></p:nvSpPr><p:txBody>${body}</p:txBody></p:sp>`
const slide = (body: string, more = ''): string =>
  `<p:sld ${NAMES}${more}><p:cSld><p:spTree>${body}</p:spTree></p:cSld></p:sld>`

function deck(slides: readonly string[], more: Record<string, string> = {}): Uint8Array {
  // The order of the file names is not the order of the slides.
  const part = (at: number): string => `slides/slide${slides.length - at}.xml`
  return writeZip({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships ${RELATIONS}><Relationship Id="a" Type="${TYPE}/officeDocument" Target="ppt/presentation.xml"/></Relationships>`,
    'ppt/presentation.xml': `<p:presentation ${NAMES}><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${300 + at}" r:id="r${at}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships ${RELATIONS}>${slides.map((_, at) => `<Relationship Id="r${at}" Type="${TYPE}/slide" Target="${part(at)}"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(slides.map((text, at) => [`ppt/${part(at)}`, text])),
    ...more,
  })
}

describe('presentations', () => {
  test('slides in their order: title first, bullets, groups, tables, notes after', async () => {
    const table =
      '<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc gridSpan="2"><a:txBody><a:p><a:r><a:t>Wide</a:t></a:r></a:p></a:txBody></a:tc><a:tc hMerge="1"><a:txBody><a:p/></a:txBody></a:tc></a:tr><a:tr><a:tc><a:txBody><a:p><a:r><a:t>A</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>B</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
    const document = await readBytes(
      deck(
        [
          slide(
            shape('', line('Forty letters') + line('from the islands', ' lvl="1"')) +
              shape('title', line('What passengers said')) +
              shape('sldNum', line('1')),
          ),
          slide('', ' show="0"'),
          slide(
            `<p:grpSp>${shape(null, line('In a group'))}</p:grpSp>${table}` +
              shape(
                null,
                line('One', '<a:buAutoNum type="arabicPeriod"/>') +
                  line('Two', '<a:buAutoNum type="arabicPeriod"/>'),
              ) +
              `<mc:AlternateContent><mc:Choice>${shape(null, line('New'))}</mc:Choice><mc:Fallback>${shape(null, line('Old'))}</mc:Fallback></mc:AlternateContent>` +
              '<p:graphicFrame><dgm:relIds r:dm="d1"/></p:graphicFrame>',
          ),
        ],
        {
          'ppt/slides/_rels/slide1.xml.rels': `<Relationships ${RELATIONS}><Relationship Id="n" Type="${TYPE}/notesSlide" Target="../notesSlides/n1.xml"/><Relationship Id="d1" Type="${TYPE}/diagramData" Target="../diagrams/d1.xml"/></Relationships>`,
          'ppt/notesSlides/n1.xml': `<p:notes ${NAMES}>${shape('sldImg', '')}${shape('body', line('Say it slowly', '<a:buNone/>'))}</p:notes>`,
          'ppt/diagrams/d1.xml': `<dgm:dataModel ${NAMES}><dgm:pt><dgm:t>${line('In a diagram')}</dgm:t></dgm:pt></dgm:dataModel>`,
        },
      ),
      'deck.pptx',
    )
    expect(shortDocument(document)).toEqual([
      'What passengers said',
      '{•} Forty letters',
      '{•} from the islands',
      'In a group',
      [['Wide'], ['A', 'B']],
      '{1.} One',
      '{2.} Two',
      'New',
      'In a diagram',
      'Say it slowly',
    ])
    expect(document.pages).toHaveLength(2)
    expect(document.blocks.map(({ page }) => page)).toEqual([1, 1, 1, 2, 2, 2, 2, 2, 2, 2])
    expect(document.blocks[0]).toMatchObject({ style: { headingLevel: 1 } })
    expect(document.warnings).toEqual([
      { code: 'hidden-slides-left-out', message: '1 hidden slide was not read.' },
    ])
    expect(document.outline).toEqual([{ title: 'What passengers said', level: 1, page: 1 }])
  })

  test('a workbook stored inside does not make it one', async () => {
    const inner = 'xl/workbook.xml [Content_Types].xml word/document.xml'
    const bytes = deck([slide(shape('title', line('Words')))], { 'ppt/embeddings/book.xlsx': inner })
    expect(await refusalOf(bytes, 'a')).toBe('pptx')
  })

  test.each([
    ['entities', deck(['<!DOCTYPE a [<!ENTITY b "c">]><p:sld/>']), 'damaged'],
    ['nesting without end', deck([slide('<p:grpSp>'.repeat(5000))]), 'damaged'],
    ['nothing on it', deck([slide('')]), 'empty'],
    ['pictures alone', deck([slide('<p:pic/>')]), 'no-text-needs-ocr'],
    ['a presentation without slides', deck([]), 'empty'],
    ['a slide shown twice', deck([slide(shape('title', line('Words')))]), 'pptx'],
  ])('%s', async (_, bytes, expected) => {
    expect(await refusalOf(bytes, 'a.pptx')).toBe(expected)
  })
})
