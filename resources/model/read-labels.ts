import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { focusSchema } from '../../shared/model/focus.ts'

const labelledPassageSchema = z.object({
  id: z.string().default(''),
  doc: z.string().default(''),
  /** The body whose document it is from; empty for passages in our own words. */
  org: z.string().default(''),
  /** The kind of organisation, for passages in our own words. */
  kind: z.string().default(''),
  set: z.string().default(''),
  customerTerms: z.array(z.string()).default([]),
  item: z.string().default(''),
  before: z.string().default(''),
  text: z.string(),
  after: z.string().default(''),
  focus: focusSchema,
  fromCustomers: z.boolean().default(false),
  /** 1 guess, 2 fairly sure, 3 clear. */
  sure: z.int().min(1).max(3).default(3),
})
export type LabelledPassage = z.infer<typeof labelledPassageSchema>

const root = resolve(import.meta.dirname, '..', '..')

/** Reads labelled passages, one JSON object a line; a line that is none fails with its number. */
export function readLabelledPassages(path: string): LabelledPassage[] {
  const passages: LabelledPassage[] = []
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = labelledPassageSchema.safeParse(JSON.parse(line))
    if (!parsed.success) throw new Error(`${path}:${index + 1}: not a labelled passage`)
    passages.push(parsed.data)
  }
  return passages
}

/** The passages in our own words, which are part of the project. */
export function readAuthoredPassages(): LabelledPassage[] {
  const folder = join(root, 'resources', 'training', 'authored')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => readLabelledPassages(join(folder, name)))
}

/** All there is to learn from: our own words, real documents, and passages of other public documents. */
export function readAllPassages(): LabelledPassage[] {
  return [...readAuthoredPassages(), ...(readRealPassages() ?? []), ...(readPublicPassages() ?? [])]
}

/**
 * Labelled passages of public documents that are not in the evaluation data: EMPTY_CHAIR_PUBLIC_PASSAGES names the
 * file that `collect-public-passages.ts` wrote. Null where it is not given.
 */
export function readPublicPassages(): LabelledPassage[] | null {
  const path = process.env['EMPTY_CHAIR_PUBLIC_PASSAGES']
  return path === undefined || !existsSync(path) ? null : readLabelledPassages(path)
}

/** The optional folder of evaluation data; null where it is not present. */
export function evaluationFolder(): string | null {
  const folder = process.env['EMPTY_CHAIR_DATA'] ?? resolve(root, '..', 'shared')
  return existsSync(folder) ? folder : null
}

/**
 * Labelled passages of real documents, which are not ours to keep here, with the labels of a second coding where
 * there is one (second-coded.tsv); null where they are not present.
 */
export function readRealPassages(): LabelledPassage[] | null {
  const folder = evaluationFolder()
  const path = folder === null ? null : join(folder, 'labels', 'real.jsonl')
  if (path === null || !existsSync(path)) return null
  const settled = readSecondCoding()
  return readLabelledPassages(path).map((passage) => ({ ...passage, ...settled.get(passage.id) }))
}

const secondCodingSchema = z.tuple([z.string().min(1), focusSchema, z.enum(['y', 'n']), z.coerce.number()])

/** By passage: what it was settled to be, and how sure that is. */
function readSecondCoding(): Map<string, Pick<LabelledPassage, 'focus' | 'fromCustomers' | 'sure'>> {
  const path = join(root, 'resources', 'training', 'second-coded.tsv')
  const settled = new Map<string, Pick<LabelledPassage, 'focus' | 'fromCustomers' | 'sure'>>()
  for (const line of readFileSync(path, 'utf8').trimEnd().split('\n').slice(1)) {
    const [id, focus, voice, sure] = secondCodingSchema.parse(line.split('\t'))
    settled.set(id, { focus, fromCustomers: voice === 'y', sure })
  }
  return settled
}
