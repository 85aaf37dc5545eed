import type { Passages, Writer } from '@withy/shared/api'
import {
  type Comparison,
  compared,
  type Edition,
  editionJson,
  editionOf,
  type Plan,
  type PlanKind,
  readPlan,
  type SentenceChange,
} from '@withy/shared/plan'
import { toldApart } from '@withy/shared/protocol'
import * as Y from 'yjs'
import { movedIn } from '../moved-letters.ts'
import { documentOf } from '../one-document.ts'
import { sha256 } from '../sha256.ts'
import type { PlanFacts } from '../storage/agreement.ts'
import type { Authored, Moved } from '../storage/authors.ts'
import type { UnsaidRow } from '../storage/unsaid.ts'
import { createAuthors, type PutBy } from './authors.ts'
import { type Edit, editIn, type Offered, offerIn, type Proposed, type Stands, standingIn } from './reword.ts'
import { type SaidNow, saidIn } from './said-in.ts'
import { whoBetween } from './who.ts'
import { passagesOf } from './who-wrote.ts'

/** What of a plan's facts its words are read with. */
export type ReadWith = Pick<PlanFacts, 'kind' | 'title' | 'lang' | 'people' | 'former' | 'explained'>

/** A plan's words, and how they read. */
export type PlanRead = {
  readonly plan: Plan
  readonly edition: Edition
  /** What the fingerprint is of. */
  readonly editionJson: string
  readonly fingerprint: string
  /** The whole document as one update. */
  readonly bytes: Uint8Array
}

/** How words of a plan read, with its title, names and explained words of one moment. Equal names are told apart (SPEC ACCESS-14). */
export function editionWith({ title, lang, people, former, explained }: ReadWith, plan: Plan): Edition {
  const names = new Map([...former.map(({ id, name }) => [id, name] as const), ...toldApart(people)])
  return editionOf({ title, lang, plan, names, explained })
}

type Parts = readonly Uint8Array[]

/** What is done with whole documents, each as its updates. */
export type Work =
  | { readonly do: 'read'; readonly parts: Parts; readonly facts: ReadWith }
  | {
      readonly do: 'compare'
      readonly kind: PlanKind
      readonly before: Parts
      readonly parts: Parts
      readonly authored: readonly Authored[]
      readonly moved: readonly Moved[]
      readonly suggested: PutBy<string>
    }
  | {
      readonly do: 'who-wrote'
      readonly kind: PlanKind
      readonly parts: Parts
      readonly authored: readonly Authored[]
      readonly moved: readonly Moved[]
      readonly suggested: PutBy<string>
    }
  | {
      readonly do: 'said'
      readonly kind: PlanKind
      readonly parts: Parts
      readonly authored: readonly Authored[]
      readonly moved: readonly Moved[]
      readonly unsaid: readonly UnsaidRow[]
    }
  | Reword

type Reword = {
  readonly kind: PlanKind
  readonly parts: Parts
  readonly authored: readonly Authored[]
  readonly moved: readonly Moved[]
  /** Of Yjs clients under which words were put in that are several people's, whose they are. */
  readonly shared: PutBy<readonly string[]>
} & (
  | { readonly do: 'stand'; readonly all: readonly Offered[] }
  | ({ readonly do: 'offer' } & Proposed)
  | { readonly do: 'edit'; readonly offered: Offered; readonly groups: readonly (readonly string[])[] }
)

/** What comes of it. */
export type Made = {
  readonly read: PlanRead
  readonly compare: { readonly changes: Comparison; readonly writers: readonly Writer[] }
  readonly 'who-wrote': { readonly passages: Passages; readonly writers: readonly Writer[] }
  readonly said: SaidNow
  /** Of each suggestion asked about, how its changes stand. */
  readonly stand: readonly (readonly Stands[])[]
  readonly offer: { readonly changes: readonly SentenceChange[]; readonly stands: readonly Stands[] }
  /** Null: it changes nothing. */
  readonly edit: Edit | null
}
/** `why`: the parts do not make one plan. */
export type Done = { readonly made: Made[Work['do']] } | { readonly why: string }

class NotRead extends Error {}

/** Reads documents, and does one thing with them. */
export function doWork(work: Work): Done {
  try {
    return { made: made(work) }
  } catch (problem) {
    if (!(problem instanceof NotRead)) throw problem
    return { why: problem.message }
  }
}

function made(work: Work): Made[Work['do']] {
  const doc = documentIn(work.parts)
  if (work.do === 'read') return readIn(doc, work.facts)
  // Of changes that are not folded yet it is kept nowhere.
  const moved = [...work.moved, ...movedIn(work.parts)]
  const authors = createAuthors(
    work.authored,
    'suggested' in work ? work.suggested : undefined,
    'shared' in work ? work.shared : undefined,
    moved,
  )
  if (work.do === 'edit') return editIn(doc, work.kind, authors, work.offered, work.groups)
  if (work.do === 'stand') return standingIn(doc, work.kind, authors, work.all)
  if (work.do === 'offer') return offerIn(doc, work.kind, authors, work)
  const plan = readPlan(doc, work.kind)
  if (work.do === 'said') return saidIn(doc, plan, authors, work.unsaid)
  if (work.do === 'who-wrote') {
    const passages = passagesOf(doc, plan, authors)
    return { passages, writers: [...authors.writers] }
  }
  const before = documentIn(work.before)
  const changes = compared(readPlan(before, work.kind), plan, whoBetween(before, doc, authors))
  return { changes, writers: [...authors.writers] }
}

function documentIn(parts: Parts): Y.Doc {
  try {
    return documentOf(parts)
  } catch (problem) {
    throw new NotRead(String(problem))
  }
}

function readIn(doc: Y.Doc, facts: ReadWith): PlanRead {
  const plan = readPlan(doc, facts.kind)
  const edition = editionWith(facts, plan)
  const json = editionJson(edition)
  // What `fingerprint` gives (SPEC AGREE-1), without making the JSON of a whole plan twice.
  const fingerprint = sha256(json)
  return { plan, edition, editionJson: json, fingerprint, bytes: Y.encodeStateAsUpdate(doc) }
}
