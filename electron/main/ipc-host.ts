import type { Reply } from '../../shared/contract/client.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../shared/contract/ipc-channels.ts'
import type { ServiceEvent } from '../../shared/contract/events.ts'
import { failed } from '../service/dispatch.ts'
import { isPageAddress } from './page-origin.ts'

/** What is asked of Electron's event, so that a test can stand in for it. */
export interface IpcSender {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

export interface IpcMainLike {
  handle(channel: string, listener: (event: IpcSender, ...given: unknown[]) => unknown): void
  removeHandler(channel: string): void
}

export interface EventTarget {
  isDestroyed(): boolean
  send(channel: string, ...values: unknown[]): void
}

export interface IpcHostOptions {
  readonly ipcMain: IpcMainLike
  readonly service: {
    call(name: unknown, input: unknown): Promise<Reply>
    subscribe(listener: (event: ServiceEvent) => void): () => void
  }
  /** Every open page, asked for anew each time something changes. */
  readonly pages: () => readonly EventTarget[]
}

/** Only the top frame of our own page may ask; a frame inside it, or a page it was led to, may not. */
export function isTrustedSender({ senderFrame }: IpcSender): boolean {
  return senderFrame !== null && senderFrame.parent === null && isPageAddress(senderFrame.url)
}

/** Carries calls and events over IPC: who asks is looked at first, what is asked second (in dispatch). */
export function startIpcHost({ ipcMain, service, pages }: IpcHostOptions): () => void {
  ipcMain.handle(CALL_CHANNEL, (event, name, input) =>
    isTrustedSender(event) ? service.call(name, input) : failed('not-allowed'),
  )
  const unsubscribe = service.subscribe((event) => {
    for (const page of pages()) if (!page.isDestroyed()) page.send(EVENT_CHANNEL, event)
  })
  return () => {
    ipcMain.removeHandler(CALL_CHANNEL)
    unsubscribe()
  }
}
