import {
  answerRound,
  askMore,
  endRound,
  getAgreement,
  openRound,
  type Round,
  readEdition,
  readSealed,
  type SealedCard,
  sealPlan,
  withdrawAgreement,
} from '@withy/shared/api'
import { toldApart } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import { type Live, PlanUnreadable } from '../live/live.ts'
import { newId } from '../random.ts'
import type { AgreementChange, AgreementNow, AgreementStore } from '../storage/agreement.ts'
import type { WorkshopStore } from '../storage/workshops.ts'
import { dayAt } from '../uk-day.ts'
import { createAsRead, isSameMoment, type PlanAsRead, PlanInMotion } from '../versions/as-read.ts'
import { createSealed, type Sealed } from '../versions/sealed.ts'
import { answer } from './answer.ts'
import { isAgreeing, lastAt } from './answers.ts'
import { createKnown } from './known.ts'
import { missingIn } from './missing.ts'
import { askMore as askOthers, end, open } from './round.ts'
import { seal } from './seal-plan.ts'
import { roundFor } from './visible.ts'

export type AgreementNeeds = {
  readonly store: AgreementStore & Pick<WorkshopStore, 'ideasUnanswered'>
  readonly live: Pick<Live, 'whole' | 'tell'>
  /** Actions of a plan that do not pass their tests. */
  readonly failingActions: (plan: string) => Promise<readonly string[]>
  readonly now?: () => number
}

/** The plan was changed between reading it and keeping what somebody said to it: it is read again. */
class Moved extends Error {}

/** So often, where people type all the while. */
const TRIES = 20

