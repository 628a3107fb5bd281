import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { matchCommands } from '../../renderer/shell/palette/match-commands.ts'
import type { Command } from '../../renderer/shell/palette/match-commands.ts'
import { renderApp, setUpPage } from './render-app.tsx'

const command = (title: string, section = 'Go to', keywords?: string): Command => ({
  id: title,
  section,
  title,
  ...(keywords === undefined ? {} : { keywords }),
  run: () => undefined,
})

describe('finding a command', () => {
  const commands = [
    command('Trend'),
    command('Meetings'),
    command('14 October 2026, Harbour Board', 'Meeting'),
    command('Dark', 'Appearance', 'theme'),
    command('Café committee', 'Board'),
  ]
  test.each([
    ['', ['Trend', 'Meetings', '14 October 2026, Harbour Board', 'Dark', 'Café committee']],
    ['mee', ['Meetings', '14 October 2026, Harbour Board']],
    ['oct harb', ['14 October 2026, Harbour Board']],
    ['cafe', ['Café committee']],
    ['theme', ['Dark']],
    ['rend', []],
    ['*', ['Trend', 'Meetings', '14 October 2026, Harbour Board', 'Dark', 'Café committee']],
    ['(.*)+$ x', []],
  ])('%j', (query, titles) => {
    expect(matchCommands(commands, query).map(({ title }) => title)).toEqual(titles)
  })
})

describe('the palette', () => {
  setUpPage()

  test('opens by key, finds by the beginnings of words, goes, and offers a search', async () => {
    renderApp('#/trend')
    fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
    const input = await screen.findByRole('combobox', { name: 'Go to or do' })
    fireEvent.change(input, { target: { value: 'setti' } })
    const offered = within(screen.getByRole('listbox')).getAllByRole('option')
    expect(offered.map((option) => option.textContent)).toEqual([
      'Go toSettings',
      'SearchFind “setti” in every passage',
    ])
    fireEvent.keyDown(input, { key: 'Enter' })
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/settings/))
    expect(screen.queryByRole('listbox')).toBeNull()

    fireEvent.keyDown(window, { key: 'k', ctrlKey: true })
    const again = await screen.findByRole('combobox', { name: 'Go to or do' })
    fireEvent.change(again, { target: { value: 'zebra crossing' } })
    fireEvent.keyDown(again, { key: 'ArrowUp' })
    fireEvent.keyDown(again, { key: 'Enter' })
    await waitFor(() => expect(window.location.hash).toContain('q=zebra+crossing'))
  })
})
