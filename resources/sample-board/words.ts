/** Dates and times as secretaries write them. */

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** `2025-05-14` as `14 May 2025`. */
export function dateWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}

/** `2025-05-14` as `Wednesday 14 May 2025`. */
export function longDateWords(date: string): string {
  return `${DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''} ${dateWords(date)}`
}

/** `2025-05-14` as `14 May`. */
export function shortDateWords(date: string): string {
  return dateWords(date).split(' ').slice(0, 2).join(' ')
}

/** `2025-05-14` as `14/05/2025`. */
export function slashDate(date: string): string {
  return date.split('-').toReversed().join('/')
}

/** `14:05` as `2.05 pm`. */
export function spokenTime(clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  const hour = hours > 12 ? hours - 12 : hours
  return `${hour}.${String(minutes).padStart(2, '0')} ${hours < 12 ? 'am' : 'pm'}`
}

/** `14:05` as `14.05`. */
export function dottedTime(clock: string): string {
  return clock.replace(':', '.')
}

/** `HH:MM` some minutes later. */
export function addMinutes(clock: string, minutes: number): string {
  const [hours = 0, past = 0] = clock.split(':').map(Number)
  const total = hours * 60 + past + minutes
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}

/** Minutes from one `HH:MM` to a later one. */
export function minutesBetween(start: string, end: string): number {
  return sinceMidnight(end) - sinceMidnight(start)
}

function sinceMidnight(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** Word processors turn typed apostrophes and quotes into curled ones. */
export function typographic(words: string): string {
  return words
    .replaceAll(/(^|[\s(])'/g, '$1‘')
    .replaceAll("'", '’')
    .replaceAll(/(^|[\s(])"/g, '$1“')
    .replaceAll('"', '”')
}

export function initials(name: string): string {
  return name
    .replace('Dr ', '')
    .split(' ')
    .map((part) => part.charAt(0))
    .join('')
}