/** Rounds in which people are asked whether they agree, and the versions that are sealed then. */
export function agreementRoutes(routes: Routes, needs: AgreementNeeds): void {
  const { store, live, failingActions, now: clock = Date.now } = needs
  const asRead = createAsRead(needs)
  const sealed = createSealed(needs)
  const known = createKnown({ failingActions, ideasUnanswered: store.ideasUnanswered, now: clock })

  const readOr = async <T>(reading: Promise<T | null>): Promise<T> => {
    const read = await reading.catch((err: unknown) => {
      if (err instanceof PlanUnreadable) throw refuse('plan-unreadable')
      throw err instanceof PlanInMotion ? refuse('too-busy') : err
    })
    if (!read) throw refuse('not-found')
    return read
  }
  const readNow = (plan: string, me: string) => readOr(asRead.now(plan, () => routes.budgets.take('reads', me)))

  async function stateOf(plan: string, me: string): Promise<{ round: Round | null; read: PlanAsRead }> {
    const [read, now, knownLately] = await Promise.all([readNow(plan, me), store.agreementOf(plan), known.lately(plan)])
    if (!now) throw refuse('not-found')
    const missing = missingIn(read.plan, knownLately, dayAt(clock()))
    const { round } = now
    return { read, round: round && roundFor(me, { ...now, round }, read.fingerprint, missing) }
  }

  async function roundOf(plan: string, me: string): Promise<Round> {
    const { round } = await stateOf(plan, me)
    // Somebody else ended it in the same moment.
    if (!round) throw refuse('round-over')
    return round
  }

  /** Where the plan reads otherwise by the time it is kept, it is read again: it is kept of the words of that very moment. */
  async function changeAsRead<Read extends PlanAsRead>(
    plan: string,
    read: () => Promise<Read>,
    decide: (now: AgreementNow, read: Read) => AgreementChange,
  ): Promise<void> {
    for (let n = 0; n < TRIES; n++) {
      const found = await read()
      try {
        return await change(plan, (now) => {
          if (!isSameMoment(now.plan, found.facts)) throw new Moved()
          return decide(now, found)
        })
      } catch (err) {
        if (!(err instanceof Moved)) throw err
      }
    }
    throw refuse('too-busy')
  }

  async function change(plan: string, decide: (now: AgreementNow) => AgreementChange): Promise<void> {
    if (!(await store.changeAgreement(plan, decide))) throw refuse('not-found')
    live.tell(plan, { type: 'agreement' })
  }

  serve(routes, getAgreement, async ({ plan, me }) => {
    const [{ round, read }, all] = await Promise.all([stateOf(plan, me), sealed.all(plan)])
    return { round, sealed: all.map(cardOf), fingerprint: read.fingerprint }
  })

  serve(routes, readEdition, async ({ plan, me }) => {
    const { edition, plan: words, fingerprint } = await readNow(plan, me)
    return { edition, plan: words, fingerprint }
  })

  serve(routes, openRound, async ({ plan, me, body }) => {
    const round = { ...body, id: newId(), openedAt: clock(), openedBy: me }
    await change(plan, (now) => open(now, round))
    return { round: await roundOf(plan, me) }
  })

  serve(routes, askMore, async ({ plan, me, body, param }) => {
    await change(plan, (now) => askOthers(now, param('round'), body.asked))
    return { round: await roundOf(plan, me) }
  })

  serve(routes, answerRound, async ({ plan, me, body, param }) => {
    const answering = { round: param('round'), me, said: body, at: clock() }
    const decide = (now: AgreementNow, read: PlanAsRead) => answer(now, read, answering)
    await changeAsRead(plan, () => readNow(plan, me), decide)
    return { round: await roundOf(plan, me) }
  })

  serve(routes, endRound, async ({ plan, param }) => {
    await change(plan, (now) => end(now, param('round'), clock()))
    return {}
  })

  serve(routes, sealPlan, async ({ plan, me, body, param }) => {
    const knownNow = await known.anew(plan)
    const [id, at] = [newId(), clock()]
    const today = dayAt(at)
    let number = 0
    const whole = async () => {
      await routes.budgets.take('reads', me)
      return readOr(asRead.whole(plan))
    }
    await changeAsRead(plan, whole, (now, read) => {
      const missing = missingIn(read.plan, knownNow, today)
      const sealing = seal(now, read, { ...body, id, round: param('round'), me, missing, at, today })
      number = sealing.sealed.record.number
      return sealing
    })
    live.tell(plan, { type: 'sealed', number })
    return { number }
  })

  serve(routes, readSealed, async ({ plan, me, param }) => {
    const found = await sealed.at(plan, param('number'))
    if (!found) throw refuse('not-found')
    const { id, record, seal, code, edition, newest, withdrawn } = found
    const gone = (await store.withdrawalsOf(plan)).some(({ version, person }) => version === id && person === me)
    const mayWithdraw = !gone && (await agreedTo(found, me)) !== null
    return { record, seal, code, edition, plan: found.plan, newest, withdrawn: [...withdrawn], mayWithdraw }
  })

  /** What somebody agreed to a version with; null: they did not. */
  async function agreedTo({ round, record }: Sealed, person: string) {
    const said = lastAt(await store.answersIn(round), person, null)
    if (!said || said.answer === null) return null
    const ofTheseWords = said.fingerprint === record.fingerprint
    return isAgreeing({ ...said, answer: said.answer, ofTheseWords }) ? said : null
  }

  serve(routes, withdrawAgreement, async ({ plan, me, body, param }) => {
    const [found, facts] = await Promise.all([sealed.at(plan, param('number')), store.planFacts(plan)])
    if (!found || !facts) throw refuse('not-found')
    const said = await agreedTo(found, me)
    if (!said) throw refuse('not-agreed')
    const name = toldApart(facts.people).get(me) ?? said.name
    const row = { version: found.id, person: me, name, words: body.words, at: clock() }
    if (!(await store.withdraw(row))) throw refuse('not-agreed')
    live.tell(plan, { type: 'agreement' })
    return {}
  })
}

function cardOf({ id, record, code, withdrawn }: Sealed): SealedCard {
  const { number, sealedAt, fingerprint } = record
  const answers = { agree: 0, 'agree-with': 0, disagree: 0, 'more-time': 0, stop: 0 }
  for (const { section, ofTheseWords, answer } of record.answers)
    if (section === null && (ofTheseWords || answer === 'stop')) answers[answer] += 1
  return { id, number, sealedAt, code, fingerprint, answers, withdrawn: withdrawn.length }
}
