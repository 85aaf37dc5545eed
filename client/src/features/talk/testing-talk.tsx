import type { Talk } from '@withy/shared/api'
import type { TalkComment, TalkPlace, TalkThread } from '@withy/shared/protocol'
import { vi } from 'vitest'

/** A comment of somebody's. */
export const comment = (id: string, by: string | null, words: string | null, more: Partial<TalkComment> = {}) => ({
  ...{ id, by, words, at: Date.UTC(2026, 5, 14, 10), mentions: [], editedAt: null },
  ...more,
})

export const placeOf = (box: string, item: string | null = null): TalkPlace => ({ box, item, field: null, words: null })

/** A thread that somebody began with these words. */
export const threadOf = (id: string, by: string | null, words: string, more: Partial<TalkThread> = {}): TalkThread => ({
  ...{ id, kind: by === null ? 'meaning' : 'comment', place: placeOf('place.where'), settled: null },
  comments: [comment(`${id}-1`, by, words)],
  ...more,
})

export const talkOf = (threads: readonly TalkThread[], more: Partial<Talk> = {}): Talk => ({
  ...{ seq: 1, threads: [...threads], suggestions: [], answered: [], mine: [] },
  ...more,
})

type Asked = { readonly method: string; readonly path: string; readonly body: unknown }

/** What the server says of talk: `talk` when it is asked, and `answers` what it makes of what is sent. */
export function talkServer(talk: () => Talk, answers: (asked: Asked) => Response | Promise<Response>) {
  const sent: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    if (method === 'GET') return path.endsWith('/talk') ? Response.json(talk()) : Response.json({})
    const asked = { method: String(method), path, body: body ? JSON.parse(String(body)) : null }
    sent.push(asked)
    return await answers(asked)
  })
  return sent
}
