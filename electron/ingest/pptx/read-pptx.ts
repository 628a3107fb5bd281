import type { Document, OutlineEntry } from '../../../shared/model/document.ts'
import type { Warning } from '../../../shared/model/evidence.ts'
import { isArchive, namesEntry, openArchive } from '../archive/open-archive.ts'
import type { Archive } from '../archive/open-archive.ts'
import type { DocumentReader, ReadOptions } from '../document-reader.ts'
import type { FlowContent } from '../flow/flow-content.ts'
import { flowDocument } from '../flow/flow-document.ts'
import { ReadRefusal, refuseIfAborted } from '../read-refusal.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { readRelations } from '../xml/read-relations.ts'
import type { Relation } from '../xml/read-relations.ts'
import { textOfElement } from '../xml/text-of-element.ts'
import { SLIDE_PREFIXES, SlideReader } from './slide-reader.ts'

const MOST_SLIDES = 5000

/** The slides' parts in the order they are shown. */
async function slideParts(archive: Archive): Promise<string[]> {
  const main =
    (await readRelations(archive, '')).find(({ type }) => type.endsWith('/officeDocument'))?.target ??
    'ppt/presentation.xml'
  const bytes = await archive.read(main)
  if (!bytes) throw new ReadRefusal('damaged')
  const links = new Map((await readRelations(archive, main)).map(({ id, target }) => [id, target]))
  const parts: string[] = []
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        const part = name === 'p:sldId' ? links.get(attributes['r:id'] ?? '') : undefined
        if (part !== undefined && !parts.includes(part)) parts.push(part)
      },
      close: () => undefined,
      text: () => undefined,
    },
    SLIDE_PREFIXES,
  )
  if (parts.length > MOST_SLIDES) throw new ReadRefusal('too-large')
  return parts
}

const targetOf = (relations: readonly Relation[], ending: string): string | null =>
  relations.find(({ type }) => type.endsWith(ending))?.target ?? null

interface Slide {
  readonly content: FlowContent[]
  readonly isHidden: boolean
  readonly pictures: number
}

/** A slide with what its diagrams say and, after it, what its notes say. */
async function readSlide(archive: Archive, part: string, page: number): Promise<Slide> {
  const bytes = await archive.read(part)
  if (!bytes) return { content: [], isHidden: false, pictures: 0 }
  const slide = new SlideReader(page).read(bytes)
  if (slide.isHidden) return { content: [], isHidden: true, pictures: 0 }
  const content = [...slide.content]
  const relations = await readRelations(archive, part)
  for (const id of slide.diagrams) {
    const target = relations.find((relation) => relation.id === id)?.target
    // oxlint-disable-next-line no-await-in-loop
    const diagram = target === undefined ? null : await archive.read(target)
    if (diagram) content.push(...new SlideReader(page).read(diagram).content)
  }
  const notesPart = targetOf(relations, '/notesSlide')
  const notes = notesPart === null ? null : await archive.read(notesPart)
  if (notes) content.push(...new SlideReader(page).read(notes).content)
  return { content, isHidden: false, pictures: slide.pictures }
}

/** PowerPoint presentations: each slide a page, its title a heading, its notes after it. */
export const pptxReader: DocumentReader = {
  format: 'pptx',
  score: (bytes) =>
    isArchive(bytes) && namesEntry(bytes, '[Content_Types].xml') && namesEntry(bytes, 'ppt/presentation')
      ? 0.9
      : null,
  async read(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
    const archive = await openArchive(bytes)
    const parts = await slideParts(archive)
    const content: FlowContent[] = []
    const outline: OutlineEntry[] = []
    let hidden = 0
    let pictures = 0
    let page = 0
    for (const [at, part] of parts.entries()) {
      refuseIfAborted(options.signal)
      // oxlint-disable-next-line no-await-in-loop
      const slide = await readSlide(archive, part, page + 1)
      options.onProgress?.((at + 1) / parts.length)
      if (slide.isHidden) {
        hidden += 1
        continue
      }
      page += 1
      pictures += slide.pictures
      content.push(...slide.content)
      const title = slide.content.find((one) => one.kind === 'paragraph' && one.headingLevel !== null)
      if (title?.kind === 'paragraph') outline.push({ title: title.text, level: 1, page })
    }
    const warnings: Warning[] = []
    if (hidden > 0)
      warnings.push({
        code: 'hidden-slides-left-out',
        message: hidden === 1 ? '1 hidden slide was not read.' : `${hidden} hidden slides were not read.`,
      })
    if ([...archive.names].some((name) => name.endsWith('vbaProject.bin')))
      warnings.push({ code: 'macros-ignored', message: 'The file holds macros. They were not run.' })
    const core = await archive.read('docProps/core.xml')
    return flowDocument({
      format: 'pptx',
      content,
      title: core ? textOfElement(core, 'dc:title') : null,
      pages: page,
      paged: true,
      outline,
      warnings,
      pictured: pictures > 0,
    })
  },
}
