import type { AgendaItem, Meeting } from '../meeting-content.ts'
import { bullet, numbered, space, table, text, type Block } from '../sheet.ts'
import { addMinutes, dateWords, dottedTime } from '../words.ts'

/** An item with the clock at which it starts, where every item before it is timed. */
interface ScheduledItem {
  item: AgendaItem
  start: string | null
  end: string | null
}

export function schedule(meeting: Meeting): ScheduledItem[] {
  let clock: string | null = meeting.start
  return meeting.agenda.items.map((item) => {
    const start: string | null = clock
    clock = clock === null || item.minutes === null ? null : addMinutes(clock, item.minutes)
    return { item, start, end: clock }
  })
}

/** The list itself, also printed inside a pack. */
export function agendaItems(meeting: Meeting): Block[] {
  const items = schedule(meeting)
  switch (meeting.agenda.timing) {
    case 'brackets':
      return items.map(({ item }) =>
        item.role === 'break'
          ? text(`${item.title} (${item.minutes ?? 0} minutes)`, 'italic')
          : numbered(`${item.number ?? ''}.`, withLead(item, ' – ', bracketed(item, 'min'))),
      )
    case 'automatic-numbers':
      return items.map(({ item }) =>
        item.role === 'break'
          ? text(`${item.title} (${item.minutes ?? 0} min)`, 'italic')
          : numbered(item.number ?? '', withLead(item, ' – ', bracketed(item, 'min')), { automatic: true }),
      )
    case 'duration-table':
      return [
        table(
          [0.07, 0.56, 0.14, 0.23],
          ['No.', 'Item', 'Duration', 'Lead'],
          items.map(({ item }) => [item.number ?? '', titled(item), durationCell(item), item.lead ?? '']),
          { roomy: true },
        ),
      ]
    case 'range-table':
      return [
        table(
          [0.2, 0.07, 0.48, 0.25],
          ['Time', '', 'Item', 'Presenter'],
          items.map(({ item, start, end }) => [
            start !== null && end !== null ? `${start}–${end}` : '',
            item.number ?? '',
            titled(item),
            item.lead ?? '',
          ]),
          { rules: 'rows', roomy: true },
        ),
      ]
    case 'start-times':
      return [
        table(
          [0.12, 0.06, 0.5, 0.32],
          null,
          items.map(({ item, start }) => [start ?? '', item.number ?? '', titled(item), item.lead ?? '']),
          { rules: 'none', roomy: true },
        ),
      ]
    case 'short-bullets':
      return items.map(({ item }) =>
        bullet(
          item.lead === null
            ? `${titled(item)} (${item.minutes ?? 0}m)`
            : `${titled(item)} (${item.minutes ?? 0}m, ${item.lead})`,
        ),
      )
    case 'wrapped-table':
      return [
        table(
          [0.08, 0.42, 0.16, 0.18, 0.16],
          ['Item', 'Subject', 'Paper', 'Led by', 'Time'],
          items.map(({ item }) => [
            item.number ?? '',
            titled(item),
            item.paper ?? (item.role === 'topic' ? 'Verbal' : ''),
            item.lead ?? '',
            durationCell(item),
          ]),
          { rules: 'none', roomy: true },
        ),
      ]
    case 'range-and-duration':
      return items.flatMap(({ item, start, end }) => {
        const range = `(${start ?? ''} - ${end ?? ''}) - ${item.misprint ?? item.minutes ?? 0} min`
        return [
          space(4),
          item.role === 'break'
            ? text(`${item.title} ${range}`)
            : numbered(`${item.number ?? ''}.`, withLead(item, ', ', range)),
        ]
      })
    case 'purpose-table':
      return [
        table(
          [0.06, 0.46, 0.15, 0.21, 0.12],
          ['#', 'Item', 'Purpose', 'Lead', 'Time'],
          items.map(({ item }) => [
            item.number ?? '',
            titled(item),
            purposeWord(item),
            item.lead ?? '',
            durationCell(item),
          ]),
          { rules: 'rows', roomy: true },
        ),
      ]
    case 'plain-lines':
      return items.flatMap(({ item }) =>
        item.role === 'break'
          ? [space(4), text(`      ${item.title} (${item.minutes ?? 0} mins)`)]
          : [
              numbered(`${item.number ?? ''}.`, withLead(item, ' - ', bracketed(item, 'mins')), {
                bold: true,
              }),
            ],
      )
    case 'lunch-table':
      return [
        table(
          [0.12, 0.06, 0.45, 0.23, 0.14],
          ['Start', 'No.', 'Item', 'Lead', 'Duration'],
          items.map(({ item, start }) => [
            start === null ? '' : dottedTime(start),
            item.number ?? '',
            titled(item),
            item.lead ?? '',
            durationCell(item),
          ]),
          { roomy: true },
        ),
      ]
    case 'minutes-column':
      return [
        table(
          [0.07, 0.47, 0.18, 0.16, 0.12],
          ['Item', 'Title', 'Purpose', 'Lead', 'Time (min)'],
          items.map(({ item }) => [
            item.number ?? '',
            titled(item),
            purposeWord(item),
            item.lead ?? '',
            item.minutes === null ? '' : String(item.minutes),
          ]),
          { rules: 'grid', right: [4], roomy: true },
        ),
      ]
    case 'range-lines':
      return items.flatMap(({ item, start, end }) => [
        space(5),
        text(`${start ?? ''} – ${end ?? ''}`, 'bold'),
        item.role === 'break'
          ? text(item.title, 'italic')
          : numbered(`${item.number ?? ''}.`, withLead(item, ' – ', '')),
      ])
  }
}

function titled(item: AgendaItem): string {
  return item.deferredTo === null ? item.title : `${item.title} – DEFERRED to ${dateWords(item.deferredTo)}`
}

function bracketed(item: AgendaItem, unit: string): string {
  return item.minutes === null ? '' : `(${item.minutes} ${unit})`
}

function withLead(item: AgendaItem, between: string, time: string): string {
  const lead = item.lead === null ? '' : `${between}${item.lead}`
  return `${titled(item)}${time === '' ? '' : ` ${time}`}${lead}`
}

function durationCell(item: AgendaItem): string {
  return item.minutes === null ? '' : `${item.minutes} min`
}

function purposeWord(item: AgendaItem): string {
  if (item.purpose === null) return ''
  return {
    decision: 'For decision',
    discussion: 'For discussion',
    information: 'For information',
    noting: 'To note',
  }[item.purpose]
}
