const SENTENCE_VERBS =
  /\b(?:was|were|is|are|has|have|had|will|would|could|should|can|did|does|noted|reported|stated|said|asked|moved|seconded|agreed|approved|resolved|explained|advised|discussed|thanked|confirmed|presented|provided|gave|made|announced|welcomed|expressed|requested|suggested|informed|reviewed|commented|opened|joined|called|spoke|received|attended|mentioned|introduced|highlighted|recommended|believes?|wants?|needs?|motioned|indicated|adjourned)\b/i
const SMALL = new Set(
  'a an the of and or to in on for from at by with as per vs via into onto over under de du la le & / - – — about its'.split(
    ' ',
  ),
)

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((w) => /[A-Za-z0-9]/.test(w)).length
}

/** Capital letters throughout, with at least one word of three. */
export function isAllCaps(text: string): boolean {
  const letters = text.replace(/[^A-Za-z]/g, '')
  if (letters.length < 3) return false
  const capitals = letters.replace(/[^A-Z]/g, '').length
  return capitals / letters.length > 0.9
}

/** Share of the longer words that begin with a capital or a digit. */
export function capitalShare(text: string): number {
  const words = text.split(/\s+/).filter((w) => /[A-Za-z]{2}/.test(w) && !SMALL.has(w.toLowerCase()))
  if (words.length === 0) return 0
  return words.filter((w) => /^[^A-Za-z]*[A-Z]/.test(w)).length / words.length
}

/** A full sentence of minutes rather than a title. */
export function looksLikeSentence(text: string): boolean {
  const words = wordCount(text)
  if (words <= 3) return false
  if (isAllCaps(text)) return words > 40
  if (/[.;]\s*$/.test(text) && words >= 6 && SENTENCE_VERBS.test(text)) return true
  if (/[.!]\s+[A-Z][a-z]+\s/.test(text) && words > 12 && SENTENCE_VERBS.test(text)) return true
  return words > 8 && SENTENCE_VERBS.test(text) && capitalShare(text) < 0.6
}

/** "£45.99", "$1,200.00": a sum to the penny stands in a list of payments. */
const AMOUNT = /[£$€]\s?\d{1,3}(?:,?\d{3}){0,3}\.\d{2}\b/

/** −1 (prose) to 2 (clearly a title), by length, capitals and punctuation. */
export function titleLikeness(text: string): number {
  const words = wordCount(text)
  if (words === 0) return -1
  if (looksLikeSentence(text) || AMOUNT.test(text)) return -1
  if (/^[a-z]/.test(text)) return words <= 6 ? 0 : -1
  if (words > 45) return -1
  let score = 0
  if (words <= 12) score += 0.5
  if (isAllCaps(text)) score += 1
  else if (capitalShare(text) >= 0.7) score += 1
  else if (capitalShare(text) >= 0.4 || words <= 4) score += 0.5
  if (/[.,;]\s*$/.test(text) && !/\b(?:etc|inc|co|ltd|no)\.\s*$/i.test(text)) score -= 0.6
  return Math.max(-1, Math.min(2, score))
}
