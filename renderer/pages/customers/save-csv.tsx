import { Download } from 'lucide-react'
import { Button } from '../../components/button.tsx'
import { saveFile } from '../../host/save-file.ts'

export function SaveCsv({ name, content }: { name: string; content: () => string }) {
  return (
    <Button look="bare" small className="no-print" onClick={() => saveFile(name, content(), 'text/csv')}>
      <Download aria-hidden="true" className="size-4" />
      CSV
    </Button>
  )
}
