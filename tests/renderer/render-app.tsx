import '../../renderer/host/configure-zod.ts'
import { cleanup, render, waitFor } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { App } from '../../renderer/app.tsx'
import { createFakeService } from './fake-service.ts'
import type { FakeService } from './fake-service.ts'

function showModal(this: HTMLDialogElement): void {
  this.open = true
}

function close(this: HTMLDialogElement): void {
  this.open = false
  this.dispatchEvent(new Event('close'))
}

/** What jsdom lacks and the app uses. */
export function setUpPage(): void {
  beforeEach(() => {
    window.matchMedia = (query) =>
      Object.assign(new EventTarget(), {
        matches: false,
        media: query,
        onchange: null,
        addListener: () => undefined,
        removeListener: () => undefined,
      })
    HTMLDialogElement.prototype.showModal = showModal
    HTMLDialogElement.prototype.close = close
    // jsdom lays nothing out, so a virtual list would draw no rows.
    Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, value: 600 })
    Object.defineProperty(HTMLElement.prototype, 'offsetWidth', { configurable: true, value: 1000 })
    Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, value: 6000 })
    Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, value: 1000 })
    HTMLElement.prototype.scrollTo = () => undefined
  })
  afterEach(() => {
    cleanup()
    window.history.replaceState(null, '', '#/')
  })
}

export function renderApp(hash: string, service: FakeService = createFakeService()): FakeService {
  window.history.replaceState(null, '', hash)
  render(<App client={service} />)
  return service
}

/** Text with the spaces that keep a figure and its sign together made plain. */
export function plain(text: string | null | undefined): string {
  return (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ')
}

export async function headlineText(): Promise<string> {
  const sentence = await waitFor(() => {
    const found = document.querySelector('[data-headline]')
    if (found === null) throw new Error('no headline yet')
    return found
  })
  return plain(sentence.textContent)
}
