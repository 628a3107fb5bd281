/**
 * A number that names one action over several meetings: with a year or a running number of three digits or more, or
 * with letters. "3", "5.1" and the like begin anew in every document and name nothing.
 */
const REFERENCE =
  /^\s*(?:(?:action|ref(?:erence)?|no|item)\b\.?\s{0,2}(?:no\.?\s?)?[:#]?\s{0,2})?#?((?:[A-Z]{1,6}[-/ ]?)?\d{1,6}(?:[-/.]\d{1,6}){0,3}[a-z]?)(?=[\s|:.)\]–—-]|$)/i

/** The reference an action's row or line begins with, in one form; null where it has none that names it. */
export function referenceNumber(quote: string): string | null {
  const found = REFERENCE.exec(quote.slice(0, 60))?.[1]
  if (found === undefined) return null
  const letters = /^[A-Za-z]+/.exec(found)?.[0] ?? ''
  const digits = found.replace(/\D/g, '')
  const hasYear = /(?:^|\D)(?:20)?\d{2}[-/]\d{1,4}|\d{1,4}[-/](?:20)\d{2}/.test(found)
  const long = !/[-/.]/.test(found) && digits.length >= 3
  // "6 June 2025" and "2025" are dates, not names.
  if (/^(?:19|20)\d{2}$/.test(found) || /^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(found)) return null
  if (!(hasYear || long || (letters !== '' && digits.length >= 2))) return null
  return found.toLowerCase().replace(/[-/. ]+/g, '-')
}
