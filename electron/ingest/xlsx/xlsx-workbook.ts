import type { Archive } from '../archive/open-archive.ts'
import { ReadRefusal } from '../read-refusal.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { readRelations } from '../xml/read-relations.ts'
import { numberKind, numberLook } from './number-format.ts'
import type { NumberKind, NumberLook } from './number-format.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT_LINKS = 'http://purl.oclc.org/ooxml/officeDocument/relationships'

/** The prefixes by which the reader knows these namespaces. */
export const SHEET_PREFIXES: Readonly<Record<string, string>> = {
  [MAIN]: 's',
  [STRICT]: 's',
  [LINKS]: 'r',
  [STRICT_LINKS]: 'r',
}

const MOST_STRINGS = 4_000_000
const nothing = (): void => undefined

export interface WorkbookSheet {
  readonly name: string
  readonly part: string
  readonly isHidden: boolean
}
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[]
  readonly since1904: boolean
}

/** The sheets in the order of their tabs. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const relations = await readRelations(archive, '')
  const part = relations.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const bytes = await archive.read(part)
  if (!bytes) throw new ReadRefusal('damaged')
  const links = new Map((await readRelations(archive, part)).map(({ id, target }) => [id, target]))
  const sheets: WorkbookSheet[] = []
  let since1904 = false
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        if (name === 's:workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
        if (name !== 's:sheet') return
        const target = links.get(attributes['r:id'] ?? '')
        if (target === undefined) return
        const state = attributes['state'] ?? 'visible'
        sheets.push({ name: attributes['name'] ?? '', part: target, isHidden: state !== 'visible' })
      },
      close: nothing,
      text: nothing,
    },
    SHEET_PREFIXES,
  )
  return { sheets, since1904 }
}

/** Texts that cells point to by number; what only tells how to pronounce them is left out. */
export function readSharedStrings(bytes: Uint8Array | null): string[] {
  const strings: string[] = []
  if (!bytes) return strings
  let open: string | null = null
  let inText = false
  let inPhonetic = 0
  parseXml(
    bytes,
    {
      open: (name) => {
        if (name === 's:si') open = ''
        else if (name === 's:rPh') inPhonetic += 1
        else if (name === 's:t') inText = true
      },
      close: (name) => {
        if (name === 's:t') inText = false
        else if (name === 's:rPh') inPhonetic -= 1
        else if (name === 's:si') {
          if (strings.length >= MOST_STRINGS) throw new ReadRefusal('too-large')
          strings.push(open ?? '')
          open = null
        }
      },
      text: (text) => {
        if (open !== null && inText && inPhonetic === 0) open += text
      },
    },
    SHEET_PREFIXES,
  )
  return strings
}

export interface CellStyle {
  readonly kind: NumberKind
  readonly look: NumberLook | null
  readonly bold: boolean
}

/** How cells show their numbers, by the index of their style. */
export function readCellStyles(bytes: Uint8Array | null): CellStyle[] {
  const styles: CellStyle[] = []
  if (!bytes) return styles
  const codes = new Map<number, string>()
  const bold: boolean[] = []
  let inFonts = false
  let inCells = false
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        if (name === 's:fonts') inFonts = true
        else if (name === 's:cellXfs') inCells = true
        else if (name === 's:numFmt')
          codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
        else if (name === 's:font' && inFonts) bold.push(false)
        else if (name === 's:b' && inFonts && bold.length > 0)
          bold[bold.length - 1] = !['0', 'false'].includes(attributes['val'] ?? '1')
        else if (name === 's:xf' && inCells) {
          const id = Number(attributes['numFmtId'] ?? 0)
          styles.push({
            kind: numberKind(id, codes.get(id)),
            look: numberLook(id, codes.get(id)),
            bold: bold[Number(attributes['fontId'] ?? -1)] ?? false,
          })
        }
      },
      close: (name) => {
        if (name === 's:fonts') inFonts = false
        if (name === 's:cellXfs') inCells = false
      },
      text: nothing,
    },
    SHEET_PREFIXES,
  )
  return styles
}
