import { Download, Printer } from 'lucide-react'
import type { ActionThread } from '../../../shared/model/actions-over-meetings.ts'
import { Button } from '../../components/button.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { saveFile } from '../../host/save-file.ts'
import { useService } from '../../host/service-context.tsx'
import { useAnnounce } from '../../shell/announcer.tsx'
import { actionsCsv } from './actions-csv.ts'

/** Saves or prints the actions shown. */
export function SaveActions({ threads }: { threads: readonly ActionThread[] }) {
  const announce = useAnnounce()
  const { client } = useService()
  const none = threads.length === 0
  const save = async (format: 'docx' | 'pdf'): Promise<void> => {
    try {
      const file = await client.call('actions.export', { ids: threads.map(({ id }) => id), format })
      saveFile(file.name, file.bytes, file.type)
      announce(`Saved ${file.name}: one list per owner.`)
    } catch (error) {
      announce(errorWords(error))
    }
  }
  return (
    <span className="flex items-center gap-0.5" role="group" aria-label="Save the actions shown">
      <Download aria-hidden="true" className="mr-1 size-4 text-faint" />
      <Button
        look="bare"
        small
        disabled={none}
        onClick={() => saveFile('actions.csv', actionsCsv(threads), 'text/csv')}
      >
        CSV
      </Button>
      <Button look="bare" small disabled={none} onClick={() => void save('docx')}>
        Word
      </Button>
      <Button look="bare" small disabled={none} onClick={() => void save('pdf')}>
        PDF
      </Button>
      <Button look="bare" small disabled={none} onClick={() => window.print()}>
        <Printer aria-hidden="true" className="size-4" />
        Print
      </Button>
    </span>
  )
}
