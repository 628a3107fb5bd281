import { EVIDENCE_KINDS } from '../../../model/customers.ts'
import type { EvidenceKind } from '../../../model/customers.ts'

/**
 * Words by which a passage says what its evidence is. Each is a whole word or phrase that hardly means anything else;
 * a passage may hold several kinds.
 */
const SIGNS: Record<Exclude<EvidenceKind, 'other'>, RegExp> = {
  survey:
    /\b(?:surveys?|surveyed|questionnaires?|polls?|polled|net promoter|nps|csat|satisfaction (?:score|rating|rate|level)s?|scored|rated (?:us|the|it))\b/i,
  visit:
    /\b(?:visited|visits?(?! (?:the )?(?:website|site counts?))|visiting|spent (?:a|an|the|half a|two|three) (?:day|morning|afternoon|hour|week)s?|site visit|had been to see|went to see|walked (?:the|round))\b/i,
  complaint:
    /\b(?:complaints?|complained|complains|complaining|grievances?|ombudsman|letters? of (?:thanks|praise)|compliments?)\b/i,
  council:
    /\b(?:(?:customer|member|tenant|patient|user|passenger|resident|client|subscriber|student|reader|consumer|advisory|youth|parent|community|policyholder|rider|leaseholder)s?['’]? (?:advisory )?(?:council|panel|forum|board|group|assembly|committee)s?|the council of (?:customers|members|subscribers|users|tenants))\b/i,
  interview: /\b(?:interviews?|interviewed|interviewing|one-to-one conversations?|exit calls?)\b/i,
  research:
    /\b(?:research|focus groups?|ethnograph\w{0,4}|usability|user testing|mystery shopp\w{1,4}|diary stud(?:y|ies)|consultations?|consulted)\b/i,
  data: /\b(?:call (?:logs?|recordings?|volumes?)|usage (?:data|figures?|records?|patterns?)|analytics|click\w{0,8}|search logs?|booking data|card data|complaint data|waiting times?|response times?|on-time|punctuality|first[- ]time fix)\b/i,
}

const namedIn = (text: string): EvidenceKind[] =>
  EVIDENCE_KINDS.filter((kind) => kind !== 'other' && SIGNS[kind].test(text))

/**
 * What kinds of evidence a passage that rests on customers names, or else the item it stands under ("Subscriber
 * survey"); `other` where neither does.
 */
export function evidenceKinds(text: string, itemTitle: string | null = null): EvidenceKind[] {
  const own = namedIn(text)
  if (own.length > 0) return own
  const titled = itemTitle === null ? [] : namedIn(itemTitle)
  return titled.length > 0 ? titled : ['other']
}

/** True where the words themselves say that something was asked, heard, seen or counted. */
export const namesEvidence = (text: string): boolean => namedIn(text).length > 0
