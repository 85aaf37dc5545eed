import { expect, it } from 'vitest'
import { openWithy } from '../testing/open-withy.ts'

it('[A11Y-124] what an organisation says in its accessibility statement is for everyone, and nothing where none has', async () => {
  const statement = { organisation: 'Mill Lane Trust', day: '2026-11-23', answerDays: 5 }
  for (const said of [statement, null]) {
    const withy = await openWithy({ statement: said })
    expect(await withy.device().gets('GET', '/api/statement')).toEqual({ statement: said })
    await withy.close()
  }
})
