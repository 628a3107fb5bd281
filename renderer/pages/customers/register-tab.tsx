import { ClipboardPaste, Download, FileUp, Plus, X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { CustomersOverview } from '../../../shared/model/customers.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/page-state.tsx'
import { counted } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'
import { setParams, useRoute } from '../../navigation/hash-route.ts'
import { saveFile } from '../../host/save-file.ts'
import { CustomerPanel } from './customer-panel.tsx'
import { CustomerTable } from './customer-table.tsx'
import { NO_SEGMENT } from './customer-words.ts'
import { customersCsv } from './customers-csv.ts'
import { DoubtfulList } from './doubtful-list.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { TableImport } from './table-import.tsx'
import { useReadTable } from './use-read-table.ts'

const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Everyone in the register; one of them beside it; typed in, pasted or imported. */
export function RegisterTab({ overview, boardId }: { overview: CustomersOverview; boardId: string | null }) {
  const { params } = useRoute()
  const [pasting, setPasting] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const reader = useReadTable()
  const doubtful = useAsk('customers.doubtful', { boardId }, { keepPrevious: true }).data
  const showsArchived = params['archived'] === '1'
  const find = params['find'] ?? ''
  const ofSegment = params['segment']
  const shown = useMemo(() => {
    const wanted = fold(find.trim())
    return overview.customers
      .filter(({ archived }) => archived === showsArchived)
      .filter((customer) => ofSegment === undefined || (customer.segment ?? NO_SEGMENT) === ofSegment)
      .filter(
        ({ name, aliases, segment, owner }) =>
          wanted === '' || fold([name, ...aliases, segment ?? '', owner ?? ''].join('\n')).includes(wanted),
      )
  }, [overview.customers, showsArchived, find, ofSegment])
  const archived = overview.customers.filter((customer) => customer.archived).length
  const chosen =
    params['customer'] === 'new'
      ? ('new' as const)
      : overview.customers.find(({ id }) => id === params['customer'])

  const choose = (
    <input
      ref={file}
      type="file"
      hidden
      aria-label="Table of customers"
      data-testid="choose-table"
      accept=".csv,.tsv,.txt,.xlsx,.xlsm,.ods"
      onChange={(event) => {
        const [first] = event.target.files ?? []
        event.target.value = ''
        if (first !== undefined) reader.readFile(first)
      }}
    />
  )
  const ways = (strong: boolean) => (
    <>
      <Button look={strong ? 'strong' : 'plain'} onClick={() => setParams({ customer: 'new' })}>
        <Plus aria-hidden="true" className="size-4" />
        Add a customer
      </Button>
      <Button disabled={reader.isReading} onClick={() => setPasting(true)}>
        <ClipboardPaste aria-hidden="true" className="size-4" />
        Paste a table
      </Button>
      <Button disabled={reader.isReading} onClick={() => file.current?.click()}>
        <FileUp aria-hidden="true" className="size-4" />
        {reader.isReading ? 'Reading the table …' : 'Import CSV or XLSX'}
      </Button>
    </>
  )
  const said = reader.problem !== null && (
    <p role="alert" className="rounded-lg border border-edge bg-surface px-4 py-2.5">
      {reader.problem}
    </p>
  )
  const paste = (
    <PasteDialog
      open={pasting}
      onClose={() => setPasting(false)}
      onPaste={(text) => {
        setPasting(false)
        reader.readText(text)
      }}
    />
  )

  if (reader.table !== null)
    return <TableImport tableId={reader.table.tableId} first={reader.table.preview} onDone={reader.clear} />
  if (overview.customers.length === 0 && chosen === undefined)
    return (
      <>
        <Notice within title="There is no customer in the register yet." action={ways(true)}>
          Name those who matter most: the app then finds where packs and minutes speak of them, and where they
          are silent. Nothing is sent anywhere.
        </Notice>
        {said}
        {choose}
        {paste}
      </>
    )
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4">
      <div className="no-print flex flex-wrap items-center gap-2">
        <label>
          <span className="sr-only">Find a customer</span>
          <input
            type="search"
            className="control w-52"
            placeholder="Name, segment or owner"
            value={find}
            onChange={(event) =>
              setParams({ find: event.target.value === '' ? undefined : event.target.value })
            }
          />
        </label>
        {ways(false)}
        <Button
          onClick={() => saveFile('customers.csv', customersCsv(shown, overview), 'text/csv')}
          disabled={shown.length === 0}
        >
          <Download aria-hidden="true" className="size-4" />
          CSV
        </Button>
        {(archived > 0 || showsArchived) && (
          <Button
            look="bare"
            aria-pressed={showsArchived}
            onClick={() => setParams({ archived: showsArchived ? undefined : '1', customer: undefined })}
          >
            {showsArchived ? 'Show the register' : `Show ${archived} archived`}
          </Button>
        )}
        {ofSegment !== undefined && (
          <Button
            look="bare"
            aria-label="Show every segment"
            onClick={() => setParams({ segment: undefined })}
          >
            {ofSegment === NO_SEGMENT ? 'No segment' : <bdi>{ofSegment}</bdi>}
            <X aria-hidden="true" className="size-4" />
          </Button>
        )}
        <p role="status" className="figures ml-auto text-[0.8125rem] text-soft">
          {counted(shown.length, showsArchived ? 'archived customer' : 'customer')}
        </p>
      </div>
      {said}
      {choose}
      {paste}
      {doubtful !== undefined && doubtful.total > 0 && (
        <DoubtfulList
          mentions={doubtful.mentions}
          total={doubtful.total}
          customers={overview.customers}
          isOpen={params['settle'] === '1'}
        />
      )}
      <div
        className={`grid min-h-0 flex-1 items-start gap-6 ${chosen === undefined ? '' : 'xl:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]'}`}
      >
        {shown.length === 0 ? (
          <p className="rounded-xl border border-dashed border-line px-6 py-16 text-center text-faint">
            {find === '' ? 'No customer stands here.' : 'No customer fits these words.'}
          </p>
        ) : (
          <CustomerTable
            customers={shown}
            overview={overview}
            chosen={chosen === 'new' ? undefined : chosen?.id}
            narrow={chosen !== undefined}
          />
        )}
        {chosen !== undefined && (
          <CustomerPanel
            key={chosen === 'new' ? 'new' : chosen.id}
            customer={chosen === 'new' ? null : chosen}
            overview={overview}
            boardId={boardId}
          />
        )}
      </div>
    </div>
  )
}
