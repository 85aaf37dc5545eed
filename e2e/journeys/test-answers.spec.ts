import { expect, type Locator } from '@playwright/test'
import { bring, startPlan, test } from '../people.ts'
import { addItem, openPlan, section } from '../plan-page.ts'

const KNOW_MORE = 'Does it help people know more?'
const CAN_SHOW = 'Does it help us show that it works?'

async function answer(action: Locator, question: string, words: string): Promise<void> {
  await action.getByRole('group', { name: question }).getByRole('radio', { name: words, exact: true }).check()
}

test('[PLAN-92] [ACCESS-70] [ACCESS-71] [ACCESS-74] others’ answers about an action show by voice alone, once those it touches have answered', async ({
  withy,
  anna,
  ben,
}) => {
  const plan = await startPlan(anna, withy, { voice: 'professional' })
  await bring(anna, withy, plan, [ben])
  await openPlan(anna.page, plan)
  await openPlan(ben.page, plan)
  const item = await addItem(section(anna.page, 'Living map'), 'Add an action', 'Map-walk')
  await item.getByRole('button', { name: 'Done' }).click()
  const [annas, bens] = [anna, ben].map(({ page }) =>
    section(page, 'Living map').getByRole('article', { name: 'Map-walk' }),
  )
  if (!annas || !bens) throw new Error('no action')
  for (const action of [annas, bens]) await action.getByText('Test it').click()
  await answer(annas, KNOW_MORE, 'Yes, it helps')
  await answer(annas, CAN_SHOW, 'Not sure')
  await annas.getByRole('button', { name: 'Keep my answers' }).click()
  await expect(annas.getByText('Your answers are kept.')).toBeVisible()

  // Ben lives here: what a professional said is not put in his mouth.
  const waits = 'One other person has answered. It shows after the people it touches have answered.'
  await expect(bens.getByText(waits)).toBeVisible()
  await expect(bens).not.toContainText('Professional')
  await expect(bens).not.toContainText('What others say')

  await answer(bens, KNOW_MORE, 'It makes it worse')
  await bens.getByRole('button', { name: 'Keep my answers' }).click()
  const said = bens.getByText('What others say').locator('..')
  await expect(said).toContainText(`${KNOW_MORE}Yes, it helps: Professional`)
  await expect(said, 'a question he has not answered still waits').toContainText(`${CAN_SHOW}${waits}`)
  await expect(said).not.toContainText('Not sure')
  await expect(bens).not.toContainText('Anna')

  // Anna's page hears of it by itself; who said it is a voice.
  await expect(annas.getByText('What others say').locator('..')).toContainText(
    `${KNOW_MORE}It makes it worse: I live here`,
  )
  await expect(annas).not.toContainText('Ben')
  await expect(annas).toContainText('2 people have answered. It does not pass yet.')
})
