/** A cell or ending that only refers to a paper: "Enc 3", "Paper C", "TB(7)2", "Verbal", "To follow", "Attached". */
const ONLY_PAPER =
  /^[([]?(?:see )?(?:enc(?:l(?:osure)?)?s?\.?|paper|papers|att(?:achment)?s?\.?|attached|app(?:endix)?\.?|annex|doc(?:ument)?s?|tab|exhibit|page|pages|pp?\.|pg\.?|slide deck|slides|presentation)?\s*[:#-]?\s*(?:[A-Z]{1,5}\s?\(\d{1,3}\)\s?\d{1,3}(?:\.?[ivx]{1,4})?|[A-Z]{1,4}[-/ ]?\d{1,4}[A-Za-z]?(?:[-/.]\d{1,4}){0,3}|\d{1,3}[A-Za-z]?(?:\s?(?:[-–&,]|and|to)\s?\d{1,3}[A-Za-z]?){0,3}|[A-Z])?[)\]]?$/i
const WORDS =
  /^[([]?(?:verbal|oral|to follow|tabled|attached|enclosed|none|n\/a|tbc|tbd|presentation|slides?|late paper|link|yes|no|-|–|see attached|handout|in (?:packet|pack))(?: (?:update|report|paper|presentation|item))?[)\].]?$/i

export function isOnlyPaper(text: string): boolean {
  const plain = text.trim()
  if (plain === '' || plain.length > 40) return false
  if (WORDS.test(plain)) return true
  return ONLY_PAPER.test(plain) && /\d|paper|enc|att|app|annex|tab|exhibit/i.test(plain)
}

const TRAILING_PAPER =
  /\s*(?:[-–—,:]\s*|[([]\s*)(?:see )?(?:paper|enc(?:losure)?\.?|attachment|appendix|annex|tab)\s?[:#]?\s?(?:[A-Z]{1,5}\(\d{1,3}\)\d{1,3}(?:\.?\s?[ivx]{1,4}|v\d)?|[A-Z]?\d{0,3}[A-Za-z]?)\s*[)\]]?(?:\s+(?:presented|tabled|attached|circulated|to follow)\b.{0,30})?\s*$/i
const LEADERS =
  /\s*(?:\.\s?){4,300}\s*(?:page\s|pp?\.?\s?)?\d{0,4}(?:\s?[-–]\s?\d{1,4})?\s*$|\s*[_…]{2,200}\s*\d{0,4}\s*$/i
const TRAILING_PAGE = /\s*[([]?\b(?:pages?|pp?\.|pg\.?)\s?\d{1,4}(?:\s?(?:[-–]|to)\s?\d{1,4})?[)\]]?\s*$/i

/** A title without paper reference, dotted leaders and page numbers; `pages` are the ones it printed. */
export function cutReferences(title: string): { title: string; pages: [number, number] | null } {
  let rest = title
  let pages: [number, number] | null = null
  for (const pattern of [LEADERS, TRAILING_PAGE, TRAILING_PAPER]) {
    const match = pattern.exec(rest.length > 500 ? rest.slice(-500) : rest)
    if (!match || match[0].length >= rest.length) continue
    if (pattern !== TRAILING_PAPER) {
      const digits = match[0].match(/\d{1,4}/g)?.map(Number)
      const first = digits?.[0]
      if (first !== undefined && first > 0) pages = [first, Math.max(first, digits?.[1] ?? first)]
    }
    rest = rest.slice(0, rest.length - match[0].length).trim()
  }
  return { title: rest, pages }
}
