import { FileText } from 'lucide-react'
import { useState } from 'react'
import type { BoardTrend } from '../../../shared/model/library.ts'
import { reportFormatSchema } from '../../../shared/model/report.ts'
import type { ReportFormat } from '../../../shared/model/report.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/confirm-dialog.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { useChange } from '../../host/queries.ts'
import { saveFile } from '../../host/save-file.ts'
import { useAnnounce } from '../../shell/announcer.tsx'

const FORMATS: Record<ReportFormat, string> = { html: 'Web page', pdf: 'PDF', docx: 'Word' }

/** One page for the chair on this board and lens, with the passages behind it if wanted. */
export function ReportButton({ trend }: { trend: BoardTrend }) {
  const announce = useAnnounce()
  const make = useChange('report.make')
  const [open, setOpen] = useState(false)
  const [format, setFormat] = useState<ReportFormat>('pdf')
  const [appendix, setAppendix] = useState(true)
  const save = (): void => {
    make.mutate(
      { boardId: trend.boardId, lens: trend.lens, format, appendix },
      {
        onSuccess: ({ name, type, bytes }) => {
          saveFile(name, new Uint8Array(bytes), type)
          announce('The report is made.')
          setOpen(false)
        },
        onError: (error) => announce(errorWords(error)),
      },
    )
  }
  return (
    <>
      <Button small look="bare" onClick={() => setOpen(true)}>
        <FileText aria-hidden="true" className="size-4" />
        Report
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="A report for the chair"
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button look="strong" disabled={make.isPending} onClick={save}>
              {make.isPending ? 'Making it …' : 'Save the report'}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <p>
            One page on {trend.board}: {LENS_WORDS[trend.lens].name.toLowerCase()}, the latest meetings, what
            changed, and what the record leaves open. The figures are those of this screen.
          </p>
          <Segmented
            legend="As"
            options={reportFormatSchema.options.map((value) => ({ value, label: FORMATS[value] }))}
            value={format}
            onChange={setFormat}
          />
          <label className="flex items-center gap-2.5 text-ink">
            <input
              type="checkbox"
              className="size-4 accent-(--ink)"
              checked={appendix}
              onChange={(event) => setAppendix(event.target.checked)}
            />
            With the passages behind the latest meeting, word for word
          </label>
        </div>
      </Dialog>
    </>
  )
}
