import { wordCount } from '../items/title-shape.ts'
import { splitDue } from './action-due.ts'
import { isOwner, ownerFromSentence } from './action-owner.ts'

/** "AB – do this", "AB to do this", "Do this (AB)", "Do this – AB", "[AB] Do this". */
export function splitOwner(text: string): { owner: string | null; text: string } {
  const opening = /^[[(]([^\])]{1,60})[\])]\s*[:–-]?\s*(.{3,})$/.exec(text)
  if (opening?.[1] && opening[2] && isOwner(opening[1])) return { owner: opening[1], text: opening[2] }
  const colon = /^([^:–—]{2,60}?)\s*(?::|\s[-–—])\s+(.{4,})$/.exec(text)
  if (colon?.[1] && colon[2] && isOwner(colon[1])) {
    // "Meetings: Ann Bell will find a room": the words before the colon are a subject, the doer comes after.
    const told =
      /^[A-Z]{1,4}\b|^the\b|\d/i.test(colon[1]) && /^[A-Z/,&+ ]+$/.test(colon[1]) ? null : willDo(colon[2])
    return told ?? { owner: colon[1], text: colon[2] }
  }
  const closing = /^(.{4,}?)\s*(?:[-–—]\s*)?[[(]([^\])]{1,60})[\])]\s*\.?$/.exec(text)
  if (closing?.[1] && closing[2] && isOwner(closing[2])) return { owner: closing[2], text: closing[1] }
  const dash = /^(.{4,}?)\s[-–—]\s([^–—]{2,60})$/.exec(text)
  if (dash?.[1] && dash[2] && isOwner(dash[2])) return { owner: dash[2], text: dash[1] }
  const after = /^(.{6,}?[.!)])\s+((?:[A-Z]{2,4}|ALL)(?:\s?[/,&+]\s?[A-Z]{2,4}){0,4})\.?$/.exec(text)
  if (after?.[1] && after[2]) return { owner: after[2], text: after[1] }
  return ownerFromSentence(text)
}

function willDo(text: string): { owner: string; text: string } | null {
  if (!/^(?:[A-Z][\w’'-]*,? (?:and |& )?){1,6}will\b/.test(text)) return null
  const { owner, text: rest } = ownerFromSentence(text)
  return owner === null ? null : { owner, text: rest }
}

/** Owner and due words off an action's ends, in whichever order they stand. */
export function splitOwnerAndDue(text: string): {
  owner: string | null
  text: string
  dueText: string | null
} {
  const due = splitDue(text)
  const owned = splitOwner(due.text)
  if (due.dueText !== null || owned.owner === null) return { ...owned, dueText: due.dueText }
  const again = splitDue(owned.text)
  return { owner: owned.owner, text: again.text, dueText: again.dueText }
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

const INTENT =
  /\b(?:will|would|shall|should|must|to be|is to|are to|agreed|asked|needs? to|needed to|undertook|offered)\b/i
const FRAME =
  /^(?:[A-Z][\w.’'-]*\s){1,4}(?:then |also )?(?:stated|advised|said|confirmed|agreed|reported|suggested|undertook|offered|noted)(?: that (?:(?:he|she|they|we|it|[A-Z][\w’'-]*) (?:would|will|should)(?: also)?)| to)\s+(?=[a-z])|^(?:it was |therefore )?agreed (?:that (?:we|they|he|she|it|[A-Z][\w’'-]*) (?:would|will|should)|to)\s+(?=[a-z])/i

/**
 * What is to be done, from the paragraph above a line that only says who: its last sentence that speaks of something
 * to come, without "AB advised that he would"; where none does, what stands at its end.
 */
export function taskOf(paragraph: string): string {
  const sentences = sentencesOf(paragraph)
  const intent = sentences.findLastIndex((s) => INTENT.test(s) && wordCount(s) >= 3)
  if (intent < 0) return lastSentences(sentences)
  const told = sentences[intent] ?? ''
  const bare = told.replace(FRAME, '')
  const kept = wordCount(bare) >= 4 ? bare : told
  return wordCount(kept) < 5 && intent > 0 ? `${sentences[intent - 1] ?? ''} ${kept}` : cut(kept)
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=(?:[a-z)\d]|[A-Z]{3})[.!?])\s+(?=[A-Z])/)
}

function lastSentences(sentences: readonly string[]): string {
  const left = [...sentences]
  let kept = left.pop() ?? ''
  while (wordCount(kept) < 8 && left.length > 0) kept = `${left.pop() ?? ''} ${kept}`
  return cut(kept)
}

const cut = (text: string): string => (text.length > 400 ? text.slice(-400) : text)
