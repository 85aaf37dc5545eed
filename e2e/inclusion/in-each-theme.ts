import type { Page } from '@playwright/test'
import { showInTheme, THEMES } from '../pages.ts'
import { axe } from './looks/axe.ts'
import { edges } from './looks/edges.ts'
import { type Gathered, wanted } from './looks.ts'

/** What its colours decide, of a page that is open: in every theme, one after the other. It is left in the white one. */
export async function lookInEachTheme(gathered: Gathered, page: Page, where: string): Promise<void> {
  const looks = wanted([axe, edges])
  if (looks.length === 0) return
  for (const theme of THEMES) {
    await showInTheme(page, theme)
    await gathered.look(looks, page, `${where}, ${theme}`)
  }
  await showInTheme(page, 'white')
}
