import type { Block, Sheet, TableBlock } from '../sheet.ts'
import { typographic } from '../words.ts'
import { writeZip, type ZipEntry } from '../zip-archive.ts'

const NAMESPACES = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
]
  .map((namespace) => `xmlns:${namespace}`)
  .concat('xmlns:dc="http://purl.org/dc/elements/1.1/"')
  .join(' ')

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const MANIFEST = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'
const MIME = 'application/vnd.oasis.opendocument.text'

/** Writes an OpenDocument text: the five parts an office suite needs to open it. */
export function writeOdt(sheet: Sheet): Buffer {
  const files = ['content.xml', 'styles.xml', 'meta.xml']
    .map((name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`)
    .join('')
  return writeZip([
    { name: 'mimetype', data: Buffer.from(MIME), stored: true },
    part('content.xml', contentOf(sheet)),
    part('styles.xml', stylesOf(sheet)),
    part(
      'meta.xml',
      [
        `<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta>`,
        `<dc:title>${escape(sheet.title)}</dc:title><dc:creator>${escape(sheet.author)}</dc:creator>`,
        `<meta:creation-date>${sheet.written}T09:00:00</meta:creation-date>`,
        '</office:meta></office:document-meta>',
      ].join(''),
    ),
    part(
      'META-INF/manifest.xml',
      [
        `<manifest:manifest xmlns:manifest="${MANIFEST}" manifest:version="1.3">`,
        `<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/>`,
        `${files}</manifest:manifest>`,
      ].join(''),
    ),
  ])
}

function part(name: string, words: string): ZipEntry {
  return { name, data: Buffer.from(HEAD + words, 'utf8') }
}

function contentOf(sheet: Sheet): string {
  const columns = sheet.blocks
    .filter((block) => block.kind === 'table')
    .flatMap((block, index) => block.widths.map((share, column) => columnStyle(`T${index}.${column}`, share)))
  let tables = 0
  return [
    `<office:document-content ${NAMESPACES} office:version="1.3"><office:automatic-styles>`,
    ...columns,
    '<style:style style:name="Ruled" style:family="table-cell">',
    '<style:table-cell-properties fo:border-bottom="0.5pt solid #999999" fo:padding="0.1cm"/></style:style>',
    '</office:automatic-styles><office:body><office:text>',
    ...sheet.blocks.map((block) => blockOf(block, () => tables++)),
    '</office:text></office:body></office:document-content>',
  ].join('')
}

function columnStyle(name: string, share: number): string {
  return [
    `<style:style style:name="${name}" style:family="table-column">`,
    `<style:table-column-properties style:column-width="${(share * 16.6).toFixed(2)}cm"/></style:style>`,
  ].join('')
}

function style(name: string, properties: string, paragraph = ''): string {
  return [
    `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard">`,
    `<style:paragraph-properties ${paragraph}/><style:text-properties ${properties}/></style:style>`,
  ].join('')
}

function stylesOf(sheet: Sheet): string {
  const family = sheet.theme.family === 'serif' ? 'Liberation Serif' : 'Liberation Sans'
  const colour = `fo:color="#${sheet.theme.colour}"`
  return [
    `<office:document-styles ${NAMESPACES} office:version="1.3"><office:styles>`,
    '<style:style style:name="Standard" style:family="paragraph">',
    '<style:paragraph-properties fo:margin-bottom="0.2cm"/>',
    `<style:text-properties fo:font-family="${family}" fo:font-size="${sheet.theme.size}pt"/></style:style>`,
    style('Title', `fo:font-size="20pt" fo:font-weight="bold" ${colour}`),
    style('Heading_20_1', `fo:font-size="14pt" fo:font-weight="bold" ${colour}`),
    style('Bold', 'fo:font-weight="bold"'),
    style('Italic', 'fo:font-style="italic"'),
    style('Right', 'fo:font-weight="bold"', 'fo:text-align="end"'),
    style('Furniture', 'fo:font-size="8.5pt"'),
    '</office:styles><office:automatic-styles><style:page-layout style:name="A4">',
    '<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.2cm"/>',
    '</style:page-layout></office:automatic-styles><office:master-styles>',
    '<style:master-page style:name="Standard" style:page-layout-name="A4">',
    `<style:header><text:p text:style-name="Furniture">${escape(sheet.header)}</text:p></style:header>`,
    `<style:footer><text:p text:style-name="Furniture">${escape(sheet.footer)} – Page `,
    '<text:page-number text:select-page="current">1</text:page-number> of ',
    '<text:page-count>1</text:page-count></text:p></style:footer>',
    '</style:master-page></office:master-styles></office:document-styles>',
  ].join('')
}

function blockOf(block: Block, nextTable: () => number): string {
  switch (block.kind) {
    case 'bookmark':
    case 'page-break':
    case 'space':
      return ''
    case 'heading':
      return `<text:h text:style-name="Heading_20_1" text:outline-level="${block.level}">${escape(block.text)}</text:h>`
    case 'text': {
      const styles = { title: 'Title', bold: 'Bold', italic: 'Italic', 'right-bold': 'Right' }
      const name = Object.entries(styles).find(([look]) => look === block.look)?.[1] ?? 'Standard'
      return `<text:p text:style-name="${name}">${escape(block.text)}</text:p>`
    }
    case 'numbered':
      return `<text:p text:style-name="${block.bold ? 'Bold' : 'Standard'}">${escape(block.label)}<text:tab/>${escape(block.text)}</text:p>`
    case 'bullet':
      return `<text:list><text:list-item><text:p text:style-name="Standard">${escape(block.text)}</text:p></text:list-item></text:list>`
    case 'table':
      return tableOf(block, nextTable())
  }
}

function tableOf(block: TableBlock, index: number): string {
  const columns = block.widths.map(
    (_, column) => `<table:table-column table:style-name="T${index}.${column}"/>`,
  )
  const ruled = block.rules === 'none' ? '' : ' table:style-name="Ruled"'
  const row = (cells: string[], look: string): string => {
    const filled = cells.map((words) =>
      [
        `<table:table-cell${ruled} office:value-type="string">`,
        `<text:p text:style-name="${look}">${escape(words)}</text:p></table:table-cell>`,
      ].join(''),
    )
    return `<table:table-row>${filled.join('')}</table:table-row>`
  }
  return [
    `<table:table table:name="Table${index + 1}">`,
    ...columns,
    block.head === null
      ? ''
      : `<table:table-header-rows>${row(block.head, 'Bold')}</table:table-header-rows>`,
    ...block.rows.map((cells) => row(cells, 'Standard')),
    '</table:table>',
  ].join('')
}

function escape(words: string): string {
  return typographic(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
