import { contextBridge, ipcRenderer } from 'electron'
import type { HostBridge } from '../../shared/contract/client.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../shared/contract/ipc-channels.ts'

// The page gets these two functions and nothing else: no path, no Node, no channel of its choice.
contextBridge.exposeInMainWorld('emptyChair', {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  subscribe: (listener) => {
    const hear = (_event: unknown, event: unknown): void => listener(event)
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, hear)
    }
  },
} satisfies HostBridge)
