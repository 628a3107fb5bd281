import type { ActionNote, Attendance, Meeting } from '../meeting-content.ts'
import { heading, numbered, table, text, type Block, type Sheet } from '../sheet.ts'
import { dateWords, dottedTime, longDateWords, shortDateWords, spokenTime } from '../words.ts'
import { BODY, classificationOf, COMPANY, themeOf } from './house-style.ts'

export function minutesSheet(meeting: Meeting): Sheet {
  return {
    title: `${COMPANY} – ${BODY} – Minutes ${dateWords(meeting.date)}`,
    author: meeting.secretary,
    written: meeting.minutes.next,
    header: `${COMPANY} – Minutes of the ${BODY} – ${dateWords(meeting.date)}`,
    footer: `${classificationOf(meeting)} – Minutes`,
    theme: themeOf(meeting),
    blocks: minutesBlocks(meeting),
  }
}

/** The minutes themselves, also bound into the next meeting's pack. */
export function minutesBlocks(meeting: Meeting): Block[] {
  return [...headOf(meeting), ...bodyOf(meeting), ...logOf(meeting), ...endOf(meeting)]
}

/** What the agenda calls the item. */
export function titleOf(meeting: Meeting, number: string): string {
  const item = meeting.agenda.items.find((candidate) => candidate.number === number)
  if (item === undefined) throw new Error(`${meeting.date}: no agenda item ${number}`)
  return item.title
}

/** An action as it stands in the text: `ACTION: MV to bring … by 17 September 2025`. */
export function actionWords(note: ActionNote, meeting: Meeting): string {
  const due =
    note.due === null ? '' : ` by ${meeting.date < '2026' ? dateWords(note.due) : shortDateWords(note.due)}`
  return `ACTION: ${note.owner} to ${note.action}${due}.`
}

function headOf(meeting: Meeting): Block[] {
  const { minutes } = meeting
  const day = longDateWords(meeting.date)
  if (minutes.layout === 'classic' || minutes.layout === 'plain') {
    return [
      text(COMPANY.toUpperCase(), 'title'),
      text(`Minutes of a meeting of the ${BODY} held on ${day} at ${meeting.place}`, 'bold'),
      ...people('Present', minutes.present),
      ...people('In attendance', minutes.attending),
      text(`Apologies: ${minutes.apologies.length === 0 ? 'none' : minutes.apologies.join(', ')}`),
      text(
        `The Chair opened the meeting at ${minutes.layout === 'plain' ? dottedTime(minutes.opened) : spokenTime(minutes.opened)} and confirmed that a quorum was present.`,
      ),
    ]
  }
  return [
    text(`${BODY}: minutes`, 'title'),
    table(
      [0.2, 0.8],
      null,
      [
        ['Date', day],
        ['Venue', meeting.place],
        ['Present', namesAndRoles(minutes.present)],
        ['In attendance', namesAndRoles(minutes.attending)],
        ['Apologies', minutes.apologies.length === 0 ? 'None' : minutes.apologies.join(', ')],
      ],
      { rules: 'rows', boldFirst: true },
    ),
    text(`The meeting opened at ${dottedTime(minutes.opened)}.`),
  ]
}

function namesAndRoles(list: Attendance[]): string {
  return list.map((who) => `${who.name} (${who.role})${who.note === null ? '' : `, ${who.note}`}`).join('; ')
}

function people(label: string, list: Attendance[]): Block[] {
  if (list.length === 0) return []
  const rows = list.map((who) => [who.name, `${who.role}${who.note === null ? '' : ` (${who.note})`}`])
  return [text(`${label}:`, 'bold'), table([0.4, 0.6], null, rows, { rules: 'none' })]
}

function bodyOf(meeting: Meeting): Block[] {
  if (meeting.minutes.layout === 'columns') return [columnsOf(meeting)]
  return meeting.minutes.items.flatMap((item) => {
    const mark = item.clock === null ? '' : ` (${dottedTime(item.clock)})`
    const title = `${item.number}. ${titleOf(meeting, item.number)}${mark}`
    let paragraph = 0
    const numberedText = meeting.minutes.layout === 'classic' || meeting.minutes.layout === 'plain'
    return [
      heading(title),
      ...item.text.map((part): Block => {
        if (typeof part !== 'string') {
          return text(
            actionWords(part, meeting),
            meeting.minutes.layout === 'classic' ? 'right-bold' : 'bold',
          )
        }
        paragraph += 1
        return numberedText ? numbered(`${item.number}.${paragraph}`, part) : text(part)
      }),
    ]
  })
}

/** One row an item, actions in a column of their own. */
function columnsOf(meeting: Meeting): Block {
  return table(
    [0.07, 0.71, 0.22],
    ['Item', 'Discussion and decision', 'Action'],
    meeting.minutes.items.map((item) => {
      const said = item.text.filter((part): part is string => typeof part === 'string')
      const actions = item.text.filter((part): part is ActionNote => typeof part !== 'string')
      const mark = item.clock === null ? '' : ` (${dottedTime(item.clock)})`
      return [
        item.number,
        [`${titleOf(meeting, item.number)}${mark}`, ...said].join('\n'),
        actions.map((note) => columnAction(note)).join('\n'),
      ]
    }),
    { rules: 'grid' },
  )
}

function columnAction(note: ActionNote): string {
  return `${note.owner} to ${note.action}${note.due === null ? '' : ` by ${shortDateWords(note.due)}`}`
}

function logOf(meeting: Meeting): Block[] {
  const { log } = meeting.minutes
  if (log.length === 0) return []
  return [
    heading('Action log'),
    table(
      [0.52, 0.12, 0.2, 0.16],
      ['Action', 'Owner', 'Due', 'Status'],
      log.map((entry) => [
        entry.action.charAt(0).toUpperCase() + entry.action.slice(1),
        entry.owner,
        entry.due === null ? '' : dateWords(entry.due),
        entry.status,
      ]),
      { rules: meeting.date < '2026' ? 'grid' : 'rows' },
    ),
  ]
}

function endOf(meeting: Meeting): Block[] {
  const { minutes } = meeting
  if (minutes.layout === 'classic' || minutes.layout === 'plain') {
    const closed = minutes.layout === 'plain' ? dottedTime(minutes.closed) : spokenTime(minutes.closed)
    return [
      text(`There being no further business, the Chair closed the meeting at ${closed}.`),
      text(`Next meeting: ${longDateWords(minutes.next)}.`),
      text('Signed ....................................  Chair      Date ....................'),
    ]
  }
  return [
    text(
      `The meeting closed at ${dottedTime(minutes.closed)}. Next meeting: ${longDateWords(minutes.next)}.`,
    ),
    text('Approved as a correct record: ............................ Chair'),
  ]
}
