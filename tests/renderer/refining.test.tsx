import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ServiceEvent } from '../../shared/contract/events.ts'
import { createFakeService } from './fake-service.ts'
import { renderApp, setUpPage } from './render-app.tsx'

setUpPage()

/** A service whose events the test can send. */
function withEvents(...given: Parameters<typeof createFakeService>) {
  const service = createFakeService(...given)
  const listeners = new Set<(event: ServiceEvent) => void>()
  return {
    service: {
      ...service,
      subscribe: (listener: (event: ServiceEvent) => void) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    send: (event: ServiceEvent) =>
      act(() => {
        for (const listener of listeners) listener(event)
      }),
  }
}

describe('refining the labels', () => {
  it('is said in the top bar while it goes on, and no longer', async () => {
    const { service, send } = withEvents(undefined, {
      'refining.state': () => ({ passagesLeft: 900, documentsLeft: 2 }),
    })
    renderApp('#/trend', service)
    expect(await screen.findByText(/Refining the labels: 900 passages left/)).toBeTruthy()
    send({ type: 'refining-changed', passagesLeft: 1, documentsLeft: 1 })
    expect(await screen.findByText(/Refining the labels: 1 passage left/)).toBeTruthy()
    const asked = service.calls.length
    send({ type: 'refining-changed', passagesLeft: 0, documentsLeft: 0 })
    await waitFor(() => expect(screen.queryByText(/Refining the labels/)).toBeNull())
    // Progress alone asks for nothing of the library again.
    expect(service.calls.slice(asked).map(({ name }) => name)).not.toContain('meetings.list')
  })

  it('the method says which models answer', async () => {
    renderApp('#/method')
    expect(await screen.findByText(/the fast model test .* alone/)).toBeTruthy()
  })

  it('the method names both models where both are there', async () => {
    const service = createFakeService(undefined, {
      'app.info': () => ({
        version: '0.0.0',
        host: 'browser',
        model: { version: 'test', hash: 'feedfacefeedface' },
        carefulModel: { version: 'slow', hash: 'cafecafecafecafe' },
        libraryIsEmpty: false,
      }),
    })
    renderApp('#/method', service)
    expect(
      await screen.findByText(/two models: the fast one test .* the careful one slow \(cafecafecafe\)/),
    ).toBeTruthy()
  })
})
