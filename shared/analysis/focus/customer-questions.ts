import { CUSTOMER_QUESTIONS } from '../../model/focus.ts'
import type { CustomerQuestion } from '../../model/focus.ts'
import type { CustomerMark } from './customer-words.ts'

/**
 * One way of asking a customer question: stems in this order, with at most `GAP` others between, or none before a
 * stem written `=stem`; `!stem` must not come next. `#c` stands for any word for a customer. Precision before
 * recall: a single word decides only where it can mean nothing else (measured per question in docs/model-card.md).
 */
const GAP = 3
const WAYS: Record<CustomerQuestion, string> = {
  who: '#c =segment|segment =of #c|#c =demograph|demograph =of #c|kei =account|top =ten #c|largest =#c|biggest =#c|#c =persona|persona|who #c =ar|type =of =#c|#c =profil|target =audienc|target =market|new =#c =group|#c =mix|strateg =account|underserv',
  needs:
    '#c =need !to|need =of #c|#c =requir !to|what #c want|what #c need|#c =want !to|#c =who =need|#c =expect !to|unmet =need|#c =prefer|#c =prioriti|need =assess|access =need|#c =ask =for|support =need',
  experience:
    '#c =satisfact|satisfact|dissatisfact|complaint|complain|#c =experi|experi =of #c|wait =time|wait =list|time =to =wait|queue|respons =time|servic =level|#c =servic|on =time =perform|punctual|outag|interrupt|late =deliveri|csat|safeguard|qualiti =of =care|#c =care =experi|qualiti =of =servic|servic =qualiti|servic =failur',
  voice:
    'survei|feedback|focu =group|#c =forum|#c =panel|#c =council|user =group|#c =voic|voic =of #c|net =promot|np|interview =with #c|interview =#c|#c told|#c said|#c ask|#c report =that|public =comment|#c comment|visit =to #c|visit =#c|met =with #c|petition|testimoni|consult =with #c|consult =#c|questionnair|listen =to #c|town =hall',
  proposition:
    'competitor|competit =offer|valu =proposit|why #c choos|#c =choos|choos =us|differenti|rival|prefer =us|altern =provid|market =share|#c =proposit',
  loyalty:
    'churn|retent =of #c|#c =retent|retain #c|#c =retain|loyalti|#c =leav !the|#c =who =left|leav =#c|renew =rate|#c =renew|not renew|cancel =#c|#c =cancel|reason =for =leav|laps =#c|#c =laps|lifetim =valu|switch =to|win =back|won =back|repeat =#c|re =join|drop =out|#c =withdrew|#c =rejoin',
  value:
    'revenu =per #c|#c =profit|profit =per #c|profit =by #c|margin =by #c|margin =per #c|cost =to =serv|#c =lifetim|lifetim =valu|revenu =by =#c|incom =per #c|incom =by =#c|#c =margin|revenu =from #c|spend =per #c|arpu|averag revenu =per|by =#c =segment|cost =per =#c|bad =debt #c|#c =acquisit =cost',
  owner:
    'head =of =#c|director =of =#c|#c =champion|chief =#c =offic|account =manag|respons =for #c =experi|respons =for #c =relationship|#c =experi =lead|#c =relationship =manag|account =execut|#c =ombudsman|#c =liaison|accountable =for #c|#c =success =manag|#c =success =team',
}

interface Way {
  question: CustomerQuestion
  stems: string[]
}

const STARTS = new Map<string, Way[]>()
for (const question of CUSTOMER_QUESTIONS)
  for (const written of WAYS[question].split('|')) {
    const stems = written.split(' ')
    const first = stems[0] ?? ''
    STARTS.set(first, [...(STARTS.get(first) ?? []), { question, stems }])
  }

/** The customer questions that a customer passage touches, in the order of CUSTOMER_QUESTIONS. */
export function customerQuestions(
  stems: readonly string[],
  marks: readonly CustomerMark[],
): CustomerQuestion[] {
  const found = new Set<CustomerQuestion>()
  for (const [i, stem] of stems.entries()) {
    const ways = [...(STARTS.get(stem) ?? []), ...((marks[i] ?? 0) > 0 ? (STARTS.get('#c') ?? []) : [])]
    for (const way of ways)
      if (!found.has(way.question) && follows(way.stems, stems, marks, i)) found.add(way.question)
  }
  return CUSTOMER_QUESTIONS.filter((question) => found.has(question))
}

function follows(
  way: readonly string[],
  stems: readonly string[],
  marks: readonly CustomerMark[],
  from: number,
): boolean {
  let at = from
  for (let w = 1; w < way.length; w += 1) {
    const written = way[w] ?? ''
    if (written.startsWith('!')) {
      if (stems[at + 1] === written.slice(1)) return false
      continue
    }
    const isDirect = written.startsWith('=')
    const wanted = isDirect ? written.slice(1) : written
    const last = Math.min(at + (isDirect ? 1 : GAP), stems.length - 1)
    let next = at + 1
    while (next <= last && !(wanted === '#c' ? (marks[next] ?? 0) > 0 : stems[next] === wanted)) next += 1
    if (next > last) return false
    at = next
  }
  return true
}
