import { FolderOpen, Files } from 'lucide-react'
import { useRef } from 'react'
import type { ChangeEvent } from 'react'
import { Button } from '../../components/button.tsx'
import { counted } from '../../format/numbers.ts'
import { useService } from '../../host/service-context.tsx'
import { useAnnounce } from '../../shell/announcer.tsx'
import { isSystemFile } from '../../shell/dropped-files.ts'

/** Where to drop, and two buttons for those who do not. */
export function ChooseFiles({ small }: { small: boolean }) {
  const { uploads } = useService()
  const announce = useAnnounce()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const add = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = [...(event.target.files ?? [])].filter((file) => !isSystemFile(file.name))
    // Emptied, so that the same file can be chosen again.
    event.target.value = ''
    if (chosen.length === 0) return
    uploads.add(chosen.map((file) => ({ file, name: file.webkitRelativePath || file.name })))
    announce(`${counted(chosen.length, 'file')} added.`)
  }
  return (
    <section
      aria-label="Add files"
      className={`flex gap-x-8 gap-y-4 rounded-xl border border-dashed border-edge bg-surface ${
        small
          ? 'items-center px-5 py-3.5 max-md:flex-col max-md:items-start'
          : 'flex-col items-center px-8 py-20 text-center'
      }`}
    >
      <div className={small ? 'min-w-0 flex-1' : 'max-w-2xl'}>
        <p className={small ? 'font-medium' : 'heading-serif text-2xl text-balance'}>
          Drop agendas, minutes and packs here, or whole folders
        </p>
        <p className={`text-[0.8125rem] text-pretty text-faint ${small ? '' : 'pt-2'}`}>
          {small
            ? 'Nothing is kept before you have looked at it.'
            : 'PDF, Word, PowerPoint, Excel, OpenDocument, e-mail, web pages, captions, text, scans, pictures, and ZIPs of them. Nothing is kept before you have looked at it.'}
        </p>
      </div>
      <div className="flex shrink-0 flex-wrap gap-2">
        <input
          ref={files}
          type="file"
          multiple
          hidden
          aria-label="Files"
          data-testid="choose-files"
          onChange={add}
        />
        <input
          ref={(input) => {
            // React has no name for this attribute.
            input?.setAttribute('webkitdirectory', '')
            folder.current = input
          }}
          type="file"
          hidden
          aria-label="Folder"
          data-testid="choose-folder"
          onChange={add}
        />
        <Button look={small ? 'plain' : 'strong'} onClick={() => files.current?.click()}>
          <Files aria-hidden="true" className="size-4" />
          Choose files
        </Button>
        <Button onClick={() => folder.current?.click()}>
          <FolderOpen aria-hidden="true" className="size-4" />
          Choose folder
        </Button>
      </div>
    </section>
  )
}
