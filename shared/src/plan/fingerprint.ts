import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import { canonicalPlan, stableJson } from './canonical.ts'
import type { Plan } from './plan.ts'

/**
 * SHA-256, as 64 hex digits, over everything a reader sees of a plan (SPEC PLAN-20). Two plans that read the same have
 * the same one, on any device: crypto.subtle is not used, since halls run on plain http.
 * @public Tests alone ask for it until plans can be agreed to.
 */
export const fingerprint = (plan: Plan): string => toHexString(digest(encodeUtf8(stableJson(canonicalPlan(plan)))))
