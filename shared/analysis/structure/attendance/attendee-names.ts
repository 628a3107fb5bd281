/** A person as one entry of an attendance list gives them. */
export interface ReadPerson {
  name: string
  initials: string | null
  role: string | null
  onlyFor: string | null
}

const HONORIFIC =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|sir|dame|lord|lady|cllr|councillor|councilor|rev|revd|cr|director|commissioner|trustee|president|chair(?:man|person|woman)?|mayor|clerk|superintendent|treasurer|secretary)\.?\s+)+/i
const NAME_WORD =
  /^(?:[A-Z]\.(?:[A-Z]\.?){0,3}|[A-Z][a-zà-ÿ’']{1,20}(?:[A-Z][a-zà-ÿ]{1,20})?(?:-[A-ZÀ-Þ][a-zà-ÿ]{1,20})?|[A-Z]['’][A-Z][a-z]{1,20}|[A-ZÀ-Þ]{2,20}(?:-[A-Z]{2,20})?|[A-Z]|de|van|von|der|den|la|le|du|da|di|al|bin|y|Jr\.?|Sr\.?|II|III)$/
const NOT_NAMES =
  /\b(?:the|meeting|minutes|agenda|item|items|none|nil|all|members?|board|committee|council|apolog\w+|present|absent|attend\w+|quorum|public|residents?|report|called|order|received|chair(?:man|person|woman)?|vacan\w+|via|zoom|teams|phone|online|remote\w*|guests?|staff|directors?|trustees?|officers?|total|date|time|location|venue|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|motion|action|yes|no|university|college|school|department|ministry|foundation|inc|ltd|llc|corporation|company|association|society|group|office|services?|council|district|representative|manager|secretary|treasurer|president|vice|executive|chief|head|clerk|attorney|engineer|superintendent|lead|analyst|assistant|deputy|corporate|finance|operations|new|old|hall|street|road|room|water|consent|calendar|following|customers?|name|names|role|term|voting|seat|organi[sz]ation|district|legal|counsel|county|city|town|parish|village|centre|center|library|bank|bill|welcome|introductions?|discussion|update|minute|notes|and|others?|various|unknown|tbc|tbd|n\/a)\b/i
const POSTNOMINAL =
  /^(?:OBE|MBE|CBE|JP|QC|KC|MP|MBA|CPA|CFA|PhD|Ph\.?D\.?|Ed\.?D\.?|M\.?D\.?|Esq\.?|DL|FCA|RN|P\.?E\.?)$/i
const COUNTED =
  /[,;]?\s*\b(?:and|plus|together with|with)\s+(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a|the)\s+(?:other\s+)?(?:members?|residents?|parishioners?|guests?|others?|public|visitors?|people|persons?|observers?)\b[^,;\n]{0,60}/gi
const ONLY_FOR =
  /\b(?:(?:present |joined |attended |until |from |up to )?(?:for )?(?:agenda )?items? [\dA-Z][\d.A-Za-z]{0,6}(?:(?:,| and| to| ?[-–] ?| ?& ?)\s?\d[\d.]{0,5}){0,5}(?: only| onwards)?|left (?:at|after|during) [^,;)]{2,30}|(?:arrived|joined)(?: at)? [^,;)]{2,30}|for part(?: of the meeting)?|part[- ]meeting|part of meeting)/i

