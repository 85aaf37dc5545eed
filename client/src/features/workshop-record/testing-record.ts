import type { MyIdea, RecordStep, WorkshopRecord, WorkshopSeen } from '@withy/shared/api'
import type { IdeaShown } from '@withy/shared/protocol'

export const ideaOf = (id: string, words: string, more: Partial<MyIdea> = {}): MyIdea => ({
  ...{ id, step: 'silent', words, by: 'Rosa', typedBy: null, group: null, parked: false },
  ...{ fate: null, why: '', places: [], reworded: '', isOffered: false, shown: true, hidden: false, offered: '' },
  ...more,
})

export const stepOf = (kind: RecordStep['kind'], more: Partial<RecordStep> = {}): RecordStep => ({
  ...{ id: kind, kind, title: '', question: '', section: null, groups: [], dots: null, hands: null },
  ...{ agreed: null, said: [], test: null, testByVoice: [], round: [] },
  ...more,
})

export const recordOf = (more: Partial<WorkshopRecord> = {}): WorkshopRecord => ({
  title: 'May',
  beganAt: Date.parse('2026-05-04T09:00:00Z'),
  endedAt: Date.parse('2026-05-04T11:05:00Z'),
  came: [],
  ground: { decide: '', advise: '', cannot: '', decided: '', rules: '', pay: '' },
  ...{ steps: [], parked: [], explained: [], ideas: 0, unanswered: 0, hidden: 0 },
  ...more,
})

type Seen = {
  readonly ideas?: readonly IdeaShown[]
  readonly mine?: readonly MyIdea[]
  readonly isFacilitator?: boolean
}

/** A workshop that is over, as somebody who was in it sees it. */
export const seenOf = ({ ideas = [], mine = [], isFacilitator = false }: Seen): WorkshopSeen => ({
  now: {
    ...{ id: 'w', rev: 1, stage: 'closed', title: 'May', chair: '', steps: [], step: null, since: 0, more: 0 },
    ground: recordOf().ground,
    ...{ people: 0, ideas: 0, answered: 0, lights: { stop: 0, slow: 0, agree: 0 }, round: [], results: null },
    ...{ asked: [], caption: '', frozen: false, called: null, chosen: {}, lowered: 0 },
  },
  ideas: [...ideas],
  groups: [],
  mine: {
    people: [{ id: 'me', name: 'Rosa', voice: 'resident', own: true, waiting: false }],
    ideas: [...mine],
    ...{ votes: [], lights: {}, needs: null, met: null },
  },
  desk: isFacilitator
    ? { people: [], chair: 'me', authors: {}, hidden: [], goneSteps: [], ready: [], lobby: false, met: [], note: '' }
    : null,
})
