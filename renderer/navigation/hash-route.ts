import { useSyncExternalStore } from 'react'

export const PAGES = [
  'trend',
  'meetings',
  'customers',
  'import',
  'meeting',
  'actions',
  'planner',
  'check',
  'belief',
  'search',
  'method',
  'settings',
] as const
export type PageName = (typeof PAGES)[number]

/** What the address says: `#/meeting/ID?lens=record`. */
export interface Route {
  readonly page: PageName
  readonly id: string | null
  readonly params: Readonly<Record<string, string>>
}

/** These stay when one page leads to another. */
const KEPT = ['board', 'lens', 'period', 'over'] as const

export function parseHash(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [name = '', id = ''] = path.split('/', 2)
  const page = PAGES.find((known) => known === name) ?? 'trend'
  return { page, id: id === '' ? null : id, params: Object.fromEntries(new URLSearchParams(query)) }
}

export function toHash(route: Route): string {
  const query = new URLSearchParams(route.params).toString()
  const path = route.id === null ? route.page : `${route.page}/${route.id}`
  return `#/${path}${query === '' ? '' : `?${query}`}`
}

function keptOf(params: Route['params']): Record<string, string> {
  return Object.fromEntries(
    KEPT.flatMap((name) => (params[name] === undefined ? [] : [[name, params[name]] as const])),
  )
}

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return parseHash(hash)
}

/** The address of another page, keeping board, lens and period. */
export function addressOf(
  from: Route,
  page: PageName,
  id: string | null = null,
  params: Record<string, string> = {},
): string {
  return toHash({ page, id, params: { ...keptOf(from.params), ...params } })
}

export function go(hash: string): void {
  window.location.hash = hash
}

/** Changes parameters of the page one is on; `undefined` removes one. Replaces the entry in the history. */
export function setParams(changes: Record<string, string | undefined>): void {
  const route = parseHash(window.location.hash)
  const params = Object.fromEntries(
    Object.entries({ ...route.params, ...changes }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    ),
  )
  window.history.replaceState(null, '', toHash({ ...route, params }))
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}
