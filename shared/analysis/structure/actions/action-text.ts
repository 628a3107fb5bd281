import { isOwner, ownerFromSentence } from './action-owner.ts'

/** "AB – do this", "AB to do this", "Do this (AB)", "Do this – AB", "[AB] Do this". */
export function splitOwner(text: string): { owner: string | null; text: string } {
  const opening = /^[[(]([^\])]{1,60})[\])]\s*[:–-]?\s*(.{3,})$/.exec(text)
  if (opening?.[1] && opening[2] && isOwner(opening[1])) return { owner: opening[1], text: opening[2] }
  const colon = /^([^:–—]{2,60}?)\s*(?::|\s[-–—])\s+(.{4,})$/.exec(text)
  if (colon?.[1] && colon[2] && isOwner(colon[1])) return { owner: colon[1], text: colon[2] }
  const closing = /^(.{4,}?)\s*(?:[-–—]\s*)?[[(]([^\])]{1,60})[\])]\s*\.?$/.exec(text)
  if (closing?.[1] && closing[2] && isOwner(closing[2])) return { owner: closing[2], text: closing[1] }
  const dash = /^(.{4,}?)\s[-–—]\s([^–—]{2,60})$/.exec(text)
  if (dash?.[1] && dash[2] && isOwner(dash[2])) return { owner: dash[2], text: dash[1] }
  return ownerFromSentence(text)
}

const STATUS_DONE =
  /\b(?:done|complete(?!,? (?:the|a|an|all|and|this|by|their|its|our|any)\b)|completed|closed|finished|actioned)\b|✓|✔|☑|\[x\]/i

/** What an action's own words say of its state. */
export function statusOf(text: string): 'open' | 'done' | 'unknown' {
  if (STATUS_DONE.test(text)) return 'done'
  return /\b(?:open|ongoing|in progress|outstanding|pending|on hold|not started)\b|\[ \]|☐/i.test(text)
    ? 'open'
    : 'unknown'
}

/** An action's text without its checkbox, bullet and loose punctuation. */
export function tidyAction(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^(?:\[[ x]?\]|☐|☑|[-–—:•*\s])+/i, '')
    .replace(/[\s;,]+$/, '')
    .trim()
}
