import type { DocumentKind } from '../../shared/model/analysis.ts'

const KIND_WORDS: Record<DocumentKind, string> = {
  agenda: 'Agenda',
  minutes: 'Minutes',
  pack: 'Pack',
  paper: 'Paper',
  transcript: 'Transcript',
  'action log': 'Action log',
}

export function kindInWords(kind: DocumentKind): string {
  return KIND_WORDS[kind]
}

export function DocumentBadge({ kind, count = 1 }: { kind: DocumentKind; count?: number }) {
  return (
    <span className="inline-flex rounded border border-line bg-sunken px-1.5 py-px text-xs whitespace-nowrap text-soft">
      {KIND_WORDS[kind]}
      {count > 1 && ` ×${count}`}
    </span>
  )
}
