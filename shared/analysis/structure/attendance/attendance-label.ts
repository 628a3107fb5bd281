import type { Presence } from '../../../model/analysis.ts'

export interface AttendanceLabel {
  presence: Presence
  /** What follows on the same line; empty where the names stand below. */
  rest: string
}

const WHO =
  '(?:(?:the|board|committee|council|voting|non-?voting|staff|other|others|also|district|ex[- ]officio|members?|directors?|trustees?|governors?|commissioners?|councill?ors?|officers?|executives?|parish|public|invited|guests?|representatives?|rab|tac|tsc|tag|panel|those|in|person|online|via|zoom|meeting|alternates?|premier|general|project|supporting|and|&|\\d{1,3})\\s){0,6}'
const BRACKET = '(?:\\s?\\([^()]{0,40}\\))?'
const LABELS: readonly (readonly [RegExp, Presence])[] = [
  [
    new RegExp(
      `^${WHO}(?:apologies|regrets|leave of absence)(?: (?:for absence|from|for|received|sent|given))*${BRACKET}(?:\\s?[:–-]\\s*|\\s?$)`,
      'i',
    ),
    'apologies',
  ],
  [
    /^(?:apologies|regrets)(?: for (?:non-?attendance|absence|lateness))? (?:(?:had been|have been|were|was) )?(?:received|sent|given|tendered|accepted|noted)(?: and accepted)?(?: from| by|:)+\s*/i,
    'apologies',
  ],
  [
    new RegExp(
      `^${WHO}(?:absent|absentees|absences|not present|not in attendance)${BRACKET}(?:\\s?[:–-]\\s*|\\s?$)`,
      'i',
    ),
    'absent',
  ],
  [
    new RegExp(
      `^(?:also |others? |staff |those |guests? |visitors? |officers |officials |members |and |public ){0,3}(?:in attendance|attending)(?: (?:from|for|by) [\\w &]{2,30})?${BRACKET}(?:\\s?[:–-]\\s*|\\s?$)`,
      'i',
    ),
    'in attendance',
  ],
  [
    new RegExp(
      `^(?:also|others?) (?:present|attending)(?: (?:were|was))?${BRACKET}(?:\\s?[:–-]\\s*|\\s?$|(?<=were|was)\\s)`,
      'i',
    ),
    'in attendance',
  ],
  [
    new RegExp(
      `^(?:invited |special |other |district |public )?(?:guests?|visitors?|observers?|invitees|secretariat|staff|minute[- ]?taker|minutes(?: by| taken by)?|note[- ]?taker|note taker|[A-Z]{2,5} staff|officials)(?: (?:present|attending|attendees|in attendance))?${BRACKET}\\s?(?:[:–-]\\s*|$)`,
      'i',
    ),
    'in attendance',
  ],
  [
    new RegExp(
      `^${WHO}(?:present|attendees|attendance|attending|participants|participating|members present|roll call|directors present|in attendance|attended(?: by)?)(?: (?:were|was|in person|remotely|online|via (?:zoom|teams)|by (?:phone|telephone|video)))*${BRACKET}(?:\\s?[:–-]\\s*|\\s?$|(?<=were)\\s|\\t)`,
      'i',
    ),
    'present',
  ],
]

/** "Present:", "Apologies were received from …", "Also in attendance": whose names follow; null for any other line. */
export function attendanceLabel(text: string): AttendanceLabel | null {
  const head = text.slice(0, 160)
  if (
    !/present|attend|apolog|regret|absen|guest|visitor|observer|invitee|staff|secretariat|minute|note|participa|official|roll/i.test(
      head,
    )
  )
    return null
  for (const [pattern, presence] of LABELS) {
    const match = pattern.exec(head)
    if (match) return { presence, rest: text.slice(match[0].length).trim() }
  }
  return null
}
