import { Failed, Loading } from '../../components/page-state.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { counted } from '../../format/numbers.ts'
import { addressOf, setParams, useRoute } from '../../navigation/hash-route.ts'
import { useView } from '../../navigation/use-view.ts'
import { coverWords } from './customer-words.ts'
import { PortfolioTab } from './portfolio-tab.tsx'
import { QuestionsTab } from './questions-tab.tsx'
import { RegisterTab } from './register-tab.tsx'
import { TopTenTab } from './top-ten-tab.tsx'
import { useCustomers } from './use-customers.ts'
import { VoiceTab } from './voice-tab.tsx'

const TABS = [
  { tab: 'register', name: 'Register' },
  { tab: 'top-ten', name: 'Top ten' },
  { tab: 'portfolio', name: 'Portfolio' },
  { tab: 'questions', name: 'Questions' },
  { tab: 'voice', name: 'Voice' },
] as const
type Tab = (typeof TABS)[number]['tab']

/** Who the customers are, what the board has said of them, and what rests on them. */
export function CustomersPage() {
  const route = useRoute()
  const { boards } = useView()
  const tab: Tab = TABS.find((known) => known.tab === route.params['tab'])?.tab ?? 'register'
  const asked = useCustomers()
  const ofCustomers = tab === 'register' || tab === 'top-ten' || tab === 'portfolio'
  return (
    <div className={`page flex flex-col gap-4 ${tab === 'register' ? 'min-h-full' : ''}`}>
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <h1 className="heading-serif text-2xl">Customers</h1>
        <nav aria-label="Views of customers" className="no-print">
          <ul className="flex flex-wrap gap-1">
            {TABS.map((known) => (
              <li key={known.tab}>
                <a
                  href={addressOf(route, 'customers', null, {
                    ...(known.tab === 'register' ? {} : { tab: known.tab }),
                    ...(route.params['of'] === 'all' ? { of: 'all' } : {}),
                  })}
                  aria-current={known.tab === tab ? 'page' : undefined}
                  className="inline-flex min-h-8 items-center rounded-md px-3 text-soft hover:bg-hover hover:text-ink aria-[current]:bg-chosen aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  {known.name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {ofCustomers && (boards?.length ?? 0) > 1 && (
          <div className="no-print ml-auto">
            <Segmented
              legend="Named in the record of"
              hideLegend
              options={[
                { value: 'board', label: 'This board' },
                { value: 'all', label: 'All boards' },
              ]}
              value={route.params['of'] === 'all' ? 'all' : 'board'}
              onChange={(of) => setParams({ of: of === 'all' ? 'all' : undefined })}
            />
          </div>
        )}
      </header>
      {ofCustomers ? (
        asked.isError ? (
          <Failed within error={asked.error} retry={() => void asked.refetch()} />
        ) : asked.data === undefined ? (
          <Loading what="the customers" />
        ) : (
          <>
            <p className="figures text-[0.8125rem] text-faint">
              {coverWords(asked.data.record)}
              {asked.data.documentsLeft > 0 && (
                <span role="status">
                  {' '}
                  {counted(asked.data.documentsLeft, 'document')} still to be looked through for names; the
                  figures grow with them.
                </span>
              )}
            </p>
            {tab === 'register' && <RegisterTab overview={asked.data} boardId={asked.boardId} />}
            {tab === 'top-ten' && <TopTenTab overview={asked.data} />}
            {tab === 'portfolio' && <PortfolioTab overview={asked.data} />}
          </>
        )
      ) : tab === 'questions' ? (
        <QuestionsTab />
      ) : (
        <VoiceTab />
      )}
    </div>
  )
}
