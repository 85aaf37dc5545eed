import { type Member, openMember } from './member.ts'
import type { Engine } from './servers.ts'
import type { Tally } from './tally.ts'
import type { Words } from './words.ts'

export type Room = {
  readonly members: readonly Member[]
  /** From now on the server may let people go. */
  mayEnd(): void
  close(): void
}

export type RoomNeeds = {
  readonly engine: Engine
  readonly words: Words
  readonly tally: Tally
  /** Somebody was let go, or did not get everything; without it the round ends. */
  lost?(why: string): void
}

/** Sockets opened at the same time: more only wait in the server's queue. */
const AT_ONCE = 25

/** Opens one plan as so many people, who have its words already. Resolves when all are in. */
export async function openRoom(needs: RoomNeeds, plan: number, people: number): Promise<Room> {
  const { engine, words, tally, lost = endRound } = needs
  const members: Member[] = []
  let mayEnd = false
  const add = (person: number) => {
    const member = openMember({
      engine,
      plan,
      person,
      vector: words.vector,
      tally,
      writtenAt: (other, clock) => members[other]?.writtenAt(clock),
      lost: (why) => mayEnd || lost(`${engine.name}: ${why}`),
    })
    const end = words.ends[person % words.ends.length]
    if (end) member.sitAt(end)
    members[person] = member
    return member
  }

  if (!engine.hasWords) {
    const first = add(0)
    await first.open()
    first.bring(words.bytes)
  }
  for (let from = members.length; from < people; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, people - from) }, (_, i) => add(from + i))
    await Promise.all(some.map((member) => member.open()))
  }
  return {
    members,
    mayEnd() {
      mayEnd = true
    },
    close() {
      mayEnd = true
      for (const member of members) member.close()
    },
  }
}

/** The rooms of an engine, each with its crowd. */
export async function openRooms(needs: RoomNeeds, crowds: readonly number[]): Promise<Room[]> {
  const rooms: Room[] = []
  for (const [plan, people] of crowds.entries()) rooms.push(await openRoom(needs, plan, people))
  return rooms
}

/** A round with a person less is not the same round: nobody catches this. */
function endRound(why: string): never {
  throw new Error(`Somebody was lost. ${why}`)
}
