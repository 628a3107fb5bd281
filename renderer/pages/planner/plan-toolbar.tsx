import { Download, Printer, Redo2, Save, Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { PlanFormat } from '../../../shared/contract/planner-procedures.ts'
import type { PlanContent } from '../../../shared/model/planner.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog, Dialog } from '../../components/confirm-dialog.tsx'
import { Field } from '../../components/field.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { dateMiddle } from '../../format/dates.ts'
import { percent } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { useService } from '../../host/service-context.tsx'
import { useAnnounce } from '../../shell/announcer.tsx'
import type { PlanWork } from './use-plan.ts'
import { useSaveMadeFile } from './use-save-made-file.ts'

const FORMATS: readonly (readonly [PlanFormat, string])[] = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['md', 'Markdown'],
  ['ics', 'Calendar'],
]

/** Saved plans, undo, and what can be made of the agenda. */
export function PlanToolbar({
  boardId,
  content,
  work,
}: {
  boardId: string
  content: PlanContent
  work: PlanWork
}) {
  const announce = useAnnounce()
  const saveMade = useSaveMadeFile()
  const { client } = useService()
  const plans = useAsk('planner.list', { boardId }).data ?? []
  const { mutate: save } = useChange('planner.save')
  const { mutate: remove } = useChange('planner.remove')
  const [naming, setNaming] = useState<string | null>(null)
  const [removing, setRemoving] = useState(false)
  const [leaving, setLeaving] = useState<(() => void) | null>(null)

  const store = (id: string | null, name: string): void =>
    save(
      { boardId, id, name, content },
      {
        onSuccess: (saved) => {
          work.markSaved({ id: saved.id, name: saved.name })
          announce(`Saved: ${saved.name}.`)
        },
        onError: (error) => announce(errorWords(error)),
      },
    )
  const open = (id: string): void => {
    client.call('planner.open', { id }).then(
      (plan) => work.show(plan.content, { id: plan.id, name: plan.name }),
      (error: unknown) => announce(errorWords(error)),
    )
  }
  const leave = (go: () => void): void => {
    if (work.dirty) setLeaving(() => go)
    else go()
  }
  const write = (format: PlanFormat): Promise<void> =>
    saveMade(client.call('planner.export', { boardId, content, format }))
  const empty = content.items.length === 0
  const noCalendar = content.settings.date === null || content.settings.start === null
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-line py-2.5">
      <label className="flex items-center gap-2">
        <span className="text-[0.8125rem] text-faint">Plan</span>
        <select
          className="control max-w-64"
          value={work.saved?.id ?? ''}
          onChange={(event) => {
            const id = event.target.value
            leave(() => (id === '' ? work.startAnew() : open(id)))
          }}
        >
          <option value="">{work.saved === null ? 'New plan' : 'Begin a new plan'}</option>
          {plans.map(({ id, name, savedAt, share }) => (
            <option key={id} value={id}>
              {name} ({dateMiddle(savedAt.slice(0, 10))}
              {share === null ? '' : `, ${percent(share)}`})
            </option>
          ))}
        </select>
      </label>
      <span className="flex items-center gap-1">
        <Button
          small
          disabled={empty}
          onClick={() => (work.saved === null ? setNaming('') : store(work.saved.id, work.saved.name))}
        >
          <Save aria-hidden="true" className="size-3.5" />
          Save
        </Button>
        <Button small look="bare" disabled={empty} onClick={() => setNaming(work.saved?.name ?? '')}>
          Save as …
        </Button>
        {work.saved !== null && (
          <Button
            small
            look="bare"
            aria-label={`Remove the plan ${work.saved.name}`}
            onClick={() => setRemoving(true)}
          >
            <Trash2 aria-hidden="true" className="size-3.5" />
          </Button>
        )}
        <span className="ml-1 text-[0.8125rem] text-faint">{work.dirty ? 'Not saved' : ''}</span>
      </span>
      <span className="flex items-center gap-1" role="group" aria-label="Undo in this plan">
        <Button
          small
          look="bare"
          disabled={!work.canUndo}
          title="Undo in this plan (Ctrl+Z)"
          onClick={work.undo}
        >
          <Undo2 aria-hidden="true" className="size-3.5" />
          Undo
        </Button>
        <Button
          small
          look="bare"
          disabled={!work.canRedo}
          title="Redo in this plan (Ctrl+Shift+Z)"
          onClick={work.redo}
        >
          <Redo2 aria-hidden="true" className="size-3.5" />
          Redo
        </Button>
      </span>
      <span className="ml-auto flex items-center gap-0.5" role="group" aria-label="Save the agenda as a file">
        <Download aria-hidden="true" className="mr-1 size-4 text-faint" />
        {FORMATS.map(([format, words]) => (
          <Button
            key={format}
            small
            look="bare"
            disabled={empty || (format === 'ics' && noCalendar)}
            title={format === 'ics' && noCalendar ? 'A calendar entry needs a date and a start' : undefined}
            onClick={() => void write(format)}
          >
            {words}
          </Button>
        ))}
        <Button small look="bare" disabled={empty} onClick={() => window.print()}>
          <Printer aria-hidden="true" className="size-3.5" />
          Print
        </Button>
      </span>
      <Dialog
        open={naming !== null}
        onClose={() => setNaming(null)}
        title="Save this plan"
        actions={
          <>
            <Button onClick={() => setNaming(null)}>Cancel</Button>
            <Button
              look="strong"
              disabled={(naming ?? '').trim() === ''}
              onClick={() => {
                const same = work.saved !== null && naming === work.saved.name
                store(same ? (work.saved?.id ?? null) : null, naming ?? '')
                setNaming(null)
              }}
            >
              Save
            </Button>
          </>
        }
      >
        <Field label="Name">
          {(id) => (
            <input
              id={id}
              className="control w-full"
              maxLength={200}
              autoComplete="off"
              value={naming ?? ''}
              onChange={(event) => setNaming(event.target.value)}
            />
          )}
        </Field>
      </Dialog>
      <ConfirmDialog
        open={removing}
        title={`Remove “${work.saved?.name ?? ''}”?`}
        confirm="Remove"
        onClose={() => setRemoving(false)}
        onConfirm={() => {
          const saved = work.saved
          if (saved === null) return
          remove(
            { id: saved.id },
            {
              onSuccess: () => {
                announce(`Removed: ${saved.name}.`)
                work.startAnew()
              },
              onError: (error) => announce(errorWords(error)),
            },
          )
        }}
      >
        The saved plan goes for good. Meetings and documents are not touched.
      </ConfirmDialog>
      <ConfirmDialog
        open={leaving !== null}
        title="Leave what is not saved?"
        confirm="Leave it"
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving?.()}
      >
        The changes to this plan since it was last saved are lost.
      </ConfirmDialog>
    </div>
  )
}
