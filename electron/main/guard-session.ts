import type { Session } from 'electron'
import { isDevelopmentRequest, isPageAddress } from './page-origin.ts'

const HARMLESS_SCHEMES = new Set(['blob:', 'data:'])

/** May this address be asked for? Our own page, and what it holds in memory; devtools while the app is being made. */
export function isHarmlessRequest(address: string, devtools: boolean): boolean {
  const scheme = URL.parse(address)?.protocol ?? ''
  return (
    isPageAddress(address) ||
    isDevelopmentRequest(address) ||
    HARMLESS_SCHEMES.has(scheme) ||
    (devtools && scheme === 'devtools:')
  )
}

/** Denies every permission and device, every download, and every request that would leave this machine. */
export function guardSession(session: Session, options: { readonly devtools: boolean }): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isHarmlessRequest(details.url, options.devtools) }),
  )
  session.on('will-download', (event, item) => {
    // The page saves its own pictures and tables from memory; nothing else may be written.
    if (!HARMLESS_SCHEMES.has(URL.parse(item.getURL())?.protocol ?? '')) event.preventDefault()
  })
}
