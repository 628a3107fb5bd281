import type { ItemPurpose } from '../../../model/analysis.ts'

const WORDS: readonly (readonly [RegExp, ItemPurpose])[] = [
  [
    /\b(?:decision|decide|approv(?:e|al)|adopt(?:ion)?|ratif(?:y|ication)|resolve|action|endorse(?:ment)?|agree(?:ment)?|vote)\b/i,
    'decision',
  ],
  [/\b(?:discuss(?:ion)?|consider(?:ation)?|debate|review|assurance|input|steer|scrutiny)\b/i, 'discussion'],
  [/\b(?:information|inform|update|presentation|receive|briefing|verbal|oral|info)\b/i, 'information'],
  [/\b(?:note|noting)\b/i, 'noting'],
]

/** A cell, bracket or line that is nothing but a purpose: "Decision", "To note", "For information". */
const ONLY_PURPOSE =
  /^[-–•\s]*(?:for |to )?(?:(?:decision|decide|approval|approve|adoption|adopt|ratification|ratify|action|endorse|endorsement|agree|agreement|vote|discussion|discuss|consider|consideration|debate|review|assurance|input|steer|scrutiny|information|inform|info|update|receive|briefing|note|noting)(?:\s*(?:[,/&+]|and|or)\s*(?:for |to )?)?){1,4}[.:)\s]*$/i

export function purposeOf(text: string): ItemPurpose | null {
  for (const [pattern, purpose] of WORDS) if (pattern.test(text)) return purpose
  return null
}

export function isOnlyPurpose(text: string): boolean {
  return text.length <= 60 && ONLY_PURPOSE.test(text)
}

/** The purpose a title states by its first words or a closing bracket; null where it states none. */
export function titlePurpose(title: string): ItemPurpose | null {
  const opening =
    /^(?:to|for) (approve|adopt|agree|ratify|decide|endorse|receive|note|discuss|consider|review)\b/i.exec(
      title,
    )
  if (opening?.[1]) return purposeOf(opening[1])
  const bracket = /[([-–]\s*((?:for |to )?[a-z/& ]{4,30})[)\]]?\s*$/i.exec(title)
  if (bracket?.[1] && isOnlyPurpose(bracket[1])) return purposeOf(bracket[1])
  return null
}
