import {
  answerRound,
  askMore,
  type EndedRound,
  endRound,
  getAgreement,
  openRound,
  type Round,
  readAnnex,
  readEdition,
  readSealed,
  sealPlan,
  withdrawAgreement,
} from '@withy/shared/api'
import type { Person } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Live } from '../live/live.ts'
import { newId } from '../random.ts'
import type { AgreementChange, AgreementNow, AgreementStore, EndedRow } from '../storage/agreement.ts'
import type { WorkshopStore } from '../storage/workshops.ts'
import { dayAt } from '../uk-day.ts'
import { type AsRead, isSameMoment, type PlanAsRead, readOrRefuse } from '../versions/as-read.ts'
import { createSealed, type Sealed } from '../versions/sealed.ts'
import { annexOf, type TalkRows } from '../versions/talk-annex.ts'
import { answer } from './answer.ts'
import { createCards } from './cards.ts'
import { createKnown } from './known.ts'
import { missingIn } from './missing.ts'
import { askMore as askOthers, end, open } from './round.ts'
import { seal } from './seal-plan.ts'
import { roundFor } from './visible.ts'
import { type Agreed, whoseToWithdraw, withdrawal } from './withdraw.ts'

export type AgreementNeeds = {
  readonly store: AgreementStore & Pick<WorkshopStore, 'ideasUnanswered'>
  readonly live: Pick<Live, 'tell'>
  readonly asRead: AsRead
  /** Actions of a plan that do not pass their tests. */
  readonly failingActions: (plan: string) => Promise<readonly string[]>
  /** Whether somebody was reminded that they have no copy of a sealed version. */
  readonly isReminded: (plan: string, number: number, person: string) => Promise<boolean>
  /** What was said about a plan. */
  readonly talkOf: (plan: string) => Promise<TalkRows>
  readonly now?: () => number
}

/** The plan was changed between reading it and keeping what somebody said to it: it is read again. */
class Moved extends Error {}

/** Who was asked, or was in the plan when people were asked no more. */
const wasThere = (me: string, people: readonly Person[], { round, endedAt }: EndedRow): boolean =>
  round.asked.includes(me) || people.some(({ id, joinedAt }) => id === me && Date.parse(joinedAt) <= endedAt)

/** So often, where people type all the while. */
const TRIES = 20

/** Rounds in which people are asked whether they agree, and the versions that are sealed then. */
export function agreementRoutes(routes: Routes, needs: AgreementNeeds): void {
  const { store, live, asRead, failingActions, now: clock = Date.now } = needs
  const sealed = createSealed(needs)
  const cards = createCards(store)
  const known = createKnown({ failingActions, ideasUnanswered: store.ideasUnanswered, now: clock })

  const readNow = (plan: string, me: string) => readOrRefuse(asRead.now(plan, () => routes.budgets.take('reads', me)))

  async function stateOf(plan: string, me: string): Promise<{ round: Round | null; read: PlanAsRead }> {
    const [read, now, knownLately] = await Promise.all([readNow(plan, me), store.agreementOf(plan), known.lately(plan)])
    if (!now) throw refuse('not-found')
    const missing = missingIn(read.plan, knownLately, dayAt(clock()))
    const { round } = now
    return { read, round: round && roundFor(me, { ...now, round }, read.fingerprint, missing) }
  }

  /** What people said before they were asked no more is read on by who was there, as they could then (SPEC AGREE-49). */
  async function endedOf(plan: string, me: string, fingerprint: string): Promise<EndedRound | null> {
    const [ended, now] = await Promise.all([store.endedOf(plan), store.agreementOf(plan)])
    if (!ended || !now) return null
    const { endedAt, isWaiting, ...then } = ended
    if (!wasThere(me, now.plan.people, ended)) return null
    return {
      round: roundFor(me, { ...now, ...then }, fingerprint, [], isWaiting),
      endedAt: new Date(endedAt).toISOString(),
    }
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
    const [{ round, read }, all] = await Promise.all([stateOf(plan, me), cards(plan)])
    const newest = all[0]?.number
    const reminded = newest !== undefined && (await needs.isReminded(plan, newest, me))
    const ended = round === null ? await endedOf(plan, me, read.fingerprint) : null
    return { round, ended, sealed: all, fingerprint: read.fingerprint, reminded }
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
    const talk = body.annex ? await needs.talkOf(plan) : null
    let number = 0
    const whole = async () => {
      await routes.budgets.take('reads', me)
      return readOrRefuse(asRead.whole(plan))
    }
    await changeAsRead(plan, whole, (now, read) => {
      const missing = missingIn(read.plan, knownNow, today)
      const annex = talk && annexOf(read, talk, at)
      const sealing = seal(now, read, { ...body, id, round: param('round'), me, missing, annex, at, today })
      number = sealing.sealed.record.number
      return sealing
    })
    live.tell(plan, { type: 'sealed', number })
    return { number }
  })

  serve(routes, readSealed, async ({ plan, me, param }) => {
    const found = await sealed.at(plan, param('number'))
    if (!found) throw refuse('not-found')
    const { record, seal, code, edition, newest, withdrawn } = found
    const facts = await store.planFacts(plan)
    const mayWithdraw = facts ? whoseToWithdraw(await agreedIn(found), facts, me) : []
    return { record, seal, code, edition, plan: found.plan, newest, withdrawn: [...withdrawn], mayWithdraw }
  })

  serve(routes, readAnnex, async ({ plan, param }) => {
    const annex = await sealed.annexAt(plan, param('number'))
    if (!annex) throw refuse('not-found')
    return { annex }
  })

  async function agreedIn({ id, of, round, record }: Sealed): Promise<Agreed> {
    const [kept, rows] = await Promise.all([store.roundIn(round), store.withdrawalsOf(of)])
    const withdrawn = rows.filter(({ version }) => version === id).map(({ person }) => person)
    return { ...kept, version: id, fingerprint: record.fingerprint, withdrawn }
  }

  serve(routes, withdrawAgreement, async ({ plan, me, body, param }) => {
    const [found, facts] = await Promise.all([sealed.at(plan, param('number')), store.planFacts(plan)])
    if (!found || !facts) throw refuse('not-found')
    const { person = me, words } = body
    const row = withdrawal(await agreedIn(found), facts, { me, person, words, at: clock() })
    if (!(await store.withdraw(row))) throw refuse('not-agreed')
    live.tell(plan, { type: 'agreement' })
    return {}
  })
}
