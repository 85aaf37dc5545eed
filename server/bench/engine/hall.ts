import { type Invitation, invite, join, prepareWorkshop, type Steering } from '@withy/shared/api'
import type { AgendaStep } from '@withy/shared/protocol'
import { openDevice, openPhone, type Phone, type Told } from './phone.ts'
import type { Engine } from './servers.ts'

const LONGEST_MOVE_MS = 20_000

/** Ms from a facilitator's command to its answer, and to each phone that was told what it came to. */
export type Moved = { readonly answer: number; readonly screens: readonly number[]; readonly bytes: number }

type Waiting = { readonly began: number; isDone(told: Told): boolean; readonly came: Map<Phone, number>; bytes: number }

export type Hall = Awaited<ReturnType<typeof openHall>>

/** A workshop that its facilitator has prepared and opened, and who comes to it. `engine` has a plan with one person: its owner. */
export async function openHall(engine: Engine) {
  const { port } = engine.process()
  const plan = engine.planName(0)
  const owner = engine.door(0, 0)
  const device = openDevice(port, owner.headers.Cookie)
  const inPlan = (path: string) => path.replace(':plan', plan)
  const asked = { kind: 'link', role: 'contributor', voice: 'resident' }
  const { invitation } = await device.ask<{ invitation: Invitation }>('POST', inPlan(invite.path), asked)
  const secret = new URL(invitation.link).hash.slice(1)
  const prepared = { shape: 'area-2-hours', title: 'A hall of two hundred', lang: 'en' }
  const { workshop } = await device.ask<{ workshop: string }>('POST', inPlan(prepareWorkshop.path), prepared)
  const where = { plan, workshop }
  const facilitator = openPhone(device, owner, where, () => {})
  await facilitator.open()
  const { now } = await facilitator.steer({ do: 'open' })
  const phones: Phone[] = []
  let waiting: Waiting | null = null

  return {
    facilitator,
    phones,
    steps: now.steps as readonly AgendaStep[],
    /** Somebody scans the code, gives a name and joins. Resolves when their page shows the workshop and they are in it. */
    async comeIn(name: string): Promise<Phone> {
      const device = openDevice(port)
      await device.ask('POST', join.path, { ticket: { secret }, name })
      const door = { ...owner, headers: { ...owner.headers, Cookie: device.cookie() } }
      const phone = openPhone(device, door, where, (told, bytes) => {
        if (!waiting || waiting.came.has(phone) || !waiting.isDone(told)) return
        waiting.came.set(phone, performance.now() - waiting.began)
        waiting.bytes = bytes
      })
      await phone.open()
      await phone.comeIn()
      phones.push(phone)
      return phone
    },
    /** The facilitator does something that everybody is to see. @throws {Error} when somebody has not seen it after some seconds */
    async move(said: Steering, isDone: (told: Told) => boolean): Promise<Moved> {
      const moving: Waiting = { began: performance.now(), isDone, came: new Map(), bytes: 0 }
      waiting = moving
      await facilitator.steer(said)
      const answer = performance.now() - moving.began
      while (moving.came.size < phones.length) {
        if (performance.now() - moving.began > LONGEST_MOVE_MS)
          throw new Error(`${moving.came.size} of ${phones.length} phones were told.`)
        await new Promise((again) => setTimeout(again, 5))
      }
      waiting = null
      return { answer, screens: [...moving.came.values()], bytes: moving.bytes }
    },
    close() {
      for (const phone of [facilitator, ...phones]) phone.close()
    },
  }
}
