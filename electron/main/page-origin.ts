/** The page's own scheme: no file: and no http: address is ever opened. */
export const PAGE_SCHEME = 'app'
export const PAGE_HOST = 'empty-chair'
export const PAGE_ADDRESS = `${PAGE_SCHEME}://${PAGE_HOST}/`

/** While the app is being made its page comes from a server on this computer, which reloads it; null otherwise. */
let developmentOrigin: string | null = null

/** Never true of a packaged app, whatever its environment says. */
export function useDevelopmentServer(address: string | undefined, isPackaged: boolean): void {
  const url = address === undefined || isPackaged ? null : URL.parse(address)
  const local = url?.protocol === 'http:' && (url.hostname === 'localhost' || url.hostname === '127.0.0.1')
  developmentOrigin = url && local ? url.origin : null
}

/** What the window opens. */
export function pageAddress(): string {
  return developmentOrigin === null ? PAGE_ADDRESS : `${developmentOrigin}/`
}

/** True for what the development server's page asks of it, over HTTP or its socket for reloading. */
export function isDevelopmentRequest(address: string): boolean {
  const url = URL.parse(address)
  return developmentOrigin !== null && url !== null && url.host === new URL(developmentOrigin).host
}

/** True for an address of our own page: parsed and compared part by part, never searched. */
export function isPageAddress(address: string): boolean {
  const url = URL.parse(address)
  if (developmentOrigin !== null && url?.origin === developmentOrigin) return true
  return (
    url !== null &&
    url.protocol === `${PAGE_SCHEME}:` &&
    url.host === PAGE_HOST &&
    url.username === '' &&
    url.password === ''
  )
}
