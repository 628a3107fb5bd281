import type { ActionMeasure } from '../../model/actions-over-meetings.ts'

const DATES =
  /\b(?:by|before|until|on|for|from)?\s?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?:\s\d{4})?|\b(?:19|20)\d{2}(?:[-/]\d{1,2}){0,2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}[:.]\d{2}\s?(?:am|pm)?\b/gi
const UNIT =
  '(?:%|per ?cent|percentage points?|points?|days?|hours?|minutes?|weeks?|months?|times|complaints?|calls?|visits?|members?|customers?|patients?|tenants?|responses?|per (?:day|week|month|quarter|year))'
const FIGURE = '(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|half|twice)'

interface Rule {
  readonly rule: ActionMeasure['rule']
  readonly pattern: RegExp
}

/** In the order of how plainly each says what success would be. */
const RULES: readonly Rule[] = [
  {
    rule: 'threshold',
    pattern: new RegExp(
      `\\b(?:at least|at most|no (?:more|fewer|less|later) than|not more than|more than|fewer than|less than|above|below|under|over|up to|within|to (?:reach|exceed)|exceed(?:ing)?|reach(?:ing)?)\\s(?:[£$€]\\s?)?${FIGURE}(?:\\s?(?:working\\s)?${UNIT})?(?![\\w.])`,
      'i',
    ),
  },
  {
    rule: 'threshold',
    pattern: new RegExp(
      `\\b(?:reduce|cut|lower|raise|increase|improve|lift|bring|grow|halve|double|keep|hold|maintain)\\b[^.;]{1,80}?\\b(?:to|by|at|from)\\s(?:[£$€]\\s?)?\\d[\\d,.]*(?:\\s?${UNIT})?(?![\\w.])`,
      'i',
    ),
  },
  { rule: 'amount', pattern: /\b\d[\d,.]*\s?(?:%|per ?cent\b|percentage points?\b)/i },
  {
    rule: 'amount',
    pattern:
      /\b(?:find|save|saving|savings|recover|collect|raise|generate|secure|achieve|reduce|cut)\b[^.;]{0,40}?[£$€]\s?\d[\d,.]*\s?(?:k|m|bn|million|billion)?\b/i,
  },
  {
    rule: 'amount',
    pattern: new RegExp(
      `\\b(?:interview|visit|call|ring|survey|meet|contact|speak to|sign up|recruit|enrol)\\s(?:with\\s)?(?:\\d[\\d,]*|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty)(?: hundred| thousand)?|a hundred)\\s[a-z]{2,20}`,
      'i',
    ),
  },
  {
    rule: 'so that',
    pattern:
      /\b(?:so that|in order that|such that|until (?:all|every|no)|measured by|as measured|success (?:is|will be|measure)|target (?:of|is)|with a target)\b[^.;]{3,160}/i,
  },
  {
    rule: 'named measure',
    pattern:
      /\b(?:reduce|cut|lower|raise|increase|improve|lift|bring down|halve|double|keep|hold|maintain|measure|track|monitor)\b[^.;]{0,60}?\b(?:net promoter(?: score)?|nps|csat|satisfaction (?:score|rate)|retention(?: rate)?|churn(?: rate)?|response times?|waiting times?|first[- ](?:contact|time) (?:resolution|fix)|complaints? (?:rate|per)|resolution times?|conversion(?: rate)?|renewal rate|occupancy|attendance rate|service levels?|kpis?)\b/i,
  },
]

/**
 * How success would be known, where the action itself says it: a threshold or amount with its figure, "so that …", or
 * a named measure that is to move. Dates and reference numbers are no measures. Rather none than a wrong one.
 */
export function findMeasure(text: string): ActionMeasure | null {
  const dateless = text.slice(0, 1000).replace(DATES, (found) => ' '.repeat(found.length))
  for (const { rule, pattern } of RULES) {
    const match = pattern.exec(dateless)
    if (match === null) continue
    return {
      text: text
        .slice(match.index, match.index + match[0].length)
        .replace(/\s+/g, ' ')
        .trim(),
      rule,
    }
  }
  return null
}
