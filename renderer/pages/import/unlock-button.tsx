import { Eye, EyeOff, KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import { MOST_PASSWORD_CHARACTERS } from '../../../shared/contract/original-procedures.ts'
import type { ImportJob } from '../../../shared/model/library.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/confirm-dialog.tsx'
import { Field } from '../../components/field.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useService } from '../../host/service-context.tsx'
import { useAnnounce } from '../../shell/announcer.tsx'
import { isLocked } from './job-words.ts'

const READING = new Set<ImportJob['state']>(['waiting', 'reading'])

/** Asks for the password of a protected file and tries it. Shows nothing for other files. */
export function UnlockButton({ job, small = false }: { job: ImportJob; small?: boolean }) {
  const { client } = useService()
  const announce = useAnnounce()
  const [isAsking, setIsAsking] = useState(false)
  const [isTried, setIsTried] = useState(false)
  const [password, setPassword] = useState('')
  const [isShown, setIsShown] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const isTrying = isTried && READING.has(job.state)
  const isOpened = isTried && !isTrying && !isLocked(job)
  const fault = failure ?? (isTried && isLocked(job) ? job.message : null)

  const set = (asking: boolean): void => {
    setIsAsking(asking)
    setIsTried(false)
    setPassword('')
    setIsShown(false)
    setFailure(null)
  }
  useEffect(() => {
    if (isOpened) announce(`The password opened ${job.name}. It was not kept.`)
  }, [isOpened, job.name, announce])

  const attempt = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (password === '' || isTrying) return
    setFailure(null)
    try {
      // Asked directly, not through the cache of changes, which would hold on to the password.
      const asked = client.call('imports.unlock', { id: job.id, password })
      setPassword('')
      await asked
      setIsTried(true)
    } catch (error) {
      setFailure(errorWords(error))
    }
  }

  return (
    <>
      {isLocked(job) && (
        <Button
          look={small ? 'bare' : 'strong'}
          small={small}
          aria-label={`Enter the password of ${job.name}`}
          title="Enter the password"
          onClick={() => set(true)}
        >
          <KeyRound aria-hidden="true" className="size-4" />
          {!small && 'Enter the password'}
        </Button>
      )}
      <Dialog
        open={isAsking && !isOpened}
        onClose={() => set(false)}
        title="This file is protected"
        actions={
          <>
            <Button onClick={() => set(false)}>Skip this file</Button>
            <Button look="strong" type="submit" form={`unlock-${job.id}`} disabled={password === ''}>
              Open the file
            </Button>
          </>
        }
      >
        <form
          id={`unlock-${job.id}`}
          onSubmit={(event) => void attempt(event)}
          className="flex flex-col gap-4"
        >
          <p className="break-words">
            {job.name} opens with a password only. It is used once, on this computer, and is not kept.
          </p>
          <Field label="Password">
            {(id) => (
              <div className="flex gap-2">
                <input
                  id={id}
                  // The dialog asks for nothing else.
                  // oxlint-disable-next-line jsx-a11y/no-autofocus
                  autoFocus
                  className="control min-w-0 flex-1"
                  type={isShown ? 'text' : 'password'}
                  value={password}
                  maxLength={MOST_PASSWORD_CHARACTERS}
                  autoComplete="off"
                  spellCheck={false}
                  aria-invalid={fault === null ? undefined : true}
                  aria-describedby={`unlock-${job.id}-fault`}
                  onChange={(event) => setPassword(event.target.value)}
                />
                <Button
                  aria-label={isShown ? 'Hide the password' : 'Show the password'}
                  aria-pressed={isShown}
                  onClick={() => setIsShown(!isShown)}
                >
                  {isShown ? (
                    <EyeOff aria-hidden="true" className="size-4" />
                  ) : (
                    <Eye aria-hidden="true" className="size-4" />
                  )}
                </Button>
              </div>
            )}
          </Field>
          <p id={`unlock-${job.id}-fault`} role="status" className="min-h-5 text-[0.8125rem]">
            {isTrying ? 'Trying the password …' : fault}
          </p>
        </form>
      </Dialog>
    </>
  )
}
