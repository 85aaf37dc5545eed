import { expect, type Page } from '@playwright/test'

/** Switches on, by the saved light, that this device keeps what is not saved of the plan that is open. */
export async function keepOnThisDevice(page: Page): Promise<void> {
  await page.getByRole('button', { name: /what that means$/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Where your words are' })
  await dialog.getByRole('checkbox', { name: /^Keep my words on this device until they are saved/ }).check()
  await expect(dialog.getByText('On. Once your words are saved, they go from this device.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
}

export const kept = (page: Page) => page.getByText('Not saved – kept on this device', { exact: true }).first()
export const notKept = (page: Page) => page.getByText('Not saved – not kept on this device', { exact: true }).first()

/** All that the browser holds for this site, as text: what whoever sits down here next could find. */
export const heldBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asText = (value: unknown): string => {
      if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value)
      if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value.buffer as ArrayBuffer)
      if (value !== null && typeof value === 'object') return Object.values(value).map(asText).join('\n')
      return String(value)
    }
    const held = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie]
    for (const name of await caches.keys()) held.push(name)
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => resolve(asked.result)
        asked.onerror = () => reject(asked.error)
      })
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const asked = db.transaction(store).objectStore(store).getAll()
          asked.onsuccess = () => resolve(asked.result)
          asked.onerror = () => reject(asked.error)
        })
        // How often the device was wiped stays: a number, and no row of anybody's words.
        held.push(...rows.map((row) => `${store === 'wipes' ? 'wipes' : 'row'} ${asText(row)}`))
      }
      db.close()
    }
    return held.join('\n')
  })
