import type { StructuredDocument } from '../model/analysis.ts'
import type { ClassifierInput } from '../model/focus.ts'

/**
 * What the classifiers are asked of a document: its passages with their item and neighbours, then its item titles
 * under their parents', then its actions under their items'.
 */
export function classifierInputs(
  structured: Pick<StructuredDocument, 'passages' | 'items' | 'actions'>,
  customerTerms: string[],
): ClassifierInput[] {
  const titleOf = (item: number | null) => (item === null ? '' : (structured.items[item]?.title ?? ''))
  return [
    ...structured.passages.map(({ text, item }, index) => ({
      text,
      item: titleOf(item),
      before: structured.passages[index - 1]?.text ?? '',
      after: structured.passages[index + 1]?.text ?? '',
      customerTerms,
    })),
    ...structured.items.map(({ title, parent }) => ({
      text: title,
      item: titleOf(parent),
      before: '',
      after: '',
      customerTerms,
    })),
    ...structured.actions.map(({ text, item }) => ({
      text,
      item: titleOf(item),
      before: '',
      after: '',
      customerTerms,
    })),
  ]
}
