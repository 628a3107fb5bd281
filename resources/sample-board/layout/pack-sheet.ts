import type { Meeting, Paper, PaperPart } from '../meeting-content.ts'
import { bookmark, bullet, heading, pageBreak, table, text, type Block, type Sheet } from '../sheet.ts'
import { dateWords, longDateWords } from '../words.ts'
import { agendaItems } from './agenda-items.ts'
import { BODY, classificationOf, COMPANY, themeOf } from './house-style.ts'
import { minutesBlocks } from './minutes-sheet.ts'

/** Cover, agenda, the last minutes, then each paper on a page of its own under its bookmark. */
export function packSheet(meeting: Meeting, papers: Paper[], previous: Meeting): Sheet {
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
      text(COMPANY, 'subtitle'),
      text('Board pack', 'title'),
      text(`${BODY}, ${day}`, 'bold'),
      text(`${meeting.place}, ${meeting.start} to ${meeting.end}`),
      text('These papers are confidential to the directors. Please do not print or forward them.', 'italic'),
      contentsOf(papers),
      pageBreak(),
      bookmark('Agenda'),
      text('Agenda', 'title'),
      text(`${day}, ${meeting.start} to ${meeting.end}`),
      ...agendaItems(meeting),
      pageBreak(),
      bookmark(`Minutes of the meeting held on ${dateWords(previous.date)}`),
      ...minutesBlocks(previous),
      ...papers.flatMap((paper) => paperBlocks(paper)),
    ],
  }
}

function contentsOf(papers: Paper[]): Block {
  return table(
    [0.12, 0.18, 0.7],
    ['Item', 'Paper', 'Title'],
    papers.map((paper) => [paper.number, paper.reference, paper.title]),
    { rules: 'rows' },
  )
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
    bookmark(`${paper.number} ${paper.title}`),
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
