/** The page's own scheme: no file: and no http: address is ever opened. */
export const PAGE_SCHEME = 'app'
export const PAGE_HOST = 'empty-chair'
export const PAGE_ADDRESS = `${PAGE_SCHEME}://${PAGE_HOST}/`

/** True for an address of our own page: parsed and compared part by part, never searched. */
export function isPageAddress(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === `${PAGE_SCHEME}:` &&
    url.host === PAGE_HOST &&
    url.username === '' &&
    url.password === ''
  )
}
