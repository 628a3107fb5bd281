import { ServiceError } from '../../../shared/contract/errors.ts'
import type { PlanFormat } from '../../../shared/contract/planner-procedures.ts'
import type { MadeFile, PlanContent } from '../../../shared/model/planner.ts'
import { writeMarkdown } from '../writing/write-markdown.ts'
import { writePdf } from '../writing/write-pdf.ts'
import { writeWord } from '../writing/write-word.ts'
import type { WrittenDocument } from '../writing/written-document.ts'
import { agendaDocument, agendaEvent } from './agenda-document.ts'
import { writeCalendar } from './write-calendar.ts'

export const FILE_TYPES: Record<PlanFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown',
  ics: 'text/calendar',
}

/** A file name that every system takes, from a board's name: letters, digits and dashes. */
export function fileNameFrom(words: string, ending: string): string {
  const plain = words
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase()
    .slice(0, 80)
    .replace(/-$/, '')
  return `${plain || 'agenda'}.${ending}`
}

/** The agenda of a plan in one of the formats. A calendar entry needs date and start: `bad-request` without. */
export async function writePlan(
  board: string,
  content: PlanContent,
  format: PlanFormat,
  now: Date,
): Promise<MadeFile> {
  const name = fileNameFrom(`${board} agenda ${content.settings.date ?? ''}`, format)
  const type = FILE_TYPES[format]
  if (format === 'ics') {
    const event = agendaEvent(board, content)
    if (event === null) throw new ServiceError('bad-request')
    return { name, type, bytes: new Uint8Array(writeCalendar(event, now)) }
  }
  return { name, type, bytes: await writeDocument(agendaDocument(board, content), format, now) }
}

export async function writeDocument(
  document: WrittenDocument,
  format: Exclude<PlanFormat, 'ics'>,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'docx':
      return new Uint8Array(await writeWord(document))
    case 'pdf':
      return new Uint8Array(await writePdf(document, now))
    case 'md':
      return new Uint8Array(writeMarkdown(document))
  }
}
