import { isLead, tidyLead } from '../items/item-lead.ts'

const INITIALS =
  /^[A-Z]{1,4}[a-z]{0,4}[A-Z]{0,2}(?:(?:\s?(?:\/|,|&|and|\+)\s?)[A-Z]{1,4}[a-z]{0,4}[A-Z]{0,2}){0,5}$/
const EVERYONE =
  /^(?:all|everyone|board|the board|the clerk|clerk|chair|secretary|treasurer|staff|officers|committee(?: chairs?)?|ceo|cfo|director|president|secretariat|management|executive|trustees|members|council|the council|facilitator)(?: members)?$/i

/** "AB", "AB/CD", "A. Name", "The Clerk", "All": words that name who has to act. */
export function isOwner(text: string): boolean {
  const plain = text.trim().replace(/[.:;,]+$/, '')
  if (plain === '' || plain.length > 90) return false
  if (EVERYONE.test(plain) || (INITIALS.test(plain) && !/^[A-Z][a-z]+$/.test(plain))) return true
  return isLead(plain) || /^@[\w-]{2,30}(?:,? (?:and |& )?@[\w-]{2,30}){0,4}$/.test(plain)
}

export function tidyOwner(text: string): string {
  return tidyLead(text.replace(/@/g, ''))
}

const TO_VERB =
  /^((?:the )?(?:[A-Z][\w.’'&-]*|of|and|the|for|team|members|board|officials|&|\/|,)(?:[ ,/]+(?:[A-Z][\w.’'&-]*|of|and|the|from|for|with|input|van|von|der|de|du|la|le|for|team|members|board|officials|project|&)){0,7})\s+(?:(?:agreed |is |are |was |were )?(?:to|will|shall|should|would))\s+(?=[a-z])/

/** Who acts, read from "Somebody to do something": the words before the verb, and the rest. */
export function ownerFromSentence(text: string): { owner: string | null; text: string } {
  const match = TO_VERB.exec(text)
  if (!match?.[1]) return { owner: null, text }
  const owner = match[1].trim().replace(/[,\s]+$/, '')
  if (owner.length > 70 || /^(?:It|This|That|There|If|In|On|For|From|With|We|What|How)\b/.test(owner))
    return { owner: null, text }
  const rest = text.slice(match[0].length)
  return { owner, text: rest.charAt(0).toUpperCase() + rest.slice(1) }
}
