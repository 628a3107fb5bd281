import { isKnownTitle, isMarkedLine } from './known-titles.ts'
import { capitalShare, isAllCaps, looksLikeSentence, wordCount } from './title-shape.ts'

const LONGEST_HEAD = 12
const CAPS_WORD = /^[("“‘]?[A-Z][A-Z'’&/,.-]*[)"”’:]?$/
const JOINING = /^(?:and|of|the|for|to|in|on|&|\/|-|–|—)$/

/**
 * Minutes that put a numbered title and its text on one line: "2. APOLOGIES These were accepted from …",
 * "3. Treasurer's report: The treasurer presented …". Null where no text runs on behind a title.
 */
export function runningHead(text: string): { title: string; body: string } | null {
  if (wordCount(text) < 5 || isMarkedLine(text)) return null
  return capitalHead(text) ?? colonHead(text)
}

function capitalHead(text: string): { title: string; body: string } | null {
  const words = text.slice(0, 400).split(' ')
  let last = -1
  let letters = 0
  for (let i = 0; i < words.length && i < 18; i += 1) {
    const word = words[i] ?? ''
    if (CAPS_WORD.test(word) && (word.replace(/[^A-Z]/g, '').length > 1 || i === 0)) {
      last = i
      letters += word.replace(/[^A-Z]/g, '').length
    } else if (!JOINING.test(word)) break
  }
  const body = words
    .slice(last + 1)
    .join(' ')
    .trim()
  if (last < 0 || letters < 6 || !/[a-z]{2}/.test(body) || isAllCaps(body)) return null
  // "(15 minutes)" and the like behind the capitals still belong to the title.
  const bracket = /^\([^()]{1,60}\)/.exec(body)?.[0] ?? ''
  const rest = body.slice(bracket.length).replace(/^[\s:;–—-]+/, '')
  const runs = looksLikeSentence(rest) || /[.!?]\s*$/.test(rest) || wordCount(rest) > 14
  if (wordCount(rest) < 3 || !runs) return null
  const head = `${words.slice(0, last + 1).join(' ')}${bracket ? ` ${bracket}` : ''}`
  return { title: head.replace(/[\s:–—-]+$/, ''), body: `${rest}${text.slice(400)}` }
}

function colonHead(text: string): { title: string; body: string } | null {
  const split = /^([A-Z][^.:;!?]{2,80}?)\s?([:.])\s+(["“‘(]?[A-Z0-9£$].*)$/s.exec(text)
  if (!split?.[1] || !split[3]) return null
  const title = split[1].trim()
  // A full stop ends many a sentence; behind a title that everybody knows it ends that.
  if (/\s[-–—]\s/.test(title) || (split[2] === '.' && !isKnownTitle(title))) return null
  if (wordCount(title) > LONGEST_HEAD || looksLikeSentence(title)) return null
  if (!isKnownTitle(title) && capitalShare(title) < 0.6) return null
  // A title of two parts ("Survey: what members said") is no text that runs on.
  const sentence = looksLikeSentence(split[3]) || (/[.!?]\s*$/.test(split[3]) && wordCount(split[3]) >= 3)
  return sentence ? { title, body: split[3] } : null
}
