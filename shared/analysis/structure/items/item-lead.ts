const ROLE =
  /^(?:the )?(?:(?:deputy|vice|acting|interim|assistant|associate|senior|executive|non-executive|independent|committee|board|group|chief|managing|general|city|town|county|district|company|head|finance|operations|medical|nursing|strategy|technical|programme|program|project|parish|library|ranch) ?)*(?:chair(?:man|person|woman)?s?|ceo|cfo|coo|cto|cio|cro|chro|cmo|md|gm|president|secretary|treasurer|director|directors|officer|officers|manager|clerk|attorney|engineer|superintendent|librarian|principal|headteacher|head|lead|staff|facilitator|rapporteur|convenor|convener|mayor|administrator|executive(?: \w+)?|trustee|trustees|governor|auditors?|counsel|controller|all|everyone|board|committee|secretariat|presenter)(?: (?:of|for) [A-Za-z &]{3,40}|, [A-Za-z &]{3,40})?$/i
const NOT_NAME =
  /\b(?:report|update|meeting|minutes|agenda|budget|plan|policy|review|approval|discussion|information|decision|action|none|paper|verbal|attached|appendix|enclosed|presentation|committee|resolution|project|program|programme|service|services|board|council|session|business|district|proposal|election|vote|annual|financial|statement|draft|final|pending|continued|street|road|avenue|room|hall|new|old|phase|part|section|office|department|university|college|school|center|centre|company|association|foundation|items?|only|closed|open|public|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|first|second|reading|carried|deferred|tabled|approved|passed|noted|motion|standing|verbal|oral|written|pdf|word|excel|powerpoint|docx|xlsx|link|links|no|yes|not|for|to|see|other|others|forest|mitigation|tbc|tbd|n\/a)\b/i
const NAME_WORD =
  /^(?:(?:[A-Z]\.){1,3}|[A-Z][a-zà-ÿ’']+(?:[A-Z][a-zà-ÿ]+)?(?:-[A-Z][a-zà-ÿ]+)?|O['’][A-Z][a-z]+|Mc[A-Z][a-z]+|[A-Z]{2,3}|[A-Z]|de|van|von|der|la|le|du|al|bin|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Miss|Prof\.?|Sir|Dame|Lord|Lady|Cllr\.?|Rev\.?|Jr\.?|Sr\.?|Ph\.?D\.?|Director|Commissioner|Trustee|Councillor|Councilmember|Chair|Chairman|President|Treasurer|Secretary|CEO|Manager|Vice|General|Executive|Officer)$/

/** One person or post: "A. Name", "Dr Gesche Schmid", "Chair", "CEO Jane Doe". */
function isOneLead(text: string): boolean {
  const plain = text.trim().replace(/[.,;:]+$/, '')
  if (plain.length < 2 || plain.length > 70) return false
  if (ROLE.test(plain)) return true
  if (NOT_NAME.test(plain.replace(/\b(?:director|committee)\b/gi, ''))) return false
  const words = plain.split(/\s+/)
  if (words.length > 6) return false
  return words.every((w) => NAME_WORD.test(w)) && words.some((w) => /^[A-Z]/.test(w))
}

/** Names or posts, one or several, as a board paper's lead column writes them. */
export function isLead(text: string): boolean {
  const plain = text.replace(/\([^()]{0,60}\)/g, '').trim()
  if (plain === '' || plain.length > 160) return false
  const parts = plain.split(/\s*(?:,|;|&|\/|\n| and )\s*/).filter(Boolean)
  if (parts.length === 0 || parts.length > 6) return false
  return parts.every(
    (p) =>
      isOneLead(p) ||
      (/^(?:[A-Z][A-Za-z.&]{1,30} ?){1,4}$/.test(p) && parts.length > 1 && isOneLead(parts[0] ?? '')),
  )
}

export interface LeadSplit {
  title: string
  lead: string | null
}

const LABEL =
  /^(?:lead(?:ing|er)?|presenter|presented by|led by|owner|speaker|sponsor|responsible|facilitator|who)\s*[:–-]\s*(.{2,80})$/i

/** A line of its own under a title: "Lead: A. Name". */
export function leadLine(text: string): string | null {
  const match = LABEL.exec(text)
  return match?.[1] ? tidyLead(match[1]) : null
}

/**
 * Who leads, cut off the end of a title: "– CEO", "(A. Name)", "by Director B", "[CD]".
 * Only what reads as names or posts is taken; a doubtful bracket stays in the title.
 */
export function splitLead(text: string): LeadSplit {
  const title = text.trim()
  const labelled =
    /^(.{3,200}?)\s*[-–—,(]?\s*(?:lead|presenter|led by|presented by|presenting)\s*:\s*([^()]{2,60})\)?$/i.exec(
      title,
    )
  if (labelled?.[1] && labelled[2]) return { title: trimEnd(labelled[1]), lead: tidyLead(labelled[2]) }
  const bracket = /^(.{2,300}?)\s*[-–—:]?\s*[([]([^()[\]]{2,90})[)\]]\s*[.:]?$/.exec(title)
  if (bracket?.[1] && bracket[2] && bracketLead(bracket[2])) {
    return { title: trimEnd(bracket[1]), lead: tidyLead(bracket[2]) }
  }
  const dash = Math.max(title.lastIndexOf(' - '), title.lastIndexOf(' – '), title.lastIndexOf(' — '))
  if (dash > 2) {
    const after = title.slice(dash + 3).trim()
    if (isLead(after) && !/^[A-Z]{2,5}$/.test(after.replace(/\b(?:CEO|CFO|COO|CTO|CIO)\b/, ''))) {
      return { title: trimEnd(title.slice(0, dash)), lead: tidyLead(after) }
    }
  }
  const by = /^(.{4,300}?),?\s+(?:by|presented by|from|led by)\s+((?:the )?(?:[A-Z][\w.’'-]*\s?){1,6})$/.exec(
    title,
  )
  if (by?.[1] && by[2] && isLead(by[2]) && by[2].trim().split(/\s+/).length >= 2)
    return { title, lead: tidyLead(by[2]) }
  return { title, lead: null }
}

function bracketLead(text: string): boolean {
  if (!isLead(text)) return false
  // "(SGA)" explains the title; "(JB)" names somebody.
  const plain = text.trim()
  if (/^[A-Z]{3,6}$/.test(plain) && !ROLE.test(plain)) return false
  if (/^[A-Z][a-z]+$/.test(plain) && !ROLE.test(plain)) return /^[A-Z][a-z]{2,}$/.test(plain)
  return true
}

export function tidyLead(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s(–-]+|[\s).;:,–-]+$/g, '')
    .trim()
}

export function trimEnd(text: string): string {
  return text.replace(/[\s\-–—,:]+$/, '').trim()
}
