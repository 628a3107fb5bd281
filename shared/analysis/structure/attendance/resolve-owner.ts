import type { Attendee } from '../../../model/analysis.ts'

const TITLE =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|lord|lady|cllr|councillor|councilor|rev|revd|cr|director|commissioner|trustee)\.?\s+)+/i

interface Known {
  name: string
  words: string[]
  initials: Set<string>
}

/**
 * Whose initials, surname or first name an action's owner is, by the attendance list. Several owners are resolved
 * one by one; a post ("the Clerk") stays a post. Null where nothing is resolved, or two people would fit.
 */
export function ownerResolver(attendance: readonly Attendee[]): (owner: string | null) => string | null {
  const known = attendance.map(knownOf)
  const answers = new Map<string, string | null>()
  return (owner) => {
    if (owner === null || known.length === 0 || owner.length > 120) return null
    const cached = answers.get(owner)
    if (cached !== undefined) return cached
    const parts = owner.split(/\s*(?:,|;|\/|&|\+|\band\b)\s*/).filter((part) => part !== '')
    let resolved = 0
    const names = parts.slice(0, 12).map((part) => {
      const name = oneOf(part, known)
      if (name !== null) resolved += 1
      return name ?? part
    })
    const answer = resolved > 0 ? names.join(', ') : null
    answers.set(owner, answer)
    return answer
  }
}

const first = (word: string | undefined): string => (word ?? '').charAt(0).toUpperCase()

function knownOf(attendee: Attendee): Known {
  const words = attendee.name
    .replace(TITLE, '')
    .split(/[\s.]+/)
    .filter((w) => /^[A-Za-zÀ-ÿ]/.test(w))
  const capital = words.filter((w) => /^[A-ZÀ-Þ]/.test(w))
  const initials = new Set<string>()
  if (attendee.initials) initials.add(attendee.initials.toUpperCase())
  else {
    initials.add(words.map(first).join(''))
    initials.add(capital.map(first).join(''))
    initials.add(`${first(capital[0])}${first(capital.at(-1))}`)
    initials.add(
      capital
        .flatMap((w) => w.split('-'))
        .map(first)
        .join(''),
    )
  }
  return { name: attendee.name, words: words.map((w) => w.toLowerCase()), initials }
}

function oneOf(part: string, known: readonly Known[]): string | null {
  const plain = part.trim().replace(/^@/, '').replace(TITLE, '').trim()
  if (plain === '') return null
  const fits = /^[A-Z]{2,4}$/.test(plain)
    ? known.filter((k) => k.initials.has(plain))
    : known.filter((k) => fitsName(plain, k))
  const names = new Set(fits.map((k) => k.name))
  const [only] = names
  return names.size === 1 && only !== undefined ? only : null
}

/** "A. Brown", "Brown", "Ann": every word given stands in the name, letters for words they begin. */
function fitsName(plain: string, known: Known): boolean {
  const given = plain
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((w) => w !== '')
  if (given.length === 0 || given.length > known.words.length) return false
  if (!given.some((w) => w.length > 1)) return false
  return given.every((w) => known.words.some((k) => (w.length === 1 ? k.startsWith(w) : k === w)))
}
