import type { DecisionKind } from '../../../model/analysis.ts'

const BODY =
  '(?:the )?(?:(?:full|whole|annual|parish|town|city|county|executive|finance|audit|governing|management|steering|sub-?|joint) ?){0,3}(?:board|committee|council|members|trustees|directors|governors|commissioners|panel|meeting|group|cllrs|councillors|team|tsc|tac|tag|cpc|society|assembly|association|trust|commission|attendees|those present|everyone|all(?: present)?)(?: of (?:directors|trustees|governors|education|regents|supervisors|commissioners))?(?: members)?'
const ADVERB =
  '(?:(?:unanimously|also|then|therefore|formally|duly|hereby|both|all|subsequently|however|in principle|provisionally) ){0,2}'
const MARKED: readonly (readonly [RegExp, DecisionKind])[] = [
  [
    /^\W{0,3}(?:(?:it was |be it |it is )?(?:unanimously |further |hereby |also )?resolved|resolution(?: no\.? ?[\w/-]{1,12})?)\W{0,3}\s*(?::|[-–—]\s|\(\d{1,2}\)|(?=that\b|to\b|unanimously\b))/i,
    'resolved',
  ],
  [
    /^\W{0,3}(?:agreed|decided|decisions?(?: \d{1,3})?|the decision)\W{0,3}\s*(?::|[-–—]\s|(?=that\b|to\b|unanimously\b))/i,
    'agreed',
  ],
  [
    /^\W{0,3}(?:approved|adopted|ratified)\W{0,3}\s*(?::|[-–—]\s|(?=the\b|that\b|unanimously\b|minutes\b|as\b))/i,
    'approved',
  ],
]
const TOLD: readonly (readonly [RegExp, DecisionKind])[] = [
  [
    new RegExp(
      `\\b(?:it was ${ADVERB}resolved\\b|${BODY} ${ADVERB}(?:resolved|passed a resolution)\\b|(?:a|the) resolution was (?:unanimously )?(?:passed|adopted|carried)\\b)`,
      'i',
    ),
    'resolved',
  ],
  [
    new RegExp(
      `\\b(?:it was ${ADVERB}(?:agreed|decided)\\b(?! (?:upon|by then))|${BODY} ${ADVERB}(?:agreed|decided)(?: in principle| by consensus)? (?:that|to|on|upon|not|unanimously|with the (?:recommendation|proposal))\\b|there was (?:agreement|consensus) (?:that|to)\\b|the (?:board|committee|council|group)['’]s decision was\\b)`,
      'i',
    ),
    'agreed',
  ],
  [
    new RegExp(
      `\\b(?:(?<!which |that |who )(?:was|were) ${ADVERB}(?:approved|adopted|ratified|accepted and signed|agreed and signed|approved and signed|signed as (?:a )?(?:true|correct)|agreed as (?:a )?(?:true|correct|an accurate)|accepted as (?:a )?(?:true|correct|an accurate))\\b|${BODY} ${ADVERB}(?:approved|adopted|ratified|endorsed|authori[sz]ed)\\b)`,
      'i',
    ),
    'approved',
  ],
]
/** What was decided elsewhere or earlier, what is still to be decided, and what nobody decided. */
const NOT_NOW =
  /^no\b|\b(?:had|has|have) (?:previously |already |not |also |now )?(?:been )?(?:agreed|approved|adopted|resolved|decided|ratified|accepted)\b|\b(?:previously|already|last (?:month|year|meeting)|earlier) (?:agreed|approved|adopted|decided)\b|\b(?:agreed|approved|adopted|decided|resolved)(?: by the (?:board|council|committee))? (?:previously|at (?:the|its) (?:last|previous|prior))\b|\bnot (?:been )?(?:agreed|approved|adopted)\b|\bno (?:decision|agreement)\b|\b(?:would|could|should|may|might|must|will|shall|to|can) be (?:agreed|approved|adopted|resolved|ratified|decided)\b|\b(?:if|once|until|unless|when|whether|after|before) (?:it (?:is|was) |the \w+ (?:is|are|was|has|have) )?(?:agreed|approved|adopted|resolved)\b|\bfor information only\b|^(?:also )?(?:in|on|since|during|at) (?:(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|early|late|fy|fiscal|last|previous|prior|its|20\d\d|19\d\d)\b)|\b(?:approved|adopted|agreed|endorsed|authori[sz]ed) (?:back )?(?:in|on) (?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|20\d\d|19\d\d)|\bby the \w+ (?:approved|agreed)\b/i

/** Whether a sentence of minutes tells a decision of this meeting, and how it is worded. "NOTED" is none. */
export function decidedIn(sentence: string): { kind: DecisionKind; marked: boolean } | null {
  const plain = sentence.slice(0, 600)
  if (/[?]\s*$/.test(sentence)) return null
  if (!/resol|agree|decid|decision|approv|adopt|ratif|accept|endors|authori|signed|consensus/i.test(plain))
    return null
  for (const [pattern, kind] of MARKED)
    if (pattern.test(plain)) return /for information only/i.test(plain) ? null : { kind, marked: true }
  if (NOT_NOW.test(plain)) return null
  for (const [pattern, kind] of TOLD) if (pattern.test(plain)) return { kind, marked: false }
  return null
}
