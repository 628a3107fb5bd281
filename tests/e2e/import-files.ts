import type { Locator, Page } from 'playwright-core'

export interface GivenFile {
  readonly name: string
  readonly content: string | Uint8Array
}

const bytesOf = ({ content }: GivenFile): Buffer => Buffer.from(content)

/** Hands files over on the Import screen, as its file dialog does. */
export function chooseFiles(page: Page, files: readonly GivenFile[]): Promise<void> {
  return page.getByTestId('choose-files').setInputFiles(
    files.map((file) => ({
      name: file.name,
      mimeType: 'application/octet-stream',
      buffer: bytesOf(file),
    })),
  )
}

/** Drops files on the screen, whichever it is; `whileOver` runs while they hang over it. */
export async function dropFiles(
  page: Page,
  files: readonly GivenFile[],
  whileOver: () => Promise<void> = async () => undefined,
): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    (given) => {
      const data = new DataTransfer()
      for (const { name, base64 } of given)
        data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name))
      return data
    },
    files.map((file) => ({ name: file.name, base64: bytesOf(file).toString('base64') })),
  )
  await page.dispatchEvent('main', 'dragenter', { dataTransfer })
  await page.dispatchEvent('main', 'dragover', { dataTransfer })
  await whileOver()
  await page.dispatchEvent('main', 'drop', { dataTransfer })
}

/** The line of a file in the import queue, by the name it was given under. */
export function jobRow(page: Page, name: string): Locator {
  return page.locator('li[data-state]', { has: page.locator(`[title="${name}"]`) }).first()
}

/** The same line once it is in one of these states. */
export function jobIn(page: Page, name: string, ...states: readonly string[]): Locator {
  return jobRow(page, name).and(page.locator(states.map((state) => `[data-state=${state}]`).join(', ')))
}

/** Opens what was read from a file; gives the panel beside the queue. */
export async function openJob(page: Page, name: string): Promise<Locator> {
  await jobRow(page, name).locator('button[data-job]').click()
  const panel = page.locator('[data-review]')
  await panel.getByRole('heading', { name, exact: true }).waitFor()
  return panel
}

/** Keeps one file that was read. */
export async function keepJob(page: Page, name: string): Promise<void> {
  const panel = await openJob(page, name)
  await panel.getByRole('button', { name: 'Keep', exact: true }).click()
  await jobIn(page, name, 'kept').waitFor()
}
