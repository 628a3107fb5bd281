import type { Attendance } from './meeting-content.ts'

/** The people of Merrowgate Networks plc. All are invented. */
const person = (name: string, role: string): Attendance => ({ name, role, note: null })

export const ostrey = person('Helen Ostrey', 'Chair')
export const averill = person('Daniel Averill', 'Chief Executive')
export const nandakumar = person('Priya Nandakumar', 'Chief Financial Officer')
export const tarrant = person('Owen Tarrant', 'Chief Operating Officer')
export const balogun = person('Dr Ifeoma Balogun', 'Senior Independent Director')
export const lisle = person('Graham Lisle', 'Non-executive Director, Audit Committee Chair')
export const soeder = person('Katrin Soeder', 'Non-executive Director')
export const demirel = person('Yusuf Demirel', 'Non-executive Director')

export const pryce = person('Nesta Pryce', 'Company Secretary')
export const lowe = person('Beatrix Lowe', 'Company Secretary')
export const venn = person('Marcus Venn', 'Sales Director')
export const redfern = person('Joss Redfern', 'Head of Subscriber Care')
export const whitlock = person('Amara Whitlock', 'Customer Director')

export const board2025 = [ostrey, averill, nandakumar, tarrant, balogun, lisle, soeder]
export const board2026 = [...board2025, demirel]

/** Someone who came for part of the meeting. */
export function forPart(who: Attendance, note: string): Attendance {
  return { ...who, note }
}

export function without(board: Attendance[], ...absent: Attendance[]): Attendance[] {
  return board.filter((member) => !absent.includes(member))
}
