import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createMentionScan } from '../../electron/service/customers/mention-scan.ts'
import { createReportHandlers } from '../../electron/service/report/report-handlers.ts'
import { createServiceEvents } from '../../electron/service/service-events.ts'
import { NOW, keep, withStore } from '../store/library-fixture.ts'

const log = (): void => undefined

test('a report never says that a customer was not named before the minutes were looked through', () =>
  withStore(async (store) => {
    const folder = mkdtempSync(join(tmpdir(), 'empty-chair-mentions-'))
    const fields = { aliases: [], segment: null, value: null, lifetimeValue: null, currency: null }
    const visit = { owner: null, lastSeen: null, nextVisit: null, nextPurpose: null, notes: null }
    store.customers.save('Add', [{ id: null, fields: { name: 'Hollin Paper', ...fields, ...visit } }])
    store.customers.save('Add', [{ id: null, fields: { name: 'Tarn Dairies', ...fields, ...visit } }])
    for (const month of ['01', '02', '03', '04', '05', '06'])
      await keep(store, folder, `${month}.pdf`, {
        date: `2025-${month}-14`,
        items: [{ title: 'Visits', passages: [['Hollin Paper asked for a later collection.', 'customer']] }],
      })
    const [board] = store.boards()
    const scan = createMentionScan({
      store: store.customers,
      events: createServiceEvents(log),
      log,
      clock: NOW,
    })
    const report = createReportHandlers(store, NOW, scan)['report.make']
    const { bytes } = await report({
      boardId: board?.id ?? '',
      lens: 'record',
      format: 'html',
      appendix: false,
    })
    await scan.close()
    rmSync(folder, { recursive: true, force: true })
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain('Tarn Dairies')
    expect(text.match(/Not named in the latest/gu) ?? []).toHaveLength(1)
  }))
