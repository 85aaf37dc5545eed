import { whole } from '../looks.ts'

/** Days and lists as people say them: no bare numbers of a date, and no "a(c)". */
export const dates = whole('F5', async (page) => {
  const words = (await page.locator('body').textContent()) ?? ''
  return words.match(/\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\ba\(c\)/g) ?? []
})
