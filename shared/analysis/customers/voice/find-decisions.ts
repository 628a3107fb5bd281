/** Where a text says that something was decided; offsets in it. */
export interface DecisionWords {
  start: number
  end: number
}

/**
 * Wording of resolutions. Capitals are how minutes mark them; in small letters only whole phrases count, since
 * "agreed" alone is as often what people said.
 */
const MARKED = /\b(?:RESOLVED|AGREED|APPROVED|DECIDED|RATIFIED|ADOPTED|ENDORSED)\b/
const PHRASES =
  /\b(?:(?:it was|was|were|unanimously) (?:resolved|decided|agreed)(?: (?:that|to)\b| unanimously)?|(?:the )?(?:board|committee|council|trustees|directors|governors|members|meeting) (?:unanimously |formally |therefore |also )?(?:resolved|agreed|approved|decided|adopted|ratified|endorsed|authorised)\b|(?:motion|resolution|recommendations?|proposals?) (?:was |were )?(?:unanimously )?(?:carried|passed|approved|adopted|agreed))/i
/** A decision told again, or one only asked for. */
const NOT_NOW =
  /\b(?:had (?:been )?(?:agreed|resolved|decided|approved)|previously (?:agreed|approved)|if (?:approved|agreed)|to be (?:approved|agreed)|(?:is|are) (?:asked|invited|recommended) to (?:approve|agree|resolve)|not (?:agreed|approved|resolved))\b/i
/** Deciding about the meeting itself is no decision about customers. */
const FORMAL =
  /\b(?:minutes (?:of|were|be)|correct record|apologies|agenda (?:was|be)|adjourn\w{0,5}|closed session|next meeting|declarations? of interest)\b/i

/** The words that say a decision was taken here; null where none was. */
export function findDecision(text: string): DecisionWords | null {
  const match = MARKED.exec(text) ?? PHRASES.exec(text)
  if (match === null || FORMAL.test(text)) return null
  const around = text.slice(Math.max(0, match.index - 24), match.index + match[0].length + 4)
  if (NOT_NOW.test(around)) return null
  return { start: match.index, end: match.index + match[0].length }
}

/** True where what was decided is only the running of the meeting. */
export const isFormal = (text: string): boolean => FORMAL.test(text)

const ASKED_FOR =
  /\b(?:recommend(?:s|ed|ation|ations)?|(?:is|are) (?:asked|invited|requested) to|approval is sought|for approval|for decision|to (?:approve|agree|decide|endorse|adopt))\b/i

/** True where a paper asks for a decision. */
export const asksForDecision = (text: string): boolean => ASKED_FOR.test(text)
