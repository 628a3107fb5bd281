import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { findMentions } from '../../../shared/analysis/customers/find-mentions.ts'
import type { Mention } from '../../../shared/analysis/customers/find-mentions.ts'
import { indexNames } from '../../../shared/analysis/customers/name-patterns.ts'
import { recordedMentions } from '../../../shared/analysis/customers/recorded-mentions.ts'

const placeSchema = z.object({ customer: z.string(), start: z.int(), end: z.int() })
const caseSchema = z.object({ kind: z.string(), text: z.string(), mentions: z.array(placeSchema) })
const registerSchema = z.array(z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()) }))
type Place = z.infer<typeof placeSchema>

const read = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

export const mentionRegister = registerSchema.parse(JSON.parse(read('mention-register.json')))
export const mentionCases = read('mention-cases.jsonl')
  .trim()
  .split('\n')
  .map((line) => caseSchema.parse(JSON.parse(line)))

export interface MentionScore {
  passages: number
  named: number
  /** Recorded without asking. */
  recorded: number
  right: number
  precision: number
  recall: number
  /** Shown for a person to settle. */
  asked: number
  askedRight: number
  recallWithAsked: number
  wrong: string[]
  missed: string[]
  insideWords: string[]
}

const hits = (mention: Mention, wanted: Place): boolean =>
  mention.customer === wanted.customer && mention.start < wanted.end && wanted.start < mention.end

const LETTER = /[\p{L}\p{M}\p{N}]/u

/** Finds the customers of the register in the cases, as one library, and counts. */
export function scoreMentions(): MentionScore {
  const index = indexNames(mentionRegister)
  const found = mentionCases.map(({ text }) => findMentions(text, index))
  const isRecorded = recordedMentions(found.flat())
  const score: MentionScore = {
    passages: mentionCases.length,
    named: 0,
    recorded: 0,
    right: 0,
    precision: 0,
    recall: 0,
    asked: 0,
    askedRight: 0,
    recallWithAsked: 0,
    wrong: [],
    missed: [],
    insideWords: [],
  }
  let shown = 0
  mentionCases.forEach(({ text, kind, mentions: wanted }, number) => {
    const all = (found[number] ?? []).filter(({ certainty }) => certainty !== 'small')
    const sure = all.filter(isRecorded)
    const asked = all.filter((mention) => !isRecorded(mention))
    score.named += wanted.length
    score.recorded += sure.length
    score.asked += asked.length
    for (const mention of all)
      if (LETTER.test(text[mention.start - 1] ?? ' ') || LETTER.test(text[mention.end] ?? ' '))
        score.insideWords.push(text)
    for (const mention of sure) {
      if (wanted.some((place) => hits(mention, place))) score.right += 1
      else score.wrong.push(`${kind}: ${text.slice(mention.start, mention.end)} in: ${text}`)
    }
    for (const mention of asked) if (wanted.some((place) => hits(mention, place))) score.askedRight += 1
    for (const place of wanted) {
      if (all.some((mention) => hits(mention, place))) shown += 1
      if (!sure.some((mention) => hits(mention, place)))
        score.missed.push(`${kind}: ${text.slice(place.start, place.end)} in: ${text}`)
    }
  })
  score.precision = score.right / score.recorded
  score.recall = (score.named - score.missed.length) / score.named
  score.recallWithAsked = shown / score.named
  return score
}
