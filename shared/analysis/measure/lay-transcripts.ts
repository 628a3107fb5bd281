import type { DocumentKind, TalkSpan } from '../../model/analysis.ts'
import type { MeasuredDocument, MeasuredItem } from './measured-document.ts'
import { announcements, inAgendaOrder } from './spoken-items.ts'

/** Nobody speaks for so long only in a break. */
const SILENCE_SECONDS = 120
const LONGEST_BREAK_SECONDS = 2 * 60 * 60
const BREAK =
  /\b(?:take|taking|have|need) (?:a|our|another) (?:short |brief |quick |comfort |lunch |coffee |\w+[- ]minute )?(?:break|recess)\b|\b(?:stand|are|go) (?:now )?in(?:to)? recess\b|\badjourn(?:ed)? for (?:lunch|a break)\b|\brecess (?:until|for)\b/i
const RESUMED =
  /\bwelcome back\b|\bback to order\b|\bback (?:from|in session)\b|\breconven|\bresume (?:the|our) meeting\b|\bback on the record\b/i
const AGENDAS: readonly DocumentKind[] = ['agenda', 'minutes', 'pack']

/**
 * Lays each transcript over the agenda of its meeting: talk from one announced item to the next belongs to the
 * first, silence and breaks to none. An item's minutes are known only where it and the one after it were both
 * announced, in the agenda's order; where an item between them was not heard of, both stay unknown.
 * Returns the documents, transcripts with items of their own and their passages under them. Pure.
 */
export function layTranscripts(documents: readonly MeasuredDocument[]): MeasuredDocument[] {
  const agenda = AGENDAS.flatMap((kind) => documents.filter((d) => d.kind === kind)).find(
    (d) => d.items.filter((item) => item.level === 1).length >= 2,
  )
  return documents.map((document) =>
    document.kind === 'transcript' && document.items.length === 0 && agenda
      ? layOver(document, agenda.items)
      : document,
  )
}

function layOver(transcript: MeasuredDocument, agenda: readonly MeasuredItem[]): MeasuredDocument {
  const talk = transcript.talk ?? []
  const top = agenda.filter((item) => item.level === 1 && item.role !== 'break')
  const heard = inAgendaOrder(
    announcements(
      top,
      transcript.passages.map((passage) => passage.text),
    ),
  )
  if (heard.length < 2) return transcript
  const spans = new Map(talk.map((span) => [span.passage, span]))
  const texts = transcript.passages.map((passage) => passage.text)
  const items: MeasuredItem[] = []
  const itemOf = new Map<number, number>()
  heard.forEach((own, i) => {
    const item = top[own.item]
    if (!item) return
    const next = heard[i + 1]
    // After the last announcement the end is known only where the closing itself was announced.
    const certain = next !== undefined && next.item === own.item + 1
    const until = next?.passage ?? texts.length
    const quiet = certain ? breaksIn(texts, own.passage, until) : new Set<number>()
    if (certain || own.item === top.length - 1)
      for (let at = own.passage; at < until; at += 1) if (!quiet.has(at)) itemOf.set(at, items.length)
    const minutes = certain ? minutesOf(spans, own.passage, until, quiet) : null
    const from = spans.get(own.passage)
    const passage = transcript.passages[own.passage]
    items.push({
      ...item,
      parent: null,
      planned: null,
      deferred: false,
      pages: null,
      recorded:
        minutes === null || from === undefined || passage === undefined
          ? null
          : {
              start: null,
              minutes,
              basis: 'derived',
              evidence: {
                page: passage.page,
                block: null,
                quote: own.quote,
                rule: 'transcript-laid-over',
              },
            },
    })
  })
  return {
    ...transcript,
    items,
    passages: transcript.passages.map((passage, at) => ({ ...passage, item: itemOf.get(at) ?? null })),
  }
}

/** Passages from the announcement of a break to the return from it; a return never heard of ends nothing. */
function breaksIn(texts: readonly string[], from: number, until: number): Set<number> {
  const quiet = new Set<number>()
  for (let at = from; at < until; at += 1) {
    if (!BREAK.test((texts[at] ?? '').slice(0, 4_000))) continue
    const back = texts.slice(at + 1, until).findIndex((text) => RESUMED.test(text.slice(0, 4_000)))
    if (back < 0) continue
    for (let i = at + 1; i < at + 1 + back; i += 1) quiet.add(i)
    at += back
  }
  return quiet
}

/** Whole minutes of talk, silence and breaks left out; null without time stamps, or for less than half a minute. */
function minutesOf(
  spans: ReadonlyMap<number, TalkSpan>,
  from: number,
  until: number,
  quiet: ReadonlySet<number>,
): number | null {
  let seconds = 0
  for (let at = from; at < until; at += 1) {
    if (quiet.has(at)) continue
    const own = spans.get(at)
    const next = spans.get(at + 1)
    if (!own) return null
    const end = quiet.has(at + 1) ? own.to : (next?.from ?? own.to)
    if (end === null) return null
    const talked = (own.to ?? end) - own.from
    const gap = end - (own.to ?? end)
    if (talked < 0 || talked > LONGEST_BREAK_SECONDS) return null
    seconds += talked + (gap > 0 && gap <= SILENCE_SECONDS ? gap : 0)
  }
  const minutes = Math.round(seconds / 60)
  return minutes >= 1 ? minutes : null
}
