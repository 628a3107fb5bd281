import { namesEvidence } from './evidence-kinds.ts'

/** Where a text says what customers want, feel or think; offsets in it. */
export interface AssertionWords {
  start: number
  end: number
}

const GENERAL =
  'customers clients consumers users members patients passengers riders tenants residents leaseholders policyholders subscribers students pupils readers guests households shoppers buyers visitors people families parents'

/** What nobody knows of others without asking: present tense, so that a report of what they said is left alone. */
const MINDS =
  "(?:want|wish|value|love|like|dislike|hate|prefer|expect|need|appreciate|trust|care|believe|feel|think|know|understand|recognise|see us|choose us|enjoy|crave|demand|welcome|would (?:welcome|prefer|like|value|love|expect|appreciate|choose|pay)|are (?:happy|satisfied|delighted|loyal|pleased|content|unhappy|willing|comfortable|excited|proud|confident|keen|not interested|only interested)|do not (?:want|need|care|mind|notice|expect|like)|don[’']t (?:want|need|care|mind|notice|expect|like)|will (?:love|like|welcome|appreciate|value|accept|understand|pay))"
const ADVERBS =
  '(?:(?:really|simply|mostly|generally|clearly|increasingly|all|still|now|just|only|always|typically|overwhelmingly|strongly|highly|greatly|deeply|broadly|already|certainly|undoubtedly) ){0,2}'
/** Who says it, or that it is asked rather than said. */
const NOT_SAID =
  /\b(?:whether|if|what|which|how|why|when|where|ask(?:ed|s|ing)?|find out|learn|understand what|know what|unless|until|told (?:us|the)|said|say|says|reported|wrote|according to|replied|answered|requested|may|might|could|suggest(?:s|ed)?|unknown|nobody|no one|do (?:our|the))\b/i
const HEARD =
  /\b(?:told (?:us|the|a|him|her|them)|(?:customers|members|tenants|users|patients|subscribers|clients|residents) (?:said|told|wrote|asked)|respondents?|replies|replied|in their own words|quoted?|heard from|heard what|feedback|listened to|asked them|we asked|were asked)\b/i
/** A figure is what a claim rests on where it stands in the same sentence. */
const COUNTED =
  /\d ?(?:%|per cent\b|percent\b)|\b(?:out of (?:ten|10)|one in (?:two|three|four|five|six|ten))\b/i

/** The sentence that holds an offset, without the spaces around it. */
export function sentenceAround(text: string, offset: number): AssertionWords {
  const before = Math.max(...['. ', '? ', '! '].map((mark) => text.lastIndexOf(mark, offset)))
  const after = text.slice(offset).search(/[.?!](?:\s|$)/)
  return { start: before === -1 ? 0 : before + 2, end: after === -1 ? text.length : offset + after + 1 }
}

/** Makes the search for one organisation: its own words for its customers beside the general ones. */
export function assertionFinder(customerTerms: readonly string[]): (text: string) => AssertionWords | null {
  const own = customerTerms.slice(0, 60).map((term) =>
    term
      .trim()
      .toLowerCase()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  )
  const names = [...new Set([...own.filter((term) => term.length > 2), ...GENERAL.split(' ')])].join('|')
  const pattern = new RegExp(
    `\\b(?:our |the |most |many |all |these |their )?(?:${names}) ${ADVERBS}${MINDS}\\b`,
    'i',
  )
  return (text) => {
    const match = pattern.exec(text)
    if (match === null || namesEvidence(text) || HEARD.test(text)) return null
    const { start, end } = sentenceAround(text, match.index)
    // Only the clause before it can make a question or a report of it.
    const clauseStart = Math.max(start, text.lastIndexOf('; ', match.index))
    const lead = text.slice(clauseStart, match.index)
    const sentence = text.slice(start, end)
    if (sentence.endsWith('?') || NOT_SAID.test(lead) || COUNTED.test(sentence)) return null
    return { start: match.index, end: match.index + match[0].length }
  }
}
