import { useRef, useState } from 'react'
import { MAXIMUM_FILE_BYTES, UPLOAD_CHUNK_BYTES } from '../../../shared/contract/procedures.ts'
import { Button } from '../../components/button.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useChange } from '../../host/queries.ts'
import { useService } from '../../host/service-context.tsx'

/** Brings a backup in from another disk; it is checked before it joins the list. */
export function TakeBackup({ disabled, say }: { disabled: boolean; say: (words: string) => void }) {
  const { client } = useService()
  const take = useChange('backups.take')
  const input = useRef<HTMLInputElement>(null)
  const [sent, setSent] = useState<number | null>(null)

  const bring = async (file: File): Promise<void> => {
    if (file.size > MAXIMUM_FILE_BYTES) {
      say('It is larger than 500 MB. The command “restore FILE” of the command line takes it.')
      return
    }
    setSent(0)
    try {
      const { uploadId } = await client.call('uploads.begin', { name: 'backup', bytes: file.size })
      for (let offset = 0; offset < file.size; offset += UPLOAD_CHUNK_BYTES) {
        // oxlint-disable-next-line no-await-in-loop
        const bytes = new Uint8Array(await file.slice(offset, offset + UPLOAD_CHUNK_BYTES).arrayBuffer())
        // oxlint-disable-next-line no-await-in-loop
        await client.call('uploads.append', { uploadId, offset, bytes })
        setSent((offset + bytes.byteLength) / file.size)
      }
      const entry = await take.mutateAsync({ uploadId })
      say(entry === null ? 'The backup was not taken in.' : 'The backup was taken in and is whole.')
    } catch (error) {
      say(errorWords(error))
    } finally {
      setSent(null)
    }
  }

  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".emptychair"
        data-testid="choose-backup"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void bring(file)
        }}
      />
      <Button disabled={disabled || sent !== null} onClick={() => input.current?.click()}>
        {sent === null ? 'Bring one in …' : `Bringing it in … ${Math.round(sent * 100)} %`}
      </Button>
    </>
  )
}
