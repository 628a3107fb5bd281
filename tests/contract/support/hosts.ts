import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isTrustedSender, startIpcHost } from '../../../electron/main/ipc-host.ts'
import type { IpcMainLike, IpcSender } from '../../../electron/main/ipc-host.ts'
import { decodeWire, encodeWire } from '../../../electron/loopback/wire.ts'
import { startLoopback } from '../../../electron/loopback/server.ts'
import type { HostBridge } from '../../../shared/contract/client.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../../shared/contract/ipc-channels.ts'
import type { Service } from '../../../electron/service/service.ts'

export interface TestHost {
  readonly bridge: HostBridge
  /** Resolves when events are being carried. */
  listening(): Promise<void>
  close(): Promise<void>
}

export type StartHost = (service: Service, folder: string) => Promise<TestHost>

const direct: StartHost = async (service) => ({
  bridge: { call: service.call, subscribe: (listener) => service.subscribe(listener) },
  listening: async () => undefined,
  close: async () => undefined,
})

/** Electron's two ends of IPC as far as we use them: values are cloned on the way, as between processes. */
export function createFakeIpc(sender: IpcSender) {
  const handlers = new Map<string, (event: IpcSender, ...given: unknown[]) => unknown>()
  const listeners = new Set<(event: unknown) => void>()
  const ipcMain: IpcMainLike = {
    handle: (channel, listener) => handlers.set(channel, listener),
    removeHandler: (channel) => handlers.delete(channel),
  }
  const page = {
    isDestroyed: () => false,
    send: (channel: string, ...values: unknown[]) => {
      if (channel !== EVENT_CHANNEL) throw new Error('An unknown channel')
      const [event] = structuredClone(values)
      for (const listener of listeners) listener(event)
    },
  }
  const bridge: HostBridge = {
    call: async (name, input) => {
      const handler = handlers.get(CALL_CHANNEL)
      if (!handler) throw new Error('Nothing answers')
      const given: unknown[] = structuredClone([name, input])
      return structuredClone(await handler(sender, ...given))
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return { ipcMain, page, bridge }
}

export const ourPage: IpcSender = { senderFrame: { url: 'app://empty-chair/#/trend', parent: null } }

const ipc: StartHost = async (service) => {
  const fake = createFakeIpc(ourPage)
  if (!isTrustedSender(ourPage)) throw new Error('Our own page is not trusted')
  const stop = startIpcHost({ ipcMain: fake.ipcMain, service, pages: () => [fake.page] })
  return { bridge: fake.bridge, listening: async () => undefined, close: async () => stop() }
}

/** The loopback host as a browser speaks to it. */
export const http: StartHost = async (service, folder) => {
  const pageFolder = join(folder, 'page')
  mkdirSync(pageFolder, { recursive: true })
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Empty Chair</title>')
  const loopback = await startLoopback({ service, pageFolder, log: () => undefined })
  const start = await fetch(loopback.address, { redirect: 'manual' })
  const cookie = start.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const stopping = new AbortController()
  let opened: Promise<void> = Promise.resolve()
  return {
    bridge: {
      call: async (name, input) => {
        const answer = await fetch(`${loopback.origin}/call/${name}`, {
          method: 'POST',
          headers: {
            cookie,
            origin: loopback.origin,
            'content-type': 'application/json',
            'x-empty-chair': '1',
          },
          body: encodeWire(input),
        })
        return decodeWire(await answer.text())
      },
      subscribe: (listener) => {
        const own = new AbortController()
        const signal = AbortSignal.any([own.signal, stopping.signal])
        const asked = fetch(`${loopback.origin}/events`, { headers: { cookie }, signal })
        opened = asked.then(() => undefined)
        asked.then((answer) => readEvents(answer, listener)).catch(() => undefined)
        return () => own.abort()
      },
    },
    listening: () => opened,
    close: async () => {
      stopping.abort()
      await loopback.close()
    },
  }
}

async function readEvents(answer: Response, listener: (event: unknown) => void): Promise<void> {
  if (!answer.body) return
  let rest = ''
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    const messages = (rest + piece).split('\n\n')
    rest = messages.pop() ?? ''
    for (const message of messages)
      if (message.startsWith('data: ')) listener(JSON.parse(message.slice('data: '.length)))
  }
}

export const hosts: readonly (readonly [name: string, start: StartHost])[] = [
  ['direct', direct],
  ['IPC', ipc],
  ['HTTP on loopback', http],
]
