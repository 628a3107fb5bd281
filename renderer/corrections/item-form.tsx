import { useId, useState } from 'react'
import { itemPurposeSchema, itemRoleSchema } from '../../shared/model/analysis.ts'
import { ITEM_FIELDS, itemValuesSchema } from '../../shared/model/corrections.ts'
import type { ItemAsRead, ItemField, ItemMark, ItemValues } from '../../shared/model/corrections.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/confirm-dialog.tsx'
import { CorrectedMark } from './corrected-mark.tsx'
import { ITEM_FIELD_WORDS, ROLE_WORDS, clockOf, itemValueText } from './correction-values.ts'
import type { Quote } from './quote-popover.tsx'

export const EMPTY_ITEM: ItemAsRead = {
  number: null,
  title: '',
  lead: null,
  purpose: null,
  role: 'topic',
  deferred: false,
  plannedStart: null,
  plannedMinutes: null,
  recordedStart: null,
  recordedMinutes: null,
}

const asText = (values: ItemAsRead): Record<ItemField, string> => ({
  number: values.number ?? '',
  title: values.title,
  lead: values.lead ?? '',
  purpose: values.purpose ?? '',
  role: values.role,
  deferred: values.deferred ? 'yes' : 'no',
  plannedStart: values.plannedStart ?? '',
  plannedMinutes: values.plannedMinutes === null ? '' : String(values.plannedMinutes),
  recordedStart: values.recordedStart ?? '',
  recordedMinutes: values.recordedMinutes === null ? '' : String(values.recordedMinutes),
})

const orNull = (words: string): string | null => (words.trim() === '' ? null : words.trim())
const minutes = (words: string): number | null => (words.trim() === '' ? null : Number(words))
/** Words that are no time of day stay as they are, to be refused. */
const clock = (words: string): string | null =>
  orNull(words) === null ? null : (clockOf(words.trim()) ?? words)

/** What was typed as values; null where a field cannot be taken. */
function parse(text: Record<ItemField, string>): ItemValues | null {
  const parsed = itemValuesSchema.safeParse({
    number: orNull(text.number),
    title: text.title,
    lead: orNull(text.lead),
    purpose: orNull(text.purpose),
    role: text.role,
    deferred: text.deferred === 'yes',
    plannedStart: clock(text.plannedStart),
    plannedMinutes: minutes(text.plannedMinutes),
    recordedStart: clock(text.recordedStart),
    recordedMinutes: minutes(text.recordedMinutes),
  })
  return parsed.success ? parsed.data : null
}