/** A full name, a name with initials, or a title and surname: no post, no organisation, no sentence. */
export function isPersonName(text: string): boolean {
  const plain = text.trim().replace(/[.,;:]+$/, '')
  if (plain.length < 3 || plain.length > 60) return false
  const titled = HONORIFIC.exec(plain)
  const words = plain
    .slice(titled?.[0].length ?? 0)
    .split(/\s+/)
    .filter((w) => w !== '' && !POSTNOMINAL.test(w))
  if (words.length === 0 || words.length > 5 || NOT_NAMES.test(words.join(' '))) return false
  if (!words.every((w) => NAME_WORD.test(w))) return false
  const long = words.filter((w) => /^[A-ZÀ-Þ][A-Za-zà-ÿ’'-]{1,}$/.test(w)).length
  return titled ? long >= 1 : long >= 1 && words.length >= 2
}

/** One capitalised word, as informal lists give first names; or a handle. */
export function isShortName(text: string): boolean {
  const plain = text.trim()
  return (
    /^@[\w-]{2,30}$/.test(plain) ||
    (/^[A-Z][a-zà-ÿ]{2,14}(?: [A-Z]\.?)?$/.test(plain) && !NOT_NAMES.test(plain))
  )
}

/** One entry: a name with what stands beside it ("Ann Bell (AB), Chair", "Ann Bell – Treasurer, for item 3"). */
export function readPerson(entry: string, shortNames: boolean): ReadPerson | null {
  let rest = entry
    .replace(/^[\s•*·▪–—-]+/, '')
    .replace(/^\[[ xX]?\]\s*/, '')
    .replace(/\[([^\][]{1,60})\](?:\[[^\][]{0,60}\]|\([^()]{0,200}\))?/g, '$1')
    .replace(/(?<=\S)\s+@[\w-]{2,40}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (rest === '' || rest.length > 160) return null
  const onlyFor = ONLY_FOR.exec(rest)?.[0] ?? null
  if (onlyFor !== null)
    rest = rest
      .replace(onlyFor, ' ')
      .replace(/\(\s*\)/g, ' ')
      .trim()
  let initials: string | null = null
  const roles: string[] = []
  for (const bracket of rest.match(/\([^()]{1,80}\)/g) ?? []) {
    const inner = bracket.slice(1, -1).trim()
    if (/^[A-Z]{1,2}[a-z]?[A-Z]{1,3}$/.test(inner) && initials === null) initials = inner
    else roles.push(inner)
    rest = rest.replace(bracket, ' ')
  }
  const parts = rest.split(/\s*(?:,|:|\t|\s[-–—|]\s)\s*/).map((p) => p.trim())
  const name = (parts.shift() ?? '').replace(/[.;]+$/, '').trim()
  const after = parts.filter((p) => p !== '' && !POSTNOMINAL.test(p))
  if (isPersonName(name)) {
    roles.unshift(...after)
    return person(name, initials, roles, onlyFor)
  }
  // "Chair: Ann Bell", "Treasurer – A. Bell"
  const [first, ...others] = after
  if (
    first !== undefined &&
    isPersonName(first) &&
    name.length < 50 &&
    /^[A-Z]/.test(name) &&
    !/[.!?]$/.test(name)
  )
    return person(first, initials, [name, ...others, ...roles], onlyFor)
  // "Ann Bell Board President": the name is what stands before the first word of a post.
  const post = NOT_NAMES.exec(name)
  const before = post && post.index > 3 ? name.slice(0, post.index).trim() : ''
  if (before !== '' && isPersonName(before))
    return person(before, initials, [name.slice(before.length).trim(), ...after, ...roles], onlyFor)
  return shortNames && isShortName(name) ? person(name, initials, [...after, ...roles], onlyFor) : null
}

function person(name: string, initials: string | null, roles: string[], onlyFor: string | null): ReadPerson {
  const role = roles
    .map((r) => r.trim())
    .filter((r) => r !== '' && !r.startsWith('@'))
    .join(', ')
  return { name: name.replace(/^@/, ''), initials, role: role === '' ? null : role.slice(0, 120), onlyFor }
}

/** Posts and degrees after a comma belong to the name before it; every other part is an entry of its own. */
export function entriesOf(text: string, shortNames: boolean): string[] {
  const entries: string[] = []
  // "and four members of the public", "plus 3 guests": a count, not a name.
  const plain = text.replace(COUNTED, '')
  for (const chunk of splitOutsideBrackets(plain)) {
    const last = entries.at(-1)
    const lone = chunk.replace(/\([^()]{0,80}\)/g, '').trim()
    if (
      last !== undefined &&
      lone !== '' &&
      !isPersonName(lone) &&
      !(shortNames && isShortName(lone)) &&
      lone.length < 70 &&
      readPerson(chunk, false) === null
    )
      entries[entries.length - 1] = `${last}, ${chunk}`
    else if (last !== undefined && lone === '') entries[entries.length - 1] = `${last} ${chunk}`
    else entries.push(chunk)
  }
  return entries
}

function splitOutsideBrackets(text: string): string[] {
  const chunks: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]
    if (c === '(') depth += 1
    else if (c === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && (c === ',' || c === ';' || c === '\n' || c === '\t')) {
      chunks.push(text.slice(from, i))
      from = i + 1
    } else if (depth === 0 && c === ' ' && (text.startsWith(' and ', i) || text.startsWith(' & ', i))) {
      chunks.push(text.slice(from, i))
      i += text.startsWith(' & ', i) ? 2 : 4
      from = i + 1
    }
  }
  chunks.push(text.slice(from))
  return chunks.map((c) => c.trim()).filter((c) => c !== '')
}
