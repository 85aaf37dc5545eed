import type { ZodMiniType } from 'zod/mini'
import type { Action } from '../access/rules.ts'
import type { Refusal } from './refusals.ts'

/**
 * One thing the server can be asked. The server routes, checks and documents (openapi.json) from these; the client
 * takes only their types.
 */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Hono's form: `/api/plans/:plan`. */
  readonly path: string
  /** One plain sentence. */
  readonly does: string
  /** Who may: anyone, someone with a session, or someone whose role in `:plan` allows the action. */
  readonly needs: 'nothing' | 'session' | Action
  readonly body?: ZodMiniType
  /** A body may be so large, where it may be larger than most are. */
  readonly bytes?: number
  /** Absent for files. */
  readonly answer?: ZodMiniType
  readonly refusals: readonly Refusal[]
}

export const endpoint = <const E extends Endpoint>(e: E): E => e
