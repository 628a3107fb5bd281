import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { meetings } from './content/meetings.ts'
import { expectedFacts } from './expected-facts.ts'
import { filesOf } from './files.ts'
import { agendaSheet } from './layout/agenda-sheet.ts'
import { minutesSheet } from './layout/minutes-sheet.ts'
import { bookmarkOf, packSheet } from './layout/pack-sheet.ts'
import type { FileFormat, Meeting, Paper } from './meeting-content.ts'
import type { Sheet } from './sheet.ts'
import { writeDocx } from './write/docx-writer.ts'
import { writeOdt } from './write/odt-writer.ts'
import { writePdf } from './write/pdf-writer.ts'
import { writeMarkdown, writePlainText } from './write/text-writer.ts'

/** Builds every document of the sample board in memory: path below `documents/` to bytes. */
export async function buildDocuments(): Promise<Map<string, Buffer>> {
  const built = new Map<string, Buffer>()
  for (const [index, meeting] of meetings.entries()) {
    for (const file of filesOf(meeting)) {
      built.set(file.path, await build(file.kind, meeting, meetings[index - 1] ?? null))
    }
  }
  return built
}

async function build(
  kind: 'agenda' | 'minutes' | 'pack',
  meeting: Meeting,
  previous: Meeting | null,
): Promise<Buffer> {
  if (kind === 'agenda') return write(agendaSheet(meeting), meeting.agenda.format)
  if (kind === 'minutes') return write(minutesSheet(meeting), meeting.minutes.format)
  if (meeting.pack === null || previous === null)
    throw new Error(`${meeting.date}: no papers, or no last meeting`)
  return buildPack(meeting, meeting.pack, previous)
}

/** Laid out twice: the contents on the cover give the pages found the first time. */
async function buildPack(meeting: Meeting, papers: Paper[], previous: Meeting): Promise<Buffer> {
  const draft = await writePdf(packSheet(meeting, papers, previous, new Map()))
  const starts = papers.map((paper) => draft.bookmarks.get(bookmarkOf(paper)) ?? 1)
  const pages = new Map(
    papers.map((paper, index): [string, [number, number]] => [
      bookmarkOf(paper),
      [starts[index] ?? 1, (starts[index + 1] ?? draft.pages + 1) - 1],
    ]),
  )
  return (await writePdf(packSheet(meeting, papers, previous, pages))).data
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
  await rm(join(folder, 'documents'), { recursive: true, force: true })
  for (const [path, data] of await buildDocuments()) {
    const target = join(folder, 'documents', path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, data)
  }
  const expected = meetings.map((meeting) => expectedFacts(meeting))
  await writeFile(join(folder, 'expected.json'), `${JSON.stringify({ meetings: expected }, null, 2)}\n`)
}
