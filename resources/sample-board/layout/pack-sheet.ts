import type { ActionNote, LoggedAction, Meeting, Paper, PaperPart } from '../meeting-content.ts'
import { bookmark, bullet, heading, pageBreak, space, table, text, type Block, type Sheet } from '../sheet.ts'
import { dateWords, longDateWords } from '../words.ts'
import { agendaItems } from './agenda-items.ts'
import { BODY, classificationOf, COMPANY, themeOf } from './house-style.ts'
import { minutesBlocks } from './minutes-sheet.ts'

/** First and last page of each paper, by its bookmark; empty while the pack has not been laid out once. */
export type PaperPages = Map<string, [number, number]>

/** Cover, agenda, the last minutes, then each paper on a page of its own under its bookmark. */
export function packSheet(
  meeting: Meeting,
  papers: Paper[],
  previous: Meeting | null,
  pages: PaperPages,
): Sheet {
  const day = longDateWords(meeting.date)
  return {
    title: `${COMPANY} – ${BODY} – Pack ${dateWords(meeting.date)}`,
    author: meeting.secretary,
    written: meeting.date,
    header: `${COMPANY} – ${BODY} – ${dateWords(meeting.date)}`,
    footer: `${classificationOf(meeting)} – Board pack`,
    theme: themeOf(meeting),
    blocks: [
      bookmark('Cover'),
      space(150),
      text(COMPANY, 'subtitle'),
      text('Board pack', 'title'),
      text(`${BODY}, ${day}`, 'bold'),
      text(`${meeting.place}, ${meeting.start} to ${meeting.end}`),
      text('These papers are confidential to the directors. Please do not print or forward them.', 'italic'),
      space(60),
      contentsOf(meeting, papers, pages),
      pageBreak(),
      bookmark('Agenda'),
      text('Agenda', 'title'),
      text(`${day}, ${meeting.start} to ${meeting.end}`),
      ...agendaItems(meeting),
      ...lastMinutes(previous),
      ...papers.flatMap((paper) => paperBlocks(paper)),
    ],
  }
}

function lastMinutes(previous: Meeting | null): Block[] {
  if (previous === null) return []
  const title = `Minutes of the meeting held on ${dateWords(previous.date)}`
  return [
    pageBreak(),
    bookmark(title),
    ...minutesBlocks(previous),
    pageBreak(),
    bookmark('Action log'),
    text('Action log', 'title'),
    text(`Actions open after the meeting held on ${dateWords(previous.date)}.`),
    actionLogOf(previous),
  ]
}

/** The actions carried in the log and those of the meeting that the log does not yet hold. */
function actionLogOf(previous: Meeting): Block {
  const { items, log } = previous.minutes
  const fresh = items
    .flatMap((item) => item.text)
    .filter((part): part is ActionNote => typeof part !== 'string')
    .filter((note) => !log.some((entry) => entry.action === note.action))
    .map((note): LoggedAction => ({ ...note, status: 'Open' }))
  return table(
    [0.06, 0.5, 0.1, 0.18, 0.16],
    ['', 'Action', 'Owner', 'Due', 'Status'],
    [...log, ...fresh].map((entry, index) => [
      String(index + 1),
      entry.action.charAt(0).toUpperCase() + entry.action.slice(1),
      entry.owner,
      entry.due === null ? 'Standing' : dateWords(entry.due),
      entry.status,
    ]),
    { rules: 'rows', roomy: true },
  )
}

/** From 2026 the contents give pages, as `5–6`. */
function contentsOf(meeting: Meeting, papers: Paper[], pages: PaperPages): Block {
  const range = (paper: Paper): string => {
    const [first, last] = pages.get(bookmarkOf(paper)) ?? [0, 0]
    return first === last ? String(first) : `${first}–${last}`
  }
  if (meeting.date < '2026') {
    return table(
      [0.12, 0.18, 0.7],
      ['Item', 'Paper', 'Title'],
      papers.map((paper) => [paper.number, paper.reference, paper.title]),
      { rules: 'rows', roomy: true },
    )
  }
  return table(
    [0.1, 0.18, 0.6, 0.12],
    ['Item', 'Paper', 'Title', 'Pages'],
    papers.map((paper) => [paper.number, paper.reference, paper.title, range(paper)]),
    { rules: 'rows', roomy: true },
  )
}

export function bookmarkOf(paper: Paper): string {
  return `${paper.number} ${paper.title}`
}

function paperBlocks(paper: Paper): Block[] {
  const cover = [
    ['Agenda item', paper.number],
    ['Paper', paper.reference],
    ['Title', paper.title],
    ['Author', paper.author],
    ['Sponsor', paper.sponsor],
    ...paper.cover,
  ]
  const head: Block[] =
    paper.cover.length === 0
      ? [text(`${paper.reference}: ${paper.title}`, 'title'), text(`Report of ${paper.author}`, 'italic')]
      : [text(paper.title, 'title'), table([0.26, 0.74], null, cover, { boldFirst: true })]
  return [
    pageBreak(),
    bookmark(bookmarkOf(paper)),
    ...head,
    ...paper.body.flatMap((part) => partBlocks(part)),
  ]
}

function partBlocks(part: PaperPart): Block[] {
  switch (part.kind) {
    case 'text':
      return [text(part.text)]
    case 'heading':
      return [heading(part.text, 2)]
    case 'bullets':
      return part.items.map((item) => bullet(item))
    case 'table':
      return [
        text(part.caption, 'bold'),
        table(part.widths, part.head, part.rows, {
          rules: 'rows',
          right: part.head.map((_, column) => column).filter((column) => numeric(part.rows, column)),
        }),
      ]
  }
}

/** A column of figures is set to the right. */
function numeric(rows: string[][], column: number): boolean {
  return rows.every((row) => /^[£(+−–-]?[\d.,]+[%xm)]*$/.test((row[column] ?? '').replaceAll(' ', '')))
}
