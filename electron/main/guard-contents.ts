import type { WebContents } from 'electron'
import { isPageAddress } from './page-origin.ts'

const stay = (event: { preventDefault(): void }, address: string): void => {
  if (!isPageAddress(address)) event.preventDefault()
}

/** Whatever opens in this app stays on its own page: no other address, no new window, no webview. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => stay(event, event.url))
  contents.on('will-redirect', (event) => stay(event, event.url))
  contents.on('will-frame-navigate', (event) => stay(event, event.url))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.on('login', (event) => event.preventDefault())
  contents.on('certificate-error', (event, _url, _error, _certificate, trust) => {
    event.preventDefault()
    trust(false)
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}
