import type { DocumentKind } from '../../../model/analysis.ts'

/** Words that speak for a kind of document, each with its weight. */
export interface Sign {
  kind: DocumentKind
  weight: number
  pattern: RegExp
  /** Most occurrences that count. */
  most: number
}

/** Words anywhere in the text. */
export const TEXT_SIGNS: readonly Sign[] = [
  // An agenda that tells who has to do what was written into at the meeting.
  { kind: 'minutes', weight: 4, most: 6, pattern: /^\W{0,3}ACTION\s[A-Z][A-Za-z+&, ]{0,40}:\s/gm },
  {
    kind: 'minutes',
    weight: 3,
    most: 2,
    pattern:
      /\b(?:called (?:the|this) (?:\w+ ){0,4}(?:meeting|session) to order|meeting was called to order|called to order at|was called to order|meeting (?:was )?(?:adjourned|closed|ended|finished|opened) at|(?:opened|adjourned|closed) the meeting|meeting (?:was )?adjourned|declared the meeting closed|there being no further business|meeting was held)\b/gi,
  },
  {
    kind: 'minutes',
    weight: 1,
    most: 6,
    pattern:
      /\b(?:moved(?: and|,)? seconded|seconded (?:by|the)|motion (?:carried|passed|was|by|made)|carried unanimously|unanimously (?:approved|agreed|carried)|(?:it was|the board|the committee|members|council) (?:resolved|agreed|noted|approved)|voted to|m\/s\/c|proposed by|all in favou?r|were approved|was approved|abstain(?:ed|ing))\b/gi,
  },
  { kind: 'minutes', weight: 1.5, most: 3, pattern: /\b(?:RESOLVED|NOTED|AGREED|DECISION|ACTION):?(?= )/g },
  {
    kind: 'minutes',
    weight: 2,
    most: 2,
    pattern:
      /^(?:present|in attendance|attendees|attending|members present|directors present|board members present|apologies(?: received| for absence)?|absent|also present|attendance|minutes taken by|regrets|participants|roll call|(?:board |committee |voting )?(?:members|directors|representatives?|representative attendees|trustees) (?:in attendance|present|attendees|attending)|attended by)\b\s*:?/gim,
  },
  {
    kind: 'minutes',
    weight: 0.5,
    most: 8,
    pattern:
      /\b(?:reported that|noted that|explained that|advised that|stated that|asked (?:if|whether|about)|presented the|gave an update|discussed|thanked|said that|reported on|confirmed that)\b/gi,
  },
  {
    kind: 'agenda',
    weight: 1.5,
    most: 3,
    pattern:
      /\b(?:to (?:receive|approve|note|consider|agree|confirm)\b(?! that)|for (?:information|decision|discussion|noting|approval)\b)/gi,
  },
  {
    kind: 'agenda',
    weight: 2,
    most: 2,
    pattern:
      /\b(?:notice is hereby given|you are (?:hereby )?(?:summoned|invited)|members of the public (?:are invited|may address|wishing to)|reasonable accommodation|agenda packet|speaker card|tentative agenda|dial[- ]in)\b/gi,
  },
  {
    kind: 'transcript',
    weight: 2,
    most: 2,
    pattern:
      /\b(?:earnings (?:conference )?call|conference call participants|q&a session|question-and-answer session|unidentified (?:analyst|speaker|participant)|call participants|company participants|safe harbor|prepared remarks)\b/gi,
  },
  {
    kind: 'transcript',
    weight: 1.5,
    most: 6,
    pattern:
      /\b(?:next question|your line is (?:now )?open|forward-looking statements|turn (?:the call|it|the conference) (?:back )?over|(?:thanks|thank you) for (?:taking|joining|the question)|joining us (?:today|on|this)|on (?:today's|the|this) call|first quarter|good (?:morning|afternoon|evening),? (?:everyone|everybody|ladies|and))\b/gi,
  },
  {
    kind: 'paper',
    weight: 3,
    most: 3,
    pattern:
      /^(?:to|from|subject|re|memorandum|staff report|recommendation|prepared by|submitted by)\s*:\s/gim,
  },
  // The form of a report that asks a council or board for a decision.
  {
    kind: 'paper',
    weight: 7,
    most: 1,
    pattern:
      /^(?:request for (?:\w+ ){1,3}action|(?:council|board|committee|city council) (?:agenda |staff )?report|agenda (?:item )?(?:report|bill|memo)|staff report)$/gim,
  },
  {
    kind: 'transcript',
    weight: 3,
    most: 8,
    pattern: /^(?:operator|executives?|analysts?|moderator|corporate participants)\s*:?$/gim,
  },
  {
    kind: 'paper',
    weight: 2,
    most: 3,
    pattern:
      /\b(?:annual report|quarterly results|press release|newsletter|white paper|executive summary|financial highlights|dear (?:shareholders?|members|stockholders)|independent auditors?|form 10-k|form 8-k|strategic plan|handbook)\b/gi,
  },
  {
    kind: 'action log',
    weight: 4,
    most: 2,
    pattern: /\b(?:action (?:log|tracker|register)|log of actions|rolling action|actions completed)\b/gi,
  },
  {
    kind: 'pack',
    weight: 4,
    most: 3,
    pattern: /\b(?:board pack|meeting pack|board packet|agenda packet|agenda pack|board book)\b/gi,
  },
]

/** Words in the first lines and in the file's name decide most. */
export const HEAD_SIGNS: readonly Sign[] = [
  {
    kind: 'minutes',
    weight: 9,
    most: 1,
    pattern:
      /(?<!\d\s?|\b(?:approv|accept|adopt|review|sign)[a-z]{0,4} (?:of )?(?:the )?)\bminutes\b(?! (?:of|from) (?:the )?(?:last|previous))|\bmeeting notes\b|\bnotes? of (?:the |a )?(?:\w+ ){0,4}meeting\b|\bmeeting summary\b|\brecord of (?:the )?(?:meeting|proceedings)\b|\bmeeting record\b|\bproceedings\b/gi,
  },
  {
    kind: 'agenda',
    weight: 9,
    most: 1,
    pattern: /\bagenda\b(?! items?\b|:\s?\d)|\border of business\b|\bnotice of (?:\w+ ){0,3}meeting\b/gi,
  },
  {
    kind: 'transcript',
    weight: 12,
    most: 1,
    pattern: /\btranscript\b|\bearnings (?:conference )?call\b|\bearnings call\b|\bconference call\b/gi,
  },
  {
    kind: 'pack',
    weight: 9,
    most: 1,
    pattern: /\b(?:board|meeting|agenda) (?:pack|packet|book)\b|\bboard papers\b/gi,
  },
  {
    kind: 'action log',
    weight: 12,
    most: 1,
    pattern: /\baction (?:log|tracker|register|list)\b|\brolling actions?\b/gi,
  },
  {
    kind: 'paper',
    weight: 9,
    most: 1,
    pattern:
      /\b(?:annual|quarterly|monthly|interim|progress|performance|survey|audit|financial|chief executive['’]?s?|treasurer['’]?s?|committee|director['’]?s?|officer['’]?s?|members?['’]?|staff|half[- ]year|strategy|trustees['’]?|directors['’]?|chair(?:man)?['’]?s?|activity|impact|corporate|status|beige book|sustainability) report\b|\breport (?:to|of|on|by|from) \b|\bnewsletter\b|\bhandbook\b|\bpress release\b|\bresults\b|\bletter to\b|\bproposal\b|\bguidelines?\b|\bpolicy\b|\bbylaws\b|\bterms of reference\b|\bstrategy\b|\bwhite paper\b|\bcharter\b|\bbriefing\b|\brelease\b|\bbeige book\b|\bpaper\b|\bbudget\b|\breview\b|\bplan\b|\bframework\b|\bprinciples\b|\bpresentation\b|\bsurvey\b|\bstatement\b/gi,
  },
]

export const NAME_SIGNS: readonly (readonly [RegExp, DocumentKind, number])[] = [
  [/(?:^|[^a-z])(?:packet|pack|board[-_ ]?book|papers)(?:[^a-z]|$)/i, 'pack', 14],
  [/(?:^|[^a-z])action[-_ ]?(?:log|list|tracker|points|items)/i, 'action log', 14],
  [
    /minutes?|(?:^|[^a-z])mins?(?:[^a-z]|$)|meeting[-_ ]?notes|(?:^|[^a-z])notes(?:[^a-z]|$)|summary(?:[^a-z]|$)/i,
    'minutes',
    8,
  ],
  [/agenda/i, 'agenda', 10],
  [/transcript|earnings[-_ ]?call/i, 'transcript', 18],
  [
    /report|release|newsletter|handbook|letter|strategy|policy|proposal|results|review|paper|beige[-_ ]?book|presentation|briefing|accounts/i,
    'paper',
    6,
  ],
]
