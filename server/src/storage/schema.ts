import type { Role, Voice } from '@withy/shared/access'
import type {
  Acting,
  Answer,
  CopyForm,
  Deciding,
  FollowUpAnswer,
  OnDisagreement,
  TestAnswer,
  WorkshopCard,
} from '@withy/shared/api'
import type { PlanKind } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import type { Generated } from 'kysely'
import type { CopyNote } from './copies.ts'
import type { CopyGiven } from './copies-given.ts'

/** The tables, as the query builder knows them. Times are milliseconds since 1970, yes and no are 1 and 0. */
export type Tables = {
  person: { id: string; made_at: number }
  session: { hash: string; person: string; made_at: number; seen_at: number }
  way_back: { person: string; generation: number; made_at: number }
  plan: {
    id: string
    kind: PlanKind
    title: string
    /** BCP 47; null: nobody said. */
    lang: string | null
    epoch: string
    seq: number
    shown: string | null
    /** Why nobody may write in it any more. */
    fenced: string | null
    started_by: string
    started_at: number
    changed_at: number
  }
  member: {
    plan: string
    person: string
    name: string
    voice: Voice
    role: Role
    colour: number
    came_by: Person['cameBy']
    joined_at: number
    seat: number
  }
  /** "How I communicate", kept with a plan: storage/cards.ts. `card`: `Needs`, as JSON. */
  card: { plan: string; person: string; card: string; kept_at: number }
  /** The role somebody was last set to, for as long as the plan: also of those who left. */
  role_set: { plan: string; person: string; role: Role; set_at: number }
  former_member: { plan: string; person: string; name: string; removed: number; left_at: number }
  invitation: {
    id: string
    plan: string
    kind: 'link' | 'code' | 'seat'
    role: Role
    voice: Voice
    generation: number
    code_hash: string | null
    made_by: string
    made_at: number
    expires_at: number
    joined: number
  }
  start_link: { id: string; made_at: number; expires_at: number; used_at: number | null }
  plan_update: {
    plan: string
    epoch: string
    seq: number
    person: string
    connection: string
    at: number
    bytes: Uint8Array
    /** Of `bytes`; null for changes from before there were checksums. */
    crc: number | null
  }
  /** The whole plan as it was after the change `seq`. `base`: 1 where the log was compacted to it. `crc`: of all three. */
  plan_snapshot: {
    plan: string
    epoch: string
    seq: number
    base: number
    bytes: Uint8Array
    vector: Uint8Array
    deletes: Uint8Array
    crc: number
  }
  /** Who put in (from `clock` on) or took out (`clocks`, see storage/clocks.ts) some of one client's words: storage/authors.ts. */
  authorship: {
    plan: string
    epoch: string
    seq: number
    did: 'inserted' | 'deleted'
    client: number
    clock: number | null
    clocks: Uint8Array | null
    person: string
    said_for: string | null
    at: number
  }
  /** Letters of a client, from `clock` up to `until`, that are others taken out and put in again: storage/authors.ts. */
  moved_letters: {
    plan: string
    client: number
    clock: number
    until: number
    of_client: number
    of_clock: number
  }
  /** Words that were typed for somebody who says they did not say them: storage/unsaid.ts. `clocks`: `SaidClocks[]`, as JSON. */
  unsaid: {
    id: string
    plan: string
    person: string
    said_for: string
    box: string
    item: string | null
    words: string
    clocks: string
    at: number
    undone_at: number | null
  }
  /** A plan whole, as it was after the change `seq`. `size`: of the bytes. */
  moment: { plan: string; epoch: string; seq: number; at: number; size: number; bytes: Uint8Array }
  /** A plan whole, as it was named or sealed: storage/versions.ts. */
  version: {
    id: string
    plan: string
    kind: 'named' | 'sealed'
    number: number | null
    name: string | null
    made_at: number
    made_by: string
    epoch: string
    seq: number
    bytes: Uint8Array
    plan_json: string
    edition_json: string
    fingerprint: string
  }
  /** What is about to be deleted though it stays as it was put otherwise: `what` the table, `key` of its row. */
  erased: { what: string; key: string; at: number; why: string }
  /**
   * People are asked whether they agree: storage/agreement.ts. `n`: the first of a plan is 1. `ended_at` null: it is open.
   * `ended_waiting` 1: others' answers were hidden when it was ended; null: it was sealed, or ended before this was kept.
   */
  round: {
    id: string
    plan: string
    n: number
    opened_at: number
    opened_by: string
    on_disagreement: OnDisagreement
    by_section: number
    decides_acting: Deciding | null
    decides_name: string | null
    decides_words: string | null
    decides_person: string | null
    ended_at: number | null
    ended_waiting: number | null
  }
  round_asked: { round: string; person: string }
  /** Who was a professional at some time while the round was open, and said another voice then. */
  round_professional: { round: string; person: string }
  /** What somebody read and answered to, byte for byte. */
  read_edition: { plan: string; fingerprint: string; edition_json: string }
  /** `n`: one more each time. `seat`: of the person the plan is about, or for them. `section_title`: JSON, as they read it. */
  round_answer: {
    n: Generated<number>
    round: string
    plan: string
    person: string
    name: string
    voice: Voice
    seat: number
    section: string | null
    section_title: string | null
    answer: Answer | null
    words: string
    by: string | null
    by_name: string | null
    acting: Acting | null
    advocate: string
    at: number
    fingerprint: string
    epoch: string
    seq: number
  }
  /** What was said about a plan, where it is kept beside a sealed version: `TalkAnnex`, as JSON. */
  version_annex: { version: string; annex_json: string }
  /** Of a sealed version: who agreed and how (`SealRecord`, as JSON), and what is taken of that. */
  seal: {
    version: string
    plan: string
    number: number
    round: string
    record_json: string
    seal: string
    code: string
  }
  /** `by`: who passed it on; null: they themselves. */
  withdrawal: {
    version: string
    person: string
    name: string
    words: string
    at: number
    by: string | null
    by_name: string | null
  }
  copy_note: {
    n: Generated<number>
    id: string
    plan: string
    number: number
    does: CopyNote['does']
    person: string | null
    name: string
    form: CopyForm | null
    lang: CopyNote['lang']
    sections: string | null
    of: string | null
    at: number
    by: string
    by_name: string
  }
  copy_given: CopyGiven
  client_id: { plan: string; client: number; person: string }
  /** One row, written again each time somebody asks whether writing works. */
  write_check: { id: number; at: number }
  test_answer: {
    plan: string
    item: string
    person: string
    voice: Voice
    informed: TestAnswer | null
    confident: TestAnswer | null
    connected: TestAnswer | null
    shows: TestAnswer | null
    answered_at: number
  }
  /** A word a plan explains. `same`: by what two ways to write it are one. `is_out`: taken out, to be put back. */
  glossary_word: { plan: string; id: string; same: string; word: string; meaning: string; is_out: number }
  /** `id`: the SHA-256 of its bytes, in base64url. `who`: who said yes to it. `bytes` null: taken away, and `who` with them. */
  plan_photo: {
    plan: string
    id: string
    shows: 'nobody' | 'agreed'
    who: string
    added_by: string
    added_at: number
    removed_by: string | null
    removed_at: number | null
    size: number
    bytes: Uint8Array | null
  }
  workshop: {
    id: string
    plan: string
    title: string
    stage: WorkshopCard['stage']
    made_at: number
    closed_at: number | null
  }
  /** One part of a workshop's state, as JSON: what the kinds hold is workshop/state.ts. */
  workshop_part: { workshop: string; kind: string; id: string; value: string }
  /** That a workshop that has closed asks "did it happen?", from which day on (YYYY-MM-DD, in the UK). */
  follow_up: { workshop: string; plan: string; asked_at: number; due_on: string }
  /** About which actions of the plan. */
  follow_up_action: { workshop: string; item: string }
  follow_up_answer: {
    workshop: string
    item: string
    person: string
    voice: Voice
    answer: FollowUpAnswer
    words: string
    answered_at: number
  }
  /** `seq`: one more with each change of what is said about a plan. */
  talk: { plan: string; seq: number }
  /** What a comment is about, and whether it is settled. `words`: JSON (`Quoted`). `n`: one more each time. */
  talk_thread: {
    n: Generated<number>
    plan: string
    id: string
    kind: 'comment' | 'meaning'
    box: string
    item: string | null
    field: string | null
    words: string | null
    settled_by: string | null
    settled_at: number | null
  }
  /** `words` null: removed. `mentions`: JSON, ids of people. */
  talk_comment: {
    n: Generated<number>
    plan: string
    thread: string
    id: string
    person: string
    at: number
    words: string | null
    mentions: string
    edited_at: number | null
  }
  /** Other words for some of a plan's. `changes`, `accepting`: JSON (`ChangeRow[]`, `Accepting`). `n`: one more each time. */
  talk_suggestion: {
    n: Generated<number>
    plan: string
    id: string
    box: string
    item: string | null
    field: string | null
    person: string
    at: number
    why: string
    changes: string
    accepting: string | null
  }
}
