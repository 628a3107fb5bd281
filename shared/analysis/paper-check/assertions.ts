import { wordsOf } from './customer-nouns.ts'

/** What a sentence claims customers think, want or will do. */
const CLAIMS = new Set(
  'want wants need needs value values expect expects prefer prefers like likes love loves appreciate appreciates trust trusts understand understands welcome welcomes support supports benefit benefits enjoy enjoys accept accepts tolerate care cares demand demands recognise recognises recognize prioritise feel feels believe believes happy satisfied loyal confident unaffected delighted comfortable'.split(
    ' ',
  ),
)
/** Between the customer and the claim. */
const REACH = 5

const EVIDENCE =
  /\bper cent\b|\bpercent\b|\bsurvey|\bfeedback\b|\bcomplain|\binterview|\bresearch|\bstud(?:y|ies)\b|\bvisit|\bfocus group|\bpanel\b|\bcouncil\b|\bconsult|\brespon(?:se|ses|ded|dents?)\b|\bquestionnaire|\baccording to\b|\btold\b|\bsaid\b|\bsays\b|\basked us\b|\bwrote\b|\breported\b|\bevidence|\bdata\b|\bfindings?\b|\bsource:|\bappendix\b|\bannex\b|\btestimon|\bnet promoter\b|\bforum\b|\bpilot\b|\btrial\b|["“”]/iu

/** A sentence that asks, or says that something is not known, claims nothing. */
const NO_CLAIM =
  /\?\s*$|\bwhether\b|\bwould like to know\b|\bnot known\b|\bunknown\b|\bask(?:ed)? (?:how|what|why|if)\b/iu

export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?;])\s/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

/** True where the words name something that customers said, did or were asked. */
export const namesEvidence = (text: string): boolean => EVIDENCE.test(text)

/**
 * Sentences that say what customers want, think or feel, in a text that names nothing it rests on. A customer word
 * must stand at most five words before the claim: "tenants will welcome", "our members strongly value".
 */
export function unsupportedClaims(text: string, isCustomer: (word: string) => boolean): string[] {
  if (namesEvidence(text)) return []
  return sentencesOf(text).filter((sentence) => {
    // A figure beside the claim is what it rests on; one in another sentence is not.
    if (NO_CLAIM.test(sentence) || /\d/.test(sentence)) return false
    const words = wordsOf(sentence)
    return words.some(
      (word, at) => isCustomer(word) && words.slice(at + 1, at + 1 + REACH).some((next) => CLAIMS.has(next)),
    )
  })
}
