import { z } from 'zod'
import { warningSchema } from './evidence.ts'

/** Points (1/72 inch) from the top left corner of the page. */
export const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Box = z.infer<typeof boxSchema>

export const furnitureSchema = z.enum(['header', 'footer', 'page-number'])

export const textStyleSchema = z.object({
  /** Points; null where the format does not say. */
  fontSize: z.number().nullable(),
  bold: z.boolean(),
  italic: z.boolean(),
  /** 1 to 9 where the author marked a heading (a Word style, a Markdown `#`); null otherwise. */
  headingLevel: z.int().min(1).max(9).nullable(),
  /** 0-based nesting of a list item; null outside lists. */
  listLevel: z.int().min(0).nullable(),
  /** Characters at the start of `text` set in bold or underlined before plain text follows: a run-in heading. */
  leadIn: z.int().min(1).optional(),
  /** Points the first line stands in from the margin, where the format says so and there is no box. */
  indent: z.number().min(0).optional(),
})
export type TextStyle = z.infer<typeof textStyleSchema>

/**
 * A paragraph, heading or list item. Lines are kept: `text` joins them with "\n".
 * A wide gap inside a line (a tab stop, a column set by spaces or position) is a "\t".
 * `marker` is the list bullet or number as displayed ("•", "4.1", "a)"), taken out of `text` only where the
 * format holds it apart (Word numbering, Markdown bullets); typed numbers stay in `text`.
 */
export const textBlockSchema = z.object({
  kind: z.literal('text'),
  page: z.int().min(1),
  text: z.string(),
  marker: z.string().nullable(),
  box: boxSchema.nullable(),
  style: textStyleSchema,
  /** Repeated page furniture; analysis leaves it out. */
  furniture: furnitureSchema.nullable(),
  /** How sure recognition is of these words, 0 to 1; only where they were read from a picture. */
  confidence: z.number().min(0).max(1).optional(),
})
export type TextBlock = z.infer<typeof textBlockSchema>

export const tableCellSchema = z.object({
  text: z.string(),
  /** Columns this cell spans. */
  span: z.int().min(1),
  bold: z.boolean(),
  box: boxSchema.nullable(),
})
export type TableCell = z.infer<typeof tableCellSchema>

/** `marker` as in a text block: automatic numbering of the row's first cell. */
export const tableRowSchema = z.object({
  page: z.int().min(1),
  marker: z.string().nullable(),
  cells: z.array(tableCellSchema),
})
export type TableRow = z.infer<typeof tableRowSchema>

/** Rows are aligned: summing `span` gives the same number of columns in every row. */
export const tableBlockSchema = z.object({
  kind: z.literal('table'),
  page: z.int().min(1),
  box: boxSchema.nullable(),
  rows: z.array(tableRowSchema),
  /** True when lines or the format itself said it is a table; false when found by position alone. */
  ruled: z.boolean(),
  /** As in a text block. */
  confidence: z.number().min(0).max(1).optional(),
})
export type TableBlock = z.infer<typeof tableBlockSchema>

export const blockSchema = z.discriminatedUnion('kind', [textBlockSchema, tableBlockSchema])
export type Block = z.infer<typeof blockSchema>

export const pageSchema = z.object({
  number: z.int().min(1),
  width: z.number().nullable(),
  height: z.number().nullable(),
  /** False where nothing could be read: a scanned page on which no words were recognised, or a blank one. */
  hasText: z.boolean(),
  /** Set where the words were recognised in a picture of the page. */
  recognition: z
    .object({
      /** Mean over the page's letters, 0 to 1, as the engine says of itself. */
      confidence: z.number().min(0).max(1),
      /** Quarter turns clockwise that set the picture upright. */
      turns: z.int().min(0).max(3),
    })
    .optional(),
})
export type Page = z.infer<typeof pageSchema>

/** A bookmark; `page` is null when it leads nowhere. */
export const outlineEntrySchema = z.object({
  title: z.string(),
  level: z.int().min(1),
  page: z.int().min(1).nullable(),
})
export type OutlineEntry = z.infer<typeof outlineEntrySchema>

export const documentFormatSchema = z.enum([
  'pdf',
  'docx',
  'odt',
  'doc',
  'rtf',
  'pptx',
  'xlsx',
  'csv',
  'html',
  'mail',
  'captions',
  'markdown',
  'text',
  'image',
])
export type DocumentFormat = z.infer<typeof documentFormatSchema>

/** What every reader returns. Blocks stand in reading order. */
export const documentSchema = z.object({
  format: documentFormatSchema,
  /** False where the format has no pages (Markdown, plain text, Word without page breaks): then all is page 1. */
  paged: z.boolean(),
  pages: z.array(pageSchema),
  blocks: z.array(blockSchema),
  outline: z.array(outlineEntrySchema),
  properties: z.object({ title: z.string().nullable() }),
  warnings: z.array(warningSchema),
})
export type Document = z.infer<typeof documentSchema>
