import type { Meeting } from './meeting-content.ts'

export interface BoardFile {
  /** Below `documents/`. */
  path: string
  kind: 'agenda' | 'minutes' | 'pack'
}

export function filesOf(meeting: Meeting): BoardFile[] {
  const files: BoardFile[] = [
    { path: `${meeting.date}/agenda.${meeting.agenda.format}`, kind: 'agenda' },
    { path: `${meeting.date}/minutes.${meeting.minutes.format}`, kind: 'minutes' },
  ]
  if (meeting.pack !== null) files.push({ path: `${meeting.date}/board-pack.pdf`, kind: 'pack' })
  return files
}
