import type { Archive } from '../archive/open-archive.ts'
import { ReadRefusal } from '../read-refusal.ts'
import { parseXml } from '../xml/parse-xml.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const WORD_STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006'

/** The prefixes by which the readers know these namespaces. */
export const WORD_PREFIXES: Readonly<Record<string, string>> = {
  [WORD]: 'w',
  [WORD_STRICT]: 'w',
  [COMPATIBILITY]: 'mc',
}

export interface DocxParts {
  readonly main: string
  readonly styles: string | null
  readonly numbering: string | null
  readonly footnotes: string | null
  readonly endnotes: string | null
  readonly headers: readonly string[]
  readonly footers: readonly string[]
}

/** Which part of the package is which, by its content types. */
export async function findDocxParts(archive: Archive): Promise<DocxParts> {
  const types = await archive.read('[Content_Types].xml')
  if (!types) throw new ReadRefusal('damaged')
  const byKind = new Map<string, string[]>()
  parseXml(types, {
    open: (name, attributes) => {
      if (name !== 'Override') return
      const part = (attributes['PartName'] ?? '').replace(/^\//, '')
      const kind = /([a-zA-Z.]+)\+xml$/.exec(attributes['ContentType'] ?? '')?.[1] ?? ''
      if (!archive.names.has(part) || part.includes('glossary/')) return
      byKind.set(kind, [...(byKind.get(kind) ?? []), part])
    },
    close: () => undefined,
    text: () => undefined,
  })
  const ending = (words: string, standard: string): string[] => {
    const found = [...byKind].filter(([kind]) => kind.endsWith(words)).flatMap(([, parts]) => parts)
    return found.length > 0 ? found : [...archive.names].filter((name) => name === standard)
  }
  const main =
    ending('document.main', 'word/document.xml')[0] ??
    ending('template.main', 'word/document.xml')[0] ??
    ending('document.macroEnabled.main', 'word/document.xml')[0]
  if (main === undefined) throw new ReadRefusal('damaged')
  return {
    main,
    styles: ending('.styles', 'word/styles.xml')[0] ?? null,
    numbering: ending('.numbering', 'word/numbering.xml')[0] ?? null,
    footnotes: ending('.footnotes', 'word/footnotes.xml')[0] ?? null,
    endnotes: ending('.endnotes', 'word/endnotes.xml')[0] ?? null,
    headers: ending('.header', 'word/header1.xml'),
    footers: ending('.footer', 'word/footer1.xml'),
  }
}
