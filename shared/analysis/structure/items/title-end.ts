import { capitalShare, wordCount } from './title-shape.ts'

const SMALL = new Set(
  'a an the of and or to in on for from at by with as per vs via into onto over under & / - – — its dated'.split(
    ' ',
  ),
)
const STARTERS =
  /^(?:The|There|It|This|That|These|Those|A|An|In|No|All|Cllrs?\.?|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|We|They|He|She|As|At|On|For|To|After|Following|Further|Please|Having|With|If|When|Proposed|Resolved|RESOLVED|Noted|NOTED|Agreed|AGREED|I)$/

/**
 * Where the title ends when text runs on behind it in one line ("Apologies and Welcome There were no …").
 * Only long or unfolded lines are cut; a bracketed time has its own rule in readTitle.
 */
export function titleEnd(text: string, running: boolean): { title: string; body: string } {
  if (!running && wordCount(text) <= 45) return { title: text, body: '' }
  const bracket = /\(\d{1,3}[\s_]{0,4}(?:m|min|mins|minutes)\.?\)/i.exec(text.slice(0, 200))
  if (bracket) return { title: text, body: '' }
  const words = text.split(' ')
  let length = 0
  for (let i = 0; i < words.length && i < 40; i += 1) {
    const word = words[i] ?? ''
    length += (i === 0 ? 0 : 1) + word.length
    const next = words[i + 1]
    if (next === undefined) break
    if (i >= 1 && /[.?!:]$/.test(word) && !/\b(?:No|Cllr|Mr|Mrs|Dr|vs|St)\.$/.test(word) && word.length > 2)
      return cut(text, length)
    const after = words[i + 2] ?? ''
    const startsSentence =
      /^[A-Z]/.test(next) &&
      (STARTERS.test(next)
        ? /^[a-z]/.test(after) || /^[A-Z]/.test(after)
        : /^[a-z]/.test(after) && !SMALL.has(after))
    if (
      i >= 0 &&
      startsSentence &&
      !SMALL.has(word.toLowerCase()) &&
      !(
        STARTERS.test(next) &&
        SMALL.has(next.toLowerCase()) &&
        !/^(?:The|A|An|In|To|For|On|At|As|With)$/.test(next)
      )
    ) {
      const head = words.slice(0, i + 1).join(' ')
      if (capitalShare(head) >= 0.6) return cut(text, length)
    }
  }
  return running || wordCount(text) > 60 ? sentenceCut(text) : { title: text, body: '' }
}

function cut(text: string, at: number): { title: string; body: string } {
  return { title: text.slice(0, at).trim(), body: text.slice(at).trim() }
}

function sentenceCut(text: string): { title: string; body: string } {
  const stop = /[.?!]\s/.exec(text)
  if (!stop || stop.index > 400) return { title: text.slice(0, 400).trim(), body: text.slice(400).trim() }
  return cut(text, stop.index + 1)
}
