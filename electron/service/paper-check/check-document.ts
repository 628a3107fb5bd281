import type { PaperCheck } from '../../../shared/model/paper-check.ts'
import type { PaperFindingKind } from '../../../shared/model/paper-check.ts'
import type { WrittenBlock, WrittenDocument } from '../writing/written-document.ts'

const FINDING_WORDS: Record<PaperFindingKind, string> = {
  'only-figures': 'Customers only as figures',
  'no-customer-heading': 'Customer implications',
  'assertion-without-evidence': 'Statements without what they rest on',
  'decision-without-input': 'Decisions without customer input',
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

function shareInWords({ customerShare, words, fromCustomers }: PaperCheck): string {
  if (customerShare === null) return 'There are no words of substance in it.'
  const rests =
    fromCustomers === 0
      ? 'no passage rests on what customers said or did'
      : fromCustomers === 1
        ? 'one passage rests on what customers said or did'
        : `${fromCustomers} passages rest on what customers said or did`
  return `Customers have ${percent(customerShare)} of its ${words} words, procedure left out; ${rests}.`
}

/** The check as a document to be handed to the paper's author. */
export function checkDocument(check: PaperCheck): WrittenDocument {
  const blocks: WrittenBlock[] = [
    { kind: 'heading', level: 1, text: 'Paper check' },
    { kind: 'paragraph', text: check.title ?? check.name, look: 'strong' },
    { kind: 'paragraph', text: shareInWords(check) },
    {
      kind: 'paragraph',
      text: `Customers in numbers ${percent(check.shares['customer-in-numbers'])}, numbers ${percent(check.shares.numbers)}, other ${percent(check.shares.other)}, procedural ${percent(check.shares.procedural)} of all words.`,
      look: 'quiet',
    },
    ...(check.findings.length === 0
      ? [{ kind: 'paragraph', text: 'Nothing was found that could be added.' } as const]
      : []),
    ...check.findings.flatMap((finding): WrittenBlock[] => [
      { kind: 'heading', level: 2, text: FINDING_WORDS[finding.kind] },
      { kind: 'paragraph', text: `${finding.title}. ${finding.suggestion}` },
      {
        kind: 'list',
        items: finding.places.map(({ page, section, quote }) => {
          const where = [check.paged ? `Page ${page}` : null, section].filter((part) => part !== null)
          return `${where.length > 0 ? `${where.join(', ')}: ` : ''}“${quote}”`
        }),
      },
    ]),
    {
      kind: 'paragraph',
      text: 'Found by rules and a trained model on this computer; each place is for a person to judge.',
      look: 'quiet',
    },
  ]
  return { title: `Paper check: ${check.title ?? check.name}`, blocks }
}
