import { safeLink } from '@withy/shared/plan'

/** An address people can follow, made of what they typed: a web page, an email address or a phone number. null: none of them. */
export const addressOf = (typed: string): string | null => safeLink(addressIn(typed)) ?? null

function addressIn(typed: string): string | null {
  const words = typed.trim()
  if (/^(https?:\/\/|mailto:|tel:)\S+$/i.test(words)) return words
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(words)) return `mailto:${words}`
  if (/^\+?[\d\s()-]{6,}$/.test(words)) return `tel:${words.replace(/[^\d+]/g, '')}`
  if (/^[^\s:/]+\.[^\s:/]+(\/\S*)?$/.test(words)) return `https://${words}`
  return null
}
