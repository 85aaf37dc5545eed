import { answerRound, getMe, openRound, readEdition, sealPlan } from '@withy/shared/api'
import { ask, type Someone } from './people.ts'
import type { Withy } from './withy.ts'

/** The owner alone is asked, agrees, and seals the plan as it stands. */
export async function seal(withy: Withy, plan: string, owner: Someone): Promise<void> {
  const { person } = getMe.answer.parse(await (await ask(withy, owner, getMe, getMe.path)).json())
  const at = (path: string, round = '') => path.replace(':plan', plan).replace(':round', round)
  const opened = { asked: [person], onDisagreement: 'record', bySection: false, decides: null }
  const begun = await ask(withy, owner, openRound, at(openRound.path), opened)
  const { round } = openRound.answer.parse(await begun.json())
  const read = await ask(withy, owner, readEdition, at(readEdition.path))
  const { fingerprint } = readEdition.answer.parse(await read.json())
  const said = { section: null, answer: 'agree', words: '', acting: null, advocate: '', fingerprint }
  await ask(withy, owner, answerRound, at(answerRound.path, round.id), said)
  await ask(withy, owner, sealPlan, at(sealPlan.path, round.id), { fingerprint, wentOn: '' })
}
