import { expect } from '@playwright/test'
import { everyPage } from '../pages.ts'
import { copyExample, test } from '../people.ts'
import { openPlan, section } from '../plan-page.ts'
import { note } from './noted.ts'

test('@G5 no page listens, and the server lets none listen', async ({ withy, anna }, info) => {
  const plan = await copyExample(anna, withy, 'brackenford-east')
  const visits = await everyPage(anna, withy, plan)
  const short: string[] = []
  let where = ''
  await anna.context.exposeFunction('withyListens', (what: string) => short.push(`${where}: ${what}`))
  await anna.context.addInitScript(tellWhoListens)
  for (const visit of visits) {
    where = visit.name
    const answer = await anna.page.goto(visit.path)
    await expect(anna.page.getByRole('heading', { level: 1 })).toBeVisible()
    // A page that differs in its fragment alone is not asked for again.
    const said = answer && (await answer.headerValue('permissions-policy'))
    if (answer && !/\bmicrophone=\(\)/.test(said ?? '')) short.push(`${where}: a page here may listen (${said})`)
    if (answer && !/\bcamera=\(\)/.test(said ?? '')) short.push(`${where}: a page here may film (${said})`)
  }
  where = 'writing'
  await openPlan(anna.page, plan)
  const story = section(anna.page, 'Our shared story')
  await story
    .getByRole('button', { name: /^(Write here|Change): / })
    .first()
    .click()
  await story.getByRole('button', { name: 'Speak to write' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Speak to write' })
  await expect(dialog.getByText('On Windows: press the Windows key and H.')).toBeVisible()
  if (await dialog.getByRole('button', { name: 'Yes, listen now' }).count()) short.push('The page offers to listen')
  const leftOut = ['Pages where the host allows dictation: tests of the server and of the box look at those.']
  note(info, { check: 'G5', looked: visits.length + 1, short, leftOut })
})

/** Whatever would listen says so, and does not. */
function tellWhoListens(): void {
  const { withyListens } = window as unknown as { withyListens: (what: string) => void }
  const refuse = (what: string) => () => {
    withyListens(what)
    throw new Error('Nobody listens here.')
  }
  if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = refuse('getUserMedia')
  for (const name of ['SpeechRecognition', 'webkitSpeechRecognition', 'MediaRecorder'])
    Object.defineProperty(window, name, { value: refuse(name), configurable: true })
}
