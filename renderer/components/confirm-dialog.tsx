import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './button.tsx'

/** A native dialog: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog({
  open,
  onClose,
  title,
  children,
  actions,
  wide = false,
}: {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  actions: ReactNode
  wide?: boolean
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (element === null) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  // Beside the page: a row that moves in its list would take the dialog along, and it would no longer be modal.
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      className={`m-auto ${wide ? 'w-[46rem]' : 'w-[32rem]'} max-w-[92vw] rounded-xl border border-line bg-surface p-6 text-ink shadow-(--shadow)`}
    >
      {open && (
        <div className="flex flex-col gap-4">
          <h2 id={titleId} className="heading-serif text-xl">
            {title}
          </h2>
          <div className="text-soft">{children}</div>
          <div className="flex justify-end gap-3 pt-2">{actions}</div>
        </div>
      )}
    </dialog>,
    document.body,
  )
}

export function ConfirmDialog({
  open,
  title,
  children,
  confirm,
  onConfirm,
  onClose,
}: {
  open: boolean
  title: string
  children: ReactNode
  confirm: string
  onConfirm: () => void
  onClose: () => void
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="strong"
            onClick={() => {
              onConfirm()
              onClose()
            }}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
