import { Download, Printer } from 'lucide-react'
import { FOCI } from '../../../shared/model/focus.ts'
import type { PaperCheck } from '../../../shared/model/paper-check.ts'
import { Button } from '../../components/button.tsx'
import { kindInWords } from '../../components/document-badge.tsx'
import { FocusSwatch } from '../../components/focus-chip.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { ShareBar } from '../../components/share-bar.tsx'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { counted, percent, wholeNumber } from '../../format/numbers.ts'
import { useService } from '../../host/service-context.tsx'
import { addressOf, go, useRoute } from '../../navigation/hash-route.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { useSaveMadeFile } from '../planner/use-save-made-file.ts'

/** What was found in one paper, with the places. */
export function CheckReport({
  check,
  draftId,
  close,
  kept,
}: {
  check: PaperCheck
  draftId: string | null
  close: () => void
  kept: () => void
}) {
  const route = useRoute()
  const announce = useAnnounce()
  const saveMade = useSaveMadeFile()
  const { client } = useService()
  const write = (format: 'docx' | 'md'): Promise<void> =>
    saveMade(client.call('papers.export', { check, format }))
  const keep = async (): Promise<void> => {
    if (draftId === null) return
    try {
      await client.call('papers.keep', { draftId })
      kept()
      announce('The draft is in Import, to be looked at and kept.')
      go(addressOf(route, 'import'))
    } catch (error) {
      announce(errorWords(error))
    }
  }
  const { customerShare, fromCustomers } = check
  return (
    <article className="flex flex-col gap-6" data-paper-check>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h2 className="heading-serif min-w-0 text-xl break-words">{check.title ?? check.name}</h2>
        <span className="text-[0.8125rem] text-faint">
          {kindInWords(check.kind)}
          {check.pages !== null && `, ${counted(check.pages, 'page')}`}, {wholeNumber(check.words)} words
        </span>
        <span className="no-print ml-auto flex items-center gap-0.5">
          <Button small look="bare" onClick={() => void write('docx')}>
            <Download aria-hidden="true" className="size-3.5" />
            Word
          </Button>
          <Button small look="bare" onClick={() => void write('md')}>
            Markdown
          </Button>
          <Button small look="bare" onClick={() => window.print()}>
            <Printer aria-hidden="true" className="size-3.5" />
            Print
          </Button>
          {draftId !== null && (
            <Button small className="ml-2" onClick={() => void keep()}>
              Keep in the library
            </Button>
          )}
          <Button small className="ml-2" onClick={close}>
            {draftId === null ? 'Close' : 'Forget it'}
          </Button>
        </span>
      </div>
      <section
        aria-label="Share"
        className="flex flex-col gap-3 rounded-xl border border-line bg-surface px-5 py-4"
      >
        <p>
          {customerShare === null ? (
            'There are no words of substance in it.'
          ) : (
            <>
              Customers have{' '}
              <strong className="heading-serif text-2xl text-customer-ink">{percent(customerShare)}</strong>{' '}
              of its words, procedure left out;{' '}
              {fromCustomers === 0
                ? 'no passage rests on what customers said or did.'
                : `${counted(fromCustomers, 'passage')} ${fromCustomers === 1 ? 'rests' : 'rest'} on what customers said or did.`}
            </>
          )}
        </p>
        <ShareBar shares={check.shares} />
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.8125rem] text-soft">
          {FOCI.filter((focus) => check.shares[focus] >= 0.005).map((focus) => (
            <li key={focus} className="figures flex items-center gap-2">
              <FocusSwatch focus={focus} />
              {FOCUS_WORDS[focus]} {percent(check.shares[focus])}
            </li>
          ))}
        </ul>
      </section>
      {check.findings.length === 0 ? (
        <p className="text-soft">Nothing was found that could be added.</p>
      ) : (
        check.findings.map((finding) => (
          <section
            key={finding.kind}
            className="flex flex-col gap-2"
            aria-labelledby={`finding-${finding.kind}`}
          >
            <h3 id={`finding-${finding.kind}`} className="heading-serif text-lg">
              {finding.title}
            </h3>
            <p className="max-w-[46rem] text-soft">{finding.suggestion}</p>
            <ul className="border-t border-line">
              {finding.places.map((place) => (
                <li
                  key={`${place.page}${place.section ?? ''}${place.quote}`}
                  className="flex gap-4 border-b border-line py-2"
                >
                  {(check.paged || place.section !== null) && (
                    <span className="w-40 shrink-0 text-[0.8125rem] text-faint">
                      {check.paged && `Page ${place.page}`}
                      {check.paged && place.section !== null && ', '}
                      {place.section}
                    </span>
                  )}
                  <q className="min-w-0 break-words">{place.quote}</q>
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
      <p className="text-[0.8125rem] text-faint">
        Found by rules and a trained model on this computer. Each place is for a person to judge.
      </p>
    </article>
  )
}
