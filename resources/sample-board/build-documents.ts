import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { meetings } from './content/meetings.ts'
import { expectedFacts, type ExpectedMeeting } from './expected-facts.ts'
import { filesOf } from './files.ts'
import { agendaSheet } from './layout/agenda-sheet.ts'
import { minutesSheet } from './layout/minutes-sheet.ts'
import { bookmarkOf, packSheet, type PaperPages } from './layout/pack-sheet.ts'
import type { FileFormat, Meeting, Paper } from './meeting-content.ts'
import type { Sheet } from './sheet.ts'
import { writeDocx } from './write/docx-writer.ts'
import { writeOdt } from './write/odt-writer.ts'
import { writePdf } from './write/pdf-writer.ts'
import { writeMarkdown, writePlainText } from './write/text-writer.ts'

export interface SampleBoard {
  /** Path below `documents/` to bytes. */
  documents: Map<string, Buffer>
  expected: ExpectedMeeting[]
}

/** Builds every document of the sample board in memory, and what is true of each meeting. */
export async function buildSampleBoard(): Promise<SampleBoard> {
  const documents = new Map<string, Buffer>()
  const expected: ExpectedMeeting[] = []
  for (const [index, meeting] of meetings.entries()) {
    const previous = meetings[index - 1] ?? null
    const pages: PaperPages =
      meeting.pack === null ? new Map() : await pagesOfPapers(meeting, meeting.pack, previous)
    for (const file of filesOf(meeting)) {
      documents.set(file.path, await build(file.kind, meeting, previous, pages))
    }
    expected.push(expectedFacts(meeting, pages))
  }
  return { documents, expected }
}

async function build(
  kind: 'agenda' | 'minutes' | 'pack',
  meeting: Meeting,
  previous: Meeting | null,
  pages: PaperPages,
): Promise<Buffer> {
  if (kind === 'agenda') return write(agendaSheet(meeting), meeting.agenda.format)
  if (kind === 'minutes') return write(minutesSheet(meeting), meeting.minutes.format)
  return write(packSheet(meeting, meeting.pack ?? [], previous, pages), 'pdf')
}

/** A pack is laid out twice: the contents on its cover give the pages found the first time. */
async function pagesOfPapers(
  meeting: Meeting,
  papers: Paper[],
  previous: Meeting | null,
): Promise<PaperPages> {
  const draft = await writePdf(packSheet(meeting, papers, previous, new Map()))
  const starts = papers.map((paper) => {
    const page = draft.bookmarks.get(bookmarkOf(paper))
    if (page === undefined) throw new Error(`${meeting.date}: no bookmark for ${paper.reference}`)
    return page
  })
  return new Map(
    papers.map((paper, index) => [
      bookmarkOf(paper),
      [starts[index] ?? 0, (starts[index + 1] ?? draft.pages + 1) - 1],
    ]),
  )
}

async function write(sheet: Sheet, format: FileFormat): Promise<Buffer> {
  switch (format) {
    case 'pdf':
      return (await writePdf(sheet)).data
    case 'docx':
      return writeDocx(sheet)
    case 'odt':
      return writeOdt(sheet)
    case 'md':
      return writeMarkdown(sheet)
    case 'txt':
      return writePlainText(sheet)
  }
}

if (import.meta.main) {
  const folder = import.meta.dirname
  const { documents, expected } = await buildSampleBoard()
  await rm(join(folder, 'documents'), { recursive: true, force: true })
  for (const [path, data] of documents) {
    const target = join(folder, 'documents', path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, data)
  }
  await writeFile(join(folder, 'expected.json'), `${JSON.stringify({ meetings: expected }, null, 2)}\n`)
}
