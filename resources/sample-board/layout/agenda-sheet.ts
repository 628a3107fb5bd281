import type { Meeting } from '../meeting-content.ts'
import { space, table, text, type Block, type Sheet } from '../sheet.ts'
import { dateWords, dottedTime, longDateWords, spokenTime } from '../words.ts'
import { agendaItems } from './agenda-items.ts'
import { BODY, classificationOf, COMPANY, themeOf } from './house-style.ts'

export function agendaSheet(meeting: Meeting): Sheet {
  return {
    title: `${COMPANY} – ${BODY} – Agenda ${dateWords(meeting.date)}`,
    author: meeting.secretary,
    written: meeting.date,
    header: `${COMPANY} – ${BODY}`,
    footer: classificationOf(meeting),
    theme: themeOf(meeting),
    blocks: [...openingOf(meeting), ...agendaItems(meeting), ...closingOf(meeting)],
  }
}

function openingOf(meeting: Meeting): Block[] {
  const day = longDateWords(meeting.date)
  switch (meeting.agenda.timing) {
    case 'short-bullets':
      return [
        text(`${COMPANY}: ${BODY}`, 'title'),
        text(`Agenda for ${day}, ${meeting.start}–${meeting.end}, ${meeting.place}`),
      ]
    case 'plain-lines':
      return [
        text('Agenda', 'title'),
        text(`Meeting:  ${BODY}`),
        text(`Date:     ${day}`),
        text(`Time:     ${meeting.start} to ${meeting.end}`),
        text(`Place:    ${meeting.place}`),
      ]
    case 'duration-table':
    case 'range-and-duration':
    case 'purpose-table':
    case 'minutes-column':
      return [
        text(COMPANY, 'subtitle'),
        text(`${BODY}: agenda`, 'title'),
        table(
          [0.16, 0.84],
          null,
          [
            ['Date', day],
            ['Time', `${dottedTime(meeting.start)} – ${dottedTime(meeting.end)}`],
            ['Venue', meeting.place],
          ],
          { rules: 'none', boldFirst: true },
        ),
      ]
    case 'start-times':
      return [
        text(COMPANY.toUpperCase(), 'bold'),
        text('AGENDA', 'title'),
        text(
          `for the meeting of the ${BODY} to be held on ${day} at ${spokenTime(meeting.start)} at ${meeting.place}. The meeting is expected to end at ${spokenTime(meeting.end)}.`,
        ),
      ]
    default:
      return [
        text(COMPANY, 'subtitle'),
        text(BODY, 'title'),
        text('AGENDA', 'bold'),
        text(`Date: ${day} | Time: ${spokenTime(meeting.start)} – ${spokenTime(meeting.end)}`),
        text(`Place: ${meeting.place}`),
      ]
  }
}

function closingOf(meeting: Meeting): Block[] {
  return [space(14), text(`${meeting.secretary}, Company Secretary`, 'italic')]
}
