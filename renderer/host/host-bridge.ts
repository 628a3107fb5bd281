import type { HostBridge } from '../../shared/contract/client.ts'
import { createLoopbackBridge } from './loopback-bridge.ts'

declare global {
  interface Window {
    /** Set by the desktop app's preload; absent in a browser. */
    readonly emptyChair?: HostBridge
  }
}

/** The desktop bridge where there is one, else HTTP to the loopback host. */
export function findHostBridge(): HostBridge {
  return window.emptyChair ?? createLoopbackBridge()
}
