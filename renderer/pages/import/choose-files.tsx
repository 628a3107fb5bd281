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
      className={`flex flex-wrap items-center gap-x-6 gap-y-3 rounded-xl border border-dashed border-edge bg-surface ${
        small ? 'px-5 py-3' : 'flex-col justify-center px-8 py-20 text-center'
      }`}
    >
      <div>
        <p className={small ? 'font-medium' : 'heading-serif text-2xl'}>
          Drop agendas, minutes and packs here, or whole folders
        </p>
        <p className={`text-[0.8125rem] text-faint ${small ? '' : 'pt-1'}`}>
          PDF, Word, PowerPoint, Excel, OpenDocument, e-mail, web pages, captions, text, scans, pictures and
          ZIPs of them. Nothing is kept before you have looked at it.
        </p>
      </div>
      <div className={`flex gap-2 ${small ? 'ml-auto' : ''}`}>
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