/** Everything that can be corrected of one item, with what was read and where; or a new item. */
export function ItemForm({
  open,
  title,
  values,
  mark,
  quotes,
  onSave,
  onRestore,
  onRemove,
  onClose,
}: {
  open: boolean
  title: string
  values: ItemAsRead
  mark: ItemMark | null
  quotes: readonly (Quote & { readonly document: string })[]
  onSave: (changed: Partial<ItemValues>, whole: ItemValues) => void
  onRestore?: (fields?: readonly ItemField[]) => void
  onRemove?: () => void
  onClose: () => void
}) {
  const formId = useId()
  const [text, setText] = useState(() => asText(values))
  const [wrong, setWrong] = useState(false)
  const set = (field: ItemField) => (value: string) => setText((was) => ({ ...was, [field]: value }))
  const submit = (): void => {
    const whole = parse(text)
    setWrong(whole === null)
    if (whole === null) return
    const before = asText(values)
    const changed = new Set(ITEM_FIELDS.filter((field) => text[field] !== before[field]))
    onSave(
      itemValuesSchema
        .partial()
        .parse(Object.fromEntries(Object.entries(whole).filter(([field]) => changed.has(toField(field))))),
      whole,
    )
  }
  const field = (name: ItemField, type: 'text' | 'number', className: string) => (
    <FormField
      key={name}
      label={ITEM_FIELD_WORDS[name]}
      className={className}
      asRead={
        mark?.fields.includes(name) === true && mark.asRead !== null ? itemValueText(name, mark.asRead) : null
      }
      onRestore={onRestore && (() => onRestore([name]))}
    >
      {(id) => (
        <input
          id={id}
          type={type}
          className="control w-full"
          value={text[name]}
          autoComplete="off"
          {...(type === 'number' ? { min: 1, max: 1440, step: 1 } : {})}
          {...(name.endsWith('Start') ? { placeholder: 'hh:mm' } : {})}
          required={name === 'title'}
          onChange={(event) => set(name)(event.target.value)}
        />
      )}
    </FormField>
  )
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          {onRemove !== undefined && (
            <Button look="bare" className="mr-auto" onClick={onRemove}>
              This is no item
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="strong" type="submit" form={formId}>
            Save
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="grid grid-cols-6 gap-x-3 gap-y-3 text-ink"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        {field('number', 'text', 'col-span-1')}
        {field('title', 'text', 'col-span-5')}
        {field('lead', 'text', 'col-span-3')}
        <FormField
          label={ITEM_FIELD_WORDS.purpose}
          className="col-span-3"
          asRead={
            mark?.fields.includes('purpose') === true && mark.asRead !== null
              ? itemValueText('purpose', mark.asRead)
              : null
          }
          onRestore={onRestore && (() => onRestore(['purpose']))}
        >
          {(id) => (
            <select
              id={id}
              className="control w-full"
              value={text.purpose}
              onChange={(event) => set('purpose')(event.target.value)}
            >
              <option value="">Not stated</option>
              {itemPurposeSchema.options.map((purpose) => (
                <option key={purpose} value={purpose}>
                  For {purpose}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {field('plannedStart', 'text', 'col-span-3')}
        {field('plannedMinutes', 'number', 'col-span-3')}
        {field('recordedStart', 'text', 'col-span-3')}
        {field('recordedMinutes', 'number', 'col-span-3')}
        <FormField
          label={ITEM_FIELD_WORDS.role}
          className="col-span-3"
          asRead={
            mark?.fields.includes('role') === true && mark.asRead !== null
              ? itemValueText('role', mark.asRead)
              : null
          }
          onRestore={onRestore && (() => onRestore(['role']))}
        >
          {(id) => (
            <select
              id={id}
              className="control w-full"
              value={text.role}
              onChange={(event) => set('role')(event.target.value)}
            >
              {itemRoleSchema.options.map((role) => (
                <option key={role} value={role}>
                  {ROLE_WORDS[role]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <label className="col-span-3 flex items-center gap-2 self-end pb-1.5">
          <input
            type="checkbox"
            checked={text.deferred === 'yes'}
            onChange={(event) => set('deferred')(event.target.checked ? 'yes' : 'no')}
          />
          Deferred, not counted
          {mark?.fields.includes('deferred') === true && mark.asRead !== null && (
            <CorrectedMark
              asRead={itemValueText('deferred', mark.asRead)}
              onRestore={onRestore && (() => onRestore(['deferred']))}
            />
          )}
        </label>
      </form>
      {wrong && (
        <p role="alert" className="pt-2 text-[0.8125rem]">
          A title is needed, a start is a time of day, and minutes are a whole number from 1 to 1440. A field
          left empty is unknown.
        </p>
      )}
      {quotes.length > 0 && (
        <details className="pt-3 text-[0.8125rem]">
          <summary className="w-fit">What was read</summary>
          <ul className="flex max-h-48 flex-col gap-2 overflow-y-auto pt-1.5">
            {quotes.map((quote) => (
              <li key={`${quote.document} ${quote.of} ${quote.page}`}>
                <span className="text-faint">
                  {quote.document}, {quote.of}, page {quote.page}
                </span>
                <blockquote className="border-l-2 border-edge pl-3 break-words whitespace-pre-line">
                  {quote.words}
                </blockquote>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Dialog>
  )
}

function toField(name: string): ItemField {
  return ITEM_FIELDS.find((field) => field === name) ?? 'title'
}

export function FormField({
  label,
  className,
  asRead,
  onRestore,
  children,
}: {
  label: string
  className: string
  /** Where a person changed it: what was read, in words. */
  asRead: string | null
  onRestore?: (() => void) | undefined
  children: (id: string) => React.ReactNode
}) {
  const id = useId()
  return (
    <div className={`flex flex-col gap-1 ${className}`}>
      <span className="flex min-h-6 items-center gap-1.5">
        <label htmlFor={id} className="text-[0.8125rem] font-medium text-soft">
          {label}
        </label>
        {asRead !== null && (
          <CorrectedMark asRead={asRead} {...(onRestore === undefined ? {} : { onRestore })} />
        )}
      </span>
      {children(id)}
      {asRead !== null && <span className="truncate text-xs text-faint">As read: {asRead}</span>}
    </div>
  )
}
